import type { Observation } from '#contract/observation.ts'
import type { LinePiece } from './line-template.ts'
import type { Picture, PictureScene, Room } from './picture.ts'
import type { ResultsListModel, ResultsListOptions, ResultsRow } from './results-list.ts'
import { drawing } from './typeset/blocks.ts'
import { unsaid } from './typeset/figure-words.ts'
import { figure } from './typeset/figure.ts'
import { ruledRows } from './typeset/grid.ts'
import { flowed, moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { scopeMark, statusMarks } from './typeset/marks.ts'
import { rich, type RichPiece } from './typeset/rich.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

type Scene = PictureScene<ResultsListOptions>

/** A figure for something else than the one beside the line says what for, where either is wider than the region that is looked at. */
function scopePiece(own: Observation, beside: Observation, room: Room, { scopeOf, answer: { regions } }: Scene): RichPiece[] {
  const [word, other] = [scopeOf(own), scopeOf(beside)]
  if (word === other) return []
  return [{ laid: scopeMark(word ?? regions.find(({ code }) => code === own.refArea)?.name ?? own.refArea, room) }]
}

const richPieces = ({ line: pieces, observation }: ResultsRow, room: Room, scene: Scene): RichPiece[] =>
  pieces.flatMap((piece): RichPiece[] =>
    'text' in piece ? [piece] : [...scopePiece(piece.figure.observation, observation, room, scene), { laid: figure(piece.figure, 'line', room) }]
  )

const writtenIn = (pieces: readonly LinePiece[]): string => pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')

const PAD = 9
const GAP = 20

function rowOf(row: ResultsRow, room: Room, scene: Scene): Laid {
  const { label, strong, small } = stylesOf(room)
  const tail = row.tail === '' ? [] : [line(row.tail, { ...label, line: 1.1 }, room.measure)]
  const value = sideBySide([figure(row, 'row', room, room.width / 2), ...tail.map((one) => ({ ...one, height: one.height + 1 }))], 3)
  const width = room.width - value.width - GAP
  const marks = statusMarks(row.observation, room, unsaid(scene.scopeOf, writtenIn(row.line)), width)
  const title = flowed([paragraph(row.title, { ...strong, weight: 400, size: 16 }, width, room.measure), ...(marks.height === 0 ? [] : [marks])], {
    width,
    gap: 8,
    lineGap: 2
  })
  const text = stacked([title, rich(richPieces(row, room, scene), { ...small, fill: room.theme.t2 }, width, room.measure)], 1)
  const height = Math.max(text.height, value.height)
  return {
    width: room.width,
    height: height + 2 * PAD,
    shapes: [moved(text.shapes, 0, PAD + (height - text.height) / 2), moved(value.shapes, room.width - value.width, PAD + (height - value.height) / 2)]
  }
}

/** Results one under the other: what they are of, a line that explains, and the figure at the right end. */
export const picture: Picture<ResultsListModel, ResultsListOptions> = ({ rows }, room, scene) =>
  drawing(
    ruledRows(
      rows.map((row) => rowOf(row, room, scene)),
      room
    )
  )
