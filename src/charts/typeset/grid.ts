import type { Room, Shape } from '#charts/picture.ts'
import { columnsFor } from './figures.ts'
import { moved, stacked, type Laid } from './laid.ts'

interface Grid {
  /** The least width of a column. */
  readonly least: number
  readonly gap: number
  readonly lineGap: number
  /** Hairlines in the gaps between columns. */
  readonly ruled?: boolean
}

export interface Columns {
  readonly count: number
  readonly width: number
}

/** Even columns, no line with one alone where it can be helped. */
export function evenColumns(cells: number, { least, gap }: Pick<Grid, 'least' | 'gap'>, room: Room): Columns {
  const count = Math.max(1, columnsFor(cells, room.width + gap - COLUMN_GAP, least + gap - COLUMN_GAP))
  return { count, width: (room.width - (count - 1) * gap) / count }
}
/** What `columnsFor` counts with. */
const COLUMN_GAP = 20

function lineOf(cells: readonly Laid[], width: number, { gap, ruled = false }: Grid, room: Room): Laid {
  const height = Math.max(...cells.map((cell) => cell.height))
  const shapes = cells.flatMap((cell, index): Shape[] => {
    const x = index * (width + gap)
    const rule: Shape = { kind: 'line', x1: x - gap / 2, y1: 0, x2: x - gap / 2, y2: height, stroke: room.theme.line, strokeWidth: 1 }
    return [...(ruled && index > 0 ? [rule] : []), moved(cell.shapes, x, 0)]
  })
  return { shapes, width: room.width, height }
}

const linesOf = <Cell>(cells: readonly Cell[], count: number): Cell[][] =>
  Array.from({ length: Math.ceil(cells.length / count) }, (_, index) => cells.slice(index * count, (index + 1) * count))

/** Cells in even columns, line by line; `cell` sets one in the width of a column. */
export function grid<Item>(items: readonly Item[], cell: (item: Item, width: number) => Laid, layout: Grid, room: Room): Laid {
  const { count, width } = evenColumns(items.length, layout, room)
  const lines = linesOf(
    items.map((item) => cell(item, width)),
    count
  )
  return stacked(
    lines.map((line) => lineOf(line, width, layout, room)),
    layout.lineGap
  )
}

/** A phrase under its name. */
export interface NamedCell {
  readonly name: Laid
  readonly phrase: Laid
}

/** Where the baseline of a phrase is, in parts of its height. */
const BASELINE = 0.82
const UNDER = 4

/** Names of a line share their upper edge, and phrases their baseline. */
function namedLineCells(cells: readonly NamedCell[]): Laid[] {
  const head = Math.max(...cells.map(({ name }) => name.height)) + UNDER
  const base = Math.max(...cells.map(({ phrase }) => phrase.height * BASELINE))
  return cells.map(({ name, phrase }): Laid => {
    const y = head + base - phrase.height * BASELINE
    return { width: Math.max(name.width, phrase.width), height: y + phrase.height, shapes: [...name.shapes, moved(phrase.shapes, 0, y)] }
  })
}

/** The same for phrases under their names. */
export function namedGrid<Item>(items: readonly Item[], cell: (item: Item, width: number) => NamedCell, layout: Grid, room: Room): Laid {
  const { count, width } = evenColumns(items.length, layout, room)
  const lines = linesOf(
    items.map((item) => cell(item, width)),
    count
  )
  return stacked(
    lines.map((line) => lineOf(namedLineCells(line), width, layout, room)),
    layout.lineGap
  )
}

/** With a hairline under each but the last. */
export const ruledRows = (rows: readonly Laid[], { width, theme }: Room): Laid =>
  stacked(
    rows.map((row, index): Laid =>
      index === rows.length - 1
        ? row
        : { ...row, shapes: [...row.shapes, { kind: 'line', x1: 0, y1: row.height, x2: width, y2: row.height, stroke: theme.line, strokeWidth: 1 }] }
    )
  )
