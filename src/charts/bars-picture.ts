import { option } from './bars-option.ts'
import type { BarsModel, BarsOptions } from './bars.ts'
import type { Block, Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figureRow } from './typeset/figures.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const ROW = 38
const LEAST_ROW = 30

/** Totals, then bars: as tall as their rows ask for, about two thirds of the width at most. */
export const picture: Picture<BarsModel, BarsOptions> = (model, room, { scopeOf }) => {
  const { small, body } = stylesOf(room)
  const { rows, secondLabel, note, noRows } = model
  const words: Block[] = [
    ...drawing(figureRow(model.figures, room, scopeOf, model.even), 0, 10),
    ...(note === null ? [] : drawing(paragraph(note, small, room.width, room.measure), 0, 10))
  ]
  if (rows.length === 0) return [...words, ...drawing(paragraph(noRows, body, room.width, room.measure))]
  const pitch = rows.length > 8 ? LEAST_ROW : ROW
  return [...words, { kind: 'chart', height: rows.length * pitch + (secondLabel === null ? 0 : 24), option: (ctx) => option(model, ctx) }]
}
