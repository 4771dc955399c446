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
  /** The size of the values in rem: smaller where the column is narrow. */
  readonly valueSize: number
  readonly valueY: number
  readonly nameY: number
}

const VALUE = 1.9
const NAME = 1.5
const GAP = 0.22
const HEAD = 0.5
const STEP = 1.75
const BRICK = { share: 0.58, most: 2.6 } as const

/** Names or values that would touch send the rest of the columns to a further line. */
function linesOf({ columns }: UnitBricksModel, { width, rem }: BricksBox): number {
  const names = widest(
    columns.map(({ name }) => name),
    'sans'
  )
  const values = widest(columns.map(({ value, text }) => (value === null ? '' : text)))
  const need = Math.max(2, names * TYPE.min + 0.35, values * TYPE.min + 0.35) * rem
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
  const texts = widest(model.columns.map(({ value, text }) => (value === null ? '' : text)))
  const valueSize = texts * TYPE.panel * rem > pitch ? TYPE.min : TYPE.panel
  return model.columns.map(({ value }, index) => {
    const [left, top] = [(index % perLine) * pitch, Math.floor(index / perLine) * tall]
    const floor = top + tall - (VALUE + NAME + year) * rem
    const room = { x: left + (pitch - wide) / 2, y: top + HEAD * rem, width: wide, height: Math.max(0, floor - top - HEAD * rem) }
    return {
      column: { x: left, y: top, width: pitch, height: tall },
      centre: left + pitch / 2,
      floor,
      bricks: stackOf(value, model, room, rem),
      valueSize,
      valueY: floor + (VALUE / 2) * rem,
      nameY: floor + (VALUE + NAME / 2) * rem
    }
  })
}

/** A total whose parts are not known, as one block of bricks, filled line by line. */
export function blockOf(total: number, { width, height, rem }: BricksBox): readonly Bounds[] {
  const wide = Math.min(BRICK.most * rem, (width - GAP * rem) / Math.max(1, Math.ceil(Math.sqrt(total))) - GAP * rem)
  const perLine = Math.max(1, Math.floor(width / (wide + GAP * 2 * rem)))
  const step = Math.min(STEP * rem, (height - HEAD * rem) / Math.max(1, Math.ceil(total / perLine)))
  const gap = Math.min(GAP * rem, step / 3)
  return Array.from({ length: total }, (_, index) => ({
    x: (index % perLine) * (wide + GAP * 2 * rem),
    y: HEAD * rem + Math.floor(index / perLine) * step,
    width: wide,
    height: step - gap
  }))
}
