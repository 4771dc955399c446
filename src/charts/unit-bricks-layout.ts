import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { Bounds } from './hatch.ts'
import type { ChartContext } from './panel-data.ts'
import type { UnitBricksModel } from './unit-bricks.ts'

export type BricksBox = Pick<ChartContext, 'width' | 'height' | 'rem'>

/** Where one column stands, in px: its bricks from the floor up, its value and its name below. */
export interface BricksPlace {
  readonly column: Bounds
  readonly centre: number
  readonly floor: number
  readonly bricks: readonly Bounds[]
  readonly valueY: number
  readonly nameY: number
}

const VALUE = 1.9
const NAME = 1.5
const GAP = 0.22
const STEP = 1.75
const BRICK = { share: 0.58, most: 3.4 } as const

/** Names that would touch send the rest of the columns to a further line. */
function linesOf({ columns }: UnitBricksModel, { width, rem }: BricksBox): number {
  const need =
    Math.max(
      2,
      widest(
        columns.map(({ name }) => name),
        'sans'
      ) *
        TYPE.min +
        0.35
    ) * rem
  return Math.max(1, Math.ceil(columns.length / Math.max(1, Math.floor(width / need))))
}

/** Bricks of one unit each, or one whole bar where they could not be told apart. */
function stackOf(value: number | null, { max, countable }: UnitBricksModel, room: Bounds, rem: number): Bounds[] {
  if (value === null || value <= 0 || max === 0) return []
  const step = Math.min(STEP * rem, room.height / max)
  const bottom = room.y + room.height
  if (!countable) return [{ ...room, y: bottom - step * value, height: step * value }]
  const gap = Math.min(GAP * rem, step / 3)
  return Array.from({ length: value }, (_, index) => ({ ...room, y: bottom - (index + 1) * step + gap, height: step - gap }))
}

/** Columns of even width on one floor; all lines share one scale. */
export function layout(model: UnitBricksModel, box: BricksBox): readonly BricksPlace[] {
  const { width, height, rem } = box
  const lines = linesOf(model, box)
  const perLine = Math.ceil(model.columns.length / lines)
  const [pitch, tall] = [width / Math.max(1, perLine), height / lines]
  const year = model.columns.some((column) => column.year !== '') ? TYPE.min * 1.2 : 0
  const wide = Math.min(pitch * BRICK.share, BRICK.most * rem)
  return model.columns.map(({ value }, index) => {
    const [left, top] = [(index % perLine) * pitch, Math.floor(index / perLine) * tall]
    const floor = top + tall - (VALUE + NAME + year) * rem
    const room = { x: left + (pitch - wide) / 2, y: top, width: wide, height: Math.max(0, floor - top) }
    return {
      column: { x: left, y: top, width: pitch, height: tall },
      centre: left + pitch / 2,
      floor,
      bricks: stackOf(value, model, room, rem),
      valueY: floor + (VALUE / 2) * rem,
      nameY: floor + (VALUE + NAME / 2) * rem
    }
  })
}
