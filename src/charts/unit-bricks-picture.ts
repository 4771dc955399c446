import type { Block, Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureRow } from './typeset/figures.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'
import { option } from './unit-bricks-option.ts'
import type { UnitBricksModel, UnitBricksOptions } from './unit-bricks.ts'

const SHARE = 0.34
const LEAST = 200
const BLOCK = 110

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
  return [...words, { kind: 'chart', height: some ? Math.max(LEAST, room.width * SHARE) : BLOCK, option: (ctx) => option(model, ctx) }]
}
