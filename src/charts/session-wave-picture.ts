import type { Picture, Room } from './picture.ts'
import { meaning } from './session-wave-words.ts'
import { option } from './session-wave-option.ts'
import type { SessionWaveModel, SessionWaveOptions } from './session-wave.ts'
import { drawing } from './typeset/blocks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

/** A wave of more half-moons than this has a second row, and so on. */
const ACROSS = 12
const ROW = 250

function heightOf({ sessions }: SessionWaveModel, { width }: Room): number {
  const rows = Math.max(1, Math.ceil(sessions.length / Math.max(3, Math.round((ACROSS * width) / 752))))
  return rows * Math.min(ROW, Math.max(150, width * 0.32))
}

/** The half-moons, in as many rows as they need, and what their rings mean. */
export const picture: Picture<SessionWaveModel, SessionWaveOptions> = (model, room) => [
  { kind: 'chart', height: heightOf(model, room), option: (ctx) => option(model, ctx) },
  ...drawing(paragraph(meaning(model), stylesOf(room).small, room.width, room.measure), 6)
]
