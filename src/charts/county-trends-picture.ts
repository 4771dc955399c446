import { option } from './county-trends-option.ts'
import type { CountyTrendsModel, CountyTrendsOptions } from './county-trends.ts'
import type { Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const SHARE = 0.44
/** From name to name at the lines' ends. */
const LINE = 21

/** A line an area; as tall as their names need at the right end. */
export const picture: Picture<CountyTrendsModel, CountyTrendsOptions> = (model, room) =>
  model.months.length === 0
    ? drawing(paragraph(model.noSeries, stylesOf(room).body, room.width, room.measure))
    : [{ kind: 'chart', height: Math.max(room.width * SHARE, model.lines.length * LINE + 60), option: (ctx) => option(model, ctx) }]
