import type { Picture, Room } from './picture.ts'
import { layout } from './session-wave-layout.ts'
import { meaning } from './session-wave-words.ts'
import { option } from './session-wave-option.ts'
import type { SessionWaveModel, SessionWaveOptions } from './session-wave.ts'
import { drawing } from './typeset/blocks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const MOST = 640
const STEP = 10

/** The least height at which the half-moons are as large as the width allows: more of it would only stay empty. */
function heightOf(model: SessionWaveModel, { width, rem }: Room): number {
  const radiusAt = (height: number): number => layout(model, { width, height, rem }).radius
  const full = radiusAt(MOST)
  for (let height = 12 * STEP; height < MOST; height += STEP) if (radiusAt(height) >= full * 0.98) return height
  return MOST
}

/** The half-moons, in as many rows as they need, and what their rings mean. */
export const picture: Picture<SessionWaveModel, SessionWaveOptions> = (model, room) => [
  { kind: 'chart', height: heightOf(model, room), option: (ctx) => option(model, ctx) },
  ...drawing(paragraph(meaning(model), stylesOf(room).small, room.width, room.measure), 6)
]
