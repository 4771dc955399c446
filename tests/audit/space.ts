import { layoutFor, type Layout } from '#view/form.ts'
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
/** Reading distance of a tablet. */
const COLUMN_PX = 14

/** The smallest font that the layout may set, in px. */
export function smallestFont({ width, height }: Size, { form, rem }: Layout = layoutFor(width, height)): number {
  return form === 'column' ? COLUMN_PX : Math.max(MIN_PX, WALL_REM * rem)
}
