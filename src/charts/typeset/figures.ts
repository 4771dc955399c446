import type { FigureItem } from '#charts/panel-data.ts'
import type { Room, Shape } from '#charts/picture.ts'
import type { Scoped } from '#format/wider-scope.ts'
import { figure, type FigureSize } from './figure.ts'
import { flowed, moved, NOTHING, sideBySide, stacked, type Laid } from './laid.ts'
import { scopeMark, statusMarks } from './marks.ts'
import { stylesOf } from './styles.ts'
import { line } from './text.ts'
import { untold } from './told.ts'

type ScopeOf = (figure: Scoped) => string | null

export interface RowFigure extends FigureItem {
  /** A word after the phrase that is not part of it: 628个 项目. */
  readonly tail: string
}

/** On the baseline of a number: a little above the lower edge of what is beside it. */
const raised = (laid: Laid, by: number): Laid => (laid.height === 0 ? laid : { ...laid, height: laid.height + by })

function rowItem(item: RowFigure, size: FigureSize, room: Room, scopeOf: ScopeOf): Laid {
  const tail = item.tail === '' ? [] : [line(item.tail, { ...stylesOf(room).label, line: 1.1 }, room.measure)]
  const marks = statusMarks(item.observation, room, scopeOf)
  return sideBySide(
    [figure(item, size, room, room.width), ...tail, ...(marks.height === 0 ? [] : [marks])].map((part, index) => (index === 0 ? part : raised(part, 2))),
    5
  )
}

/** The published totals over a chart, the first one large or all `even`. A wider scope that all of them have is said once. */
export function figureRow(figures: readonly RowFigure[], room: Room, scopeOf: ScopeOf, even = false): Laid {
  const scopes = new Set(figures.map(({ observation }) => scopeOf(observation)))
  const [shared = null] = scopes.size === 1 ? scopes : []
  const items = figures.map((item, index) => rowItem(item, index === 0 && !even ? 'hero' : 'row', room, shared === null ? scopeOf : () => null))
  return flowed([...items, ...(shared === null ? [] : [scopeMark(shared, room)])], { width: room.width, gap: 26, lineGap: 6 })
}

export interface StripItem extends FigureItem {
  readonly label: string
  /** Its own period, where it is not that of most. */
  readonly period: string | null
}

const CELL_GAP = 20

/** Name, period and status over the phrase. */
function stripItem(item: StripItem, size: FigureSize, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { label, small } = stylesOf(room)
  const name = line(item.label, label, room.measure)
  const period = item.period === null ? [] : [line(item.period, small, room.measure)]
  const marks = statusMarks(item.observation, room, scopeOf, width)
  const head = flowed([name, ...period, ...(marks.height === 0 ? [] : [marks])], { width, gap: 7, lineGap: 1 })
  return stacked([head, figure(item, size, room, width)], 3)
}

const rule = (room: Room, height: number): Shape => ({ kind: 'line', x1: 0, y1: 0, x2: 0, y2: height, stroke: room.theme.line, strokeWidth: 1 })

/** How many columns: as many as keep `least` px each, and no line of one alone where it can be helped. */
export function columnsFor(count: number, width: number, least: number): number {
  const most = Math.max(1, Math.min(count, Math.floor((width + CELL_GAP) / (least + CELL_GAP))))
  return Math.ceil(count / Math.ceil(count / most))
}

/** Figures in even columns with hairlines between them: KPI band and stats. */
export function figureStrip(all: readonly StripItem[], size: FigureSize, room: Room, scopeOf: ScopeOf, least = 125): Laid {
  const items = untold(all, room)
  if (items.length === 0) return NOTHING
  const columns = columnsFor(items.length, room.width, least)
  const width = (room.width - (columns - 1) * CELL_GAP) / columns
  const cells = items.map((item) => stripItem(item, size, width, room, scopeOf))
  const lines = Array.from({ length: Math.ceil(cells.length / columns) }, (_, index) => cells.slice(index * columns, (index + 1) * columns))
  return stacked(
    lines.map((cellsOfLine): Laid => {
      const height = Math.max(...cellsOfLine.map((cell) => cell.height))
      const shapes = cellsOfLine.flatMap((cell, index): Shape[] => {
        const x = index * (width + CELL_GAP)
        const own = moved(cell.shapes, x, height - cell.height)
        return index === 0 ? [own] : [moved([rule(room, height)], x - CELL_GAP / 2, 0), own]
      })
      return { shapes, width: room.width, height }
    }),
    18
  )
}
