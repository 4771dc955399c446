import { option } from './dot-rhythm-option.ts'
import type { DotRhythmModel, DotRhythmOptions } from './dot-rhythm.ts'
import type { Picture } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const LANE = 52
const AXIS = 44

/** A lane a row, months across. */
export const picture: Picture<DotRhythmModel, DotRhythmOptions> = (model, room) =>
  model.lanes.length === 0
    ? drawing(paragraph(model.noSeries, stylesOf(room).body, room.width, room.measure))
    : [{ kind: 'chart', height: model.lanes.length * LANE + AXIS, option: (ctx) => option(model, ctx) }]
