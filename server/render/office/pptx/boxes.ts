import type { Box } from './units.ts'

/** Free between what stands side by side, in px. */
const GAP = 36

export const left = (box: Box, share: number): Box => ({ ...box, width: box.width * share - GAP / 2 })
export const right = (box: Box, share: number): Box => ({ ...box, x: box.x + box.width * share + GAP / 2, width: box.width * (1 - share) - GAP / 2 })
export const below = (box: Box, height: number): Box => ({ ...box, y: box.y + height, height: box.height - height })
