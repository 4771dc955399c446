import type { Picture } from './picture.ts'
import { columnsOption } from './trend-columns-option.ts'
import { option } from './trend-option.ts'
import type { TrendModel, TrendOptions } from './trend.ts'
import { drawing } from './typeset/blocks.ts'
import { figureRow } from './typeset/figures.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

const SHARE = 0.36
const LEAST = 190

/** Totals, whose course it is, and the course. */
export const picture: Picture<TrendModel, TrendOptions> = (model, room, { scopeOf }) => {
  const { body, strong } = stylesOf(room)
  const figures = drawing(figureRow(model.figures, room, scopeOf), 0, 8)
  if (model.points.length === 0) return [...figures, ...drawing(paragraph(model.noSeries, body, room.width, room.measure))]
  return [
    ...figures,
    ...(model.regionName === null ? [] : drawing(line(model.regionName, strong, room.measure), 0, 4)),
    {
      kind: 'chart',
      height: Math.max(LEAST, room.width * SHARE),
      option: (ctx) => (model.shape === 'columns' ? columnsOption(model, ctx) : option(model, ctx))
    }
  ]
}
