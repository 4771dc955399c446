import { layoutFor } from '#view/form.ts'
import type { Box } from './box.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** Where a text can be got at: a wall shows its window, the column goes on below it. */
export function reachable({ width, height }: Size): Box {
  const { form } = layoutFor(width, height)
  return { left: 0, top: 0, right: width, bottom: form === 'column' ? Infinity : height }
}

const MIN_PX = 12
const WALL_REM = 1.125
const TABLET = { fromWidth: 600, px: 14 }

/** The smallest font that the layout may set, in px. */
export function smallestFont({ width, height }: Size): number {
  const { form, rem } = layoutFor(width, height)
  if (form === 'column') return width < TABLET.fromWidth ? MIN_PX : TABLET.px
  return Math.max(MIN_PX, WALL_REM * rem)
}
