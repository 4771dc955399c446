import type { Block, Picture, Room } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureRow } from './typeset/figures.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'
import { layout } from './unit-bricks-layout.ts'
import { option } from './unit-bricks-option.ts'
import type { UnitBricksModel, UnitBricksOptions } from './unit-bricks.ts'

const SHARE = 0.34
const BLOCK = 110
/** A brick, and what stands under a column, in px. */
const BRICK = 22
const WORDS = 62

/** No higher than the bricks are stacked, and high enough for further lines of columns where they are narrow. */
function heightOf(model: UnitBricksModel, { width, rem }: Room): number {
  const most = Math.max(190, width * SHARE)
  const line = model.countable ? Math.min(most, model.max * BRICK + WORDS) : most
  const places = layout(model, { width, height: most, rem })
  return line * Math.max(1, new Set(places.map(({ column }) => column.y)).size)
}

/** Totals, what a brick is, and the bricks. */
export const picture: Picture<UnitBricksModel, UnitBricksOptions> = (model, room, { scopeOf }) => {
  const { small, body } = stylesOf(room)
  const some = model.columns.length > 0
  const words: Block[] = [
    ...drawing(figureRow(model.figures, room, scopeOf, !model.beside), 0, 8),
    ...(some ? [] : drawing(paragraph(model.noColumns, body, room.width, room.measure), 0, 6)),
    ...(some && model.countable ? drawing(paragraph(model.unit, small, room.width, room.measure), 0, 4) : [])
  ]
  if (!some && model.block === null) return words
  return [...words, { kind: 'chart', height: some ? heightOf(model, room) : BLOCK, option: (ctx) => option(model, ctx) }]
}
