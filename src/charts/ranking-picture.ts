import type { Picture, Room, Shape } from './picture.ts'
import type { RankingModel, RankingOptions, RankingRow } from './ranking.ts'
import { drawing } from './typeset/blocks.ts'
import { ruledRows } from './typeset/grid.ts'
import { moved, NOTHING, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

const ROW = 38
/** From here on a long name has one line. */
const WIDE = 560
const DOT = 6

interface Places {
  /** Where names, the track and what is behind it begin, and where the score ends. */
  readonly name: number
  readonly track: { readonly from: number; readonly to: number }
  readonly score: number
}

function placesOf({ rows }: RankingModel, room: Room): Places {
  const { label } = stylesOf(room)
  const name = Math.min(room.width >= WIDE ? 240 : 92, Math.max(...rows.map(({ region }) => room.measure(region.name, { ...label, size: 16 }))))
  const score = room.width - 36
  return { name: 30, track: { from: 30 + name + 24, to: score - 76 }, score }
}

/** Now is a dot, the month before a tick, the way between them a line: dashed and hollow for demo. */
function track({ at, previousAt, rank, observation }: RankingRow, { track: { from, to } }: Places, y: number, { theme }: Room): Shape[] {
  const ground: Shape = { kind: 'line', x1: from - 8, y1: y, x2: to + 8, y2: y, stroke: theme.line }
  if (at === null) return []
  const demo = observation?.origin === 'demo'
  const colour = rank === 1 ? theme.accent : theme.data
  const x = (share: number): number => from + share * (to - from)
  const before: Shape[] =
    previousAt === null
      ? []
      : [
          { kind: 'line', x1: x(previousAt), y1: y - 6.5, x2: x(previousAt), y2: y + 6.5, stroke: theme.t3, strokeWidth: 1.6 },
          { kind: 'line', x1: x(previousAt), y1: y, x2: x(at), y2: y, stroke: colour, strokeWidth: 2.4, ...(demo ? { dash: [6, 3.5] } : {}) }
        ]
  const paper = theme.light ? theme.bg0 : theme.bg1
  return [ground, ...before, { kind: 'circle', x: x(at), y, radius: DOT, fill: demo ? paper : colour, stroke: colour, strokeWidth: 2.6 }]
}

/** The score with ※ where an item was missing: it hangs out, so that numbers stay under each other. */
function scoreOf({ score, rank, reweighted, observation }: RankingRow, room: Room): { readonly laid: Laid; readonly mark: Laid } {
  const { quiet, small } = stylesOf(room)
  if (observation === null || score === null) return { laid: line('未排名', quiet, room.measure), mark: NOTHING }
  const laid = line(score, { font: 'num', size: 24, weight: 500, fill: rank === 1 ? room.theme.accent : room.theme.t1, line: 1.1 }, room.measure)
  return { laid, mark: reweighted ? line('※', { ...small, fill: room.theme.warn }, room.measure) : NOTHING }
}

/** Places won or lost: never by colour alone. Without a month before there is nothing to say. */
function moveOf({ move }: RankingRow, { theme, measure }: Room): Laid {
  if (move === null) return NOTHING
  const fill = move > 0 ? theme.data : move < 0 ? theme.warn : theme.t3
  const text = move === 0 ? '—' : String(Math.abs(move))
  const number = line(text, { font: 'inline', size: 14, weight: 500, fill }, measure)
  if (move === 0) return number
  const arrow: Laid = { width: 9, height: number.height, shapes: [{ kind: 'path', d: move > 0 ? 'M0 14L4.5 6L9 14Z' : 'M0 6L4.5 14L9 6Z', fill }] }
  return sideBySide([arrow, number], 3)
}

function rowOf(row: RankingRow, places: Places, room: Room): Laid {
  const { label } = stylesOf(room)
  const { theme, measure } = room
  const rank = line(
    row.rank === null ? '' : String(row.rank),
    { font: 'num', size: 20, weight: 500, fill: row.rank === 1 ? theme.accent : theme.t3, line: 1.1 },
    measure
  )
  const name = paragraph(row.region.name, { ...label, size: 16, fill: theme.t1, line: 1.15 }, places.track.from - places.name - 20, measure)
  const height = Math.max(ROW, name.height + 10)
  const middle = (laid: Laid): number => (height - laid.height) / 2
  const [{ laid: score, mark }, move] = [scoreOf(row, room), moveOf(row, room)]
  return {
    width: room.width,
    height,
    shapes: [
      moved(rank.shapes, 0, middle(rank)),
      moved(name.shapes, places.name, middle(name)),
      ...track(row, places, height / 2, room),
      moved(score.shapes, places.score - score.width, middle(score)),
      moved(mark.shapes, places.score + 1, middle(score) - 5),
      moved(move.shapes, room.width - move.width, middle(move))
    ]
  }
}

/** The month on the left, the axis under the tracks: it does not begin with zero, and says where it does. */
function axisOf({ axis, period }: RankingModel, { track: { from, to } }: Places, room: Room): Laid {
  const { quiet } = stylesOf(room)
  const ticks = axis.map((tick, index): Shape => ({
    kind: 'text',
    ...quiet,
    font: 'num',
    text: String(tick),
    x: from + (index / (axis.length - 1)) * (to - from),
    y: 14,
    align: 'middle'
  }))
  return { width: room.width, height: 20, shapes: [...line(period, quiet, room.measure).shapes, ...ticks] }
}

/** Areas by rank, where each stands on one axis, and where it stood the month before. */
export const picture: Picture<RankingModel, RankingOptions> = (model, room) => {
  const places = placesOf(model, room)
  const key = paragraph(model.key, { ...stylesOf(room).small, fill: room.theme.warn, align: 'end' }, room.width, room.measure)
  const rows = ruledRows(
    model.rows.map((row) => rowOf(row, places, room)),
    room
  )
  return drawing(stacked([key, rows, axisOf(model, places, room)], 4))
}
