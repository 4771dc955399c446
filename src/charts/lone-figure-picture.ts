import type { LoneFigureModel, LoneFigureOptions } from './lone-figure.ts'
import type { Picture, Room } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { unsaid } from './typeset/figure-words.ts'
import { figure } from './typeset/figure.ts'
import { flowed, stacked, type Laid } from './typeset/laid.ts'
import { statusMarks } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

/** A magnitude has no numeral, and its word is half as large as one would be: it is set larger, without the room over it. */
const MAGNITUDE = { scale: 1.5, above: 0.36 } as const

function phraseOf(model: LoneFigureModel, room: Room): Laid {
  const plain = figure(model, 'kpi', room, room.width / MAGNITUDE.scale)
  if (model.observation.bound !== 'magnitude') return figure(model, 'kpi', room, room.width)
  const { scale, above } = MAGNITUDE
  const height = plain.height * scale
  return { width: plain.width * scale, height: height * (1 - above), shapes: [{ kind: 'group', y: -height * above, scale, shapes: plain.shapes }] }
}

/** One figure, large, and what is to be said of it. */
export const picture: Picture<LoneFigureModel, LoneFigureOptions> = (model, room, { scopeOf }) => {
  const { observation, note } = model
  const marks = statusMarks(observation, room, unsaid(scopeOf, note))
  const phrase = flowed([phraseOf(model, room), ...(marks.height === 0 ? [] : [{ ...marks, height: marks.height + 8 }])], {
    width: room.width,
    gap: 14,
    lineGap: 4
  })
  return drawing(stacked([phrase, paragraph(note, stylesOf(room).small, room.width, room.measure)], 8), 4, 4)
}
