import type { PanelTable } from '#charts/panel-table.ts'
import { cellRuns } from './table-cells.ts'
import { BETWEEN, gapOf, widthsOf, type Widths } from './table-widths.ts'
import type { Box } from './units.ts'
import { largestOf, LINE, runLines } from './widths.ts'

/** What is the same in every row and stands over the table anyway: when, and of what status. */
const SAID_ABOVE = new Set(['期间', '状态'])

/** Columns that say something: an empty one takes no room, nor one that says in every row what the slide's head says. */
export function telling({ columns, rows }: PanelTable): PanelTable {
  const valuesOf = (index: number): Set<string> => new Set(rows.map((row) => row[index] ?? ''))
  const kept = columns.flatMap((title, index) => {
    const values = valuesOf(index)
    const said = SAID_ABOVE.has(title) && values.size === 1 && rows.length > 1
    return said || (values.size === 1 && values.has('')) ? [] : [index]
  })
  return { columns: kept.map((index) => columns[index] ?? ''), rows: rows.map((row) => kept.map((index) => row[index] ?? '')) }
}

/** Many columns of few rows are read better the other way round. */
function turned({ columns, rows }: PanelTable): PanelTable {
  const [corner = '', ...names] = columns
  return { columns: [corner, ...rows.map(([name = '']) => name)], rows: names.map((name, index) => [name, ...rows.map((row) => row[index + 1] ?? '')]) }
}

const MOST_COLUMNS = 9

const upright = (table: PanelTable): PanelTable => (table.columns.length > MOST_COLUMNS && table.rows.length < table.columns.length ? turned(table) : table)

/** Over and under the letters of a cell, in px: what Office keeps free, and the hairline. */
const PAD = 10

/** In letters: what is no longer is a word, a date or a figure. */
const SHORT = 14

export interface TableLayout extends Widths {
  readonly table: PanelTable
  readonly size: number
  readonly blocks: 1 | 2
  /** Of the head, and of each row as its texts need it. */
  readonly head: number
  readonly heights: readonly number[]
  /** Of the row that has most. */
  readonly lines: number
  /** A word or a figure that is broken reads badly; a sentence does not. */
  readonly torn: boolean
  /** What one block has, in px. */
  readonly room: number
}

function tried(table: PanelTable, { width, height }: Box, size: number, blocks: 1 | 2): TableLayout {
  const laid = widthsOf(table, size, (width - (blocks - 1) * BETWEEN) / blocks, blocks)
  const measured = (cells: readonly string[], header: boolean): { readonly lines: number; readonly height: number; readonly torn: boolean } => {
    const all = cells.map((text, index) => {
      const runs = cellRuns(table, index, text, size, header)
      const lines = runLines(runs, Math.max(20, (laid.widths[index] ?? 20) - gapOf(blocks) + 2))
      return { lines, height: lines * largestOf(runs) * LINE, torn: lines > 1 && Array.from(text).length <= SHORT }
    })
    return {
      torn: all.some(({ torn }) => torn),
      lines: Math.max(1, ...all.map(({ lines }) => lines)),
      height: Math.max(size * LINE, ...all.map((one) => one.height)) + PAD
    }
  }
  const rows = table.rows.map((row) => measured(row, false))
  const lines = Math.max(1, ...rows.map((row) => row.lines))
  const torn = rows.some((row) => row.torn)
  return { ...laid, table, size, blocks, head: measured(table.columns, true).height, heights: rows.map((row) => row.height), lines, torn, room: height }
}

/** Rows by slide and block, as many as have room; those of a slide's two blocks are of one length. */
export function pagesOf(layout: TableLayout): number[][][] {
  const { heights, head, room, blocks } = layout
  const columns: number[][] = []
  let used = Infinity
  heights.forEach((height, row) => {
    if (used + height > room) {
      columns.push([])
      used = head
    }
    columns.at(-1)?.push(row)
    used += height
  })
  if (blocks === 1) return columns.map((column) => [column])
  return Array.from({ length: Math.ceil(columns.length / 2) }, (_, page) => evened(columns.slice(page * 2, page * 2 + 2), layout))
}

function evened(blocks: readonly number[][], { heights, head, room }: TableLayout): number[][] {
  const rows = blocks.flat()
  const half = Math.ceil(rows.length / 2)
  const even = [rows.slice(0, half), rows.slice(half)].filter((own) => own.length > 0)
  return even.every((own) => own.reduce((sum, row) => sum + (heights[row] ?? 0), head) <= room) ? even : [...blocks]
}

const oneSlide = (layout: TableLayout): boolean => pagesOf(layout).length === 1

/** So much wider than its room a table may be before its cells are squeezed. */
const EASE = 1.35
/** Few rows may break rather than be small. */
const FEW = 8
const FEWER = 4
const LEAST = 13

/** From the largest that few rows are set in to the least that many are. */
const LARGE = [26, 24, 22, 20, 19] as const
const PLAIN = [17, 16, 15] as const
const SMALL = [16, 15, 14, 13] as const

interface Step {
  readonly sizes: readonly number[]
  readonly blocks: 1 | 2
  readonly good: (layout: TableLayout) => boolean
}

/** In this order: large and whole, large with lines that break, whole, broken, in two blocks. */
const STEPS: readonly Step[] = [
  { sizes: LARGE, blocks: 1, good: (one) => one.over <= 1 && airy(one) },
  { sizes: LARGE.slice(2), blocks: 1, good: (one) => one.table.rows.length <= FEW && one.lines <= 2 && !one.torn && one.over <= 1.6 && oneSlide(one) },
  { sizes: LARGE.slice(2), blocks: 1, good: (one) => one.table.rows.length <= FEWER && one.lines <= 3 && !one.torn && one.over <= 2.2 && airy(one) },
  { sizes: [...LARGE.slice(3), ...PLAIN], blocks: 1, good: (one) => one.over <= 1 && oneSlide(one) },
  { sizes: [...PLAIN, LEAST], blocks: 1, good: (one) => one.lines <= 2 && one.over <= EASE && oneSlide(one) },
  { sizes: SMALL, blocks: 2, good: (one) => one.over <= 1 && (oneSlide(one) || one.size === LEAST) },
  { sizes: SMALL, blocks: 1, good: (one) => one.over <= 1 }
]

/** Large letters stand close to each other in rows that are not high. */
const airy = ({ heights, head, room, size }: TableLayout): boolean => head + heights.reduce((sum, one) => sum + Math.max(one, size * 2.1), 0) <= room

/** As large as it can be read whole; else in two blocks, and on as many slides as that takes. */
export function layTable(given: PanelTable, box: Box): TableLayout {
  const table = upright(telling(given))
  for (const { sizes, blocks, good } of STEPS) {
    const found = sizes.map((size) => tried(table, box, size, blocks)).find(good)
    if (found !== undefined) return found
  }
  return tried(table, box, LEAST, 1)
}

/** Letters that are read from the back of a room. */
const READABLE = 16

/** It has room for all of its rows, none of them is squeezed, and they are not small. */
export const isAtEase = (layout: TableLayout): boolean =>
  layout.blocks === 1 && oneSlide(layout) && layout.lines <= 2 && !layout.torn && layout.over <= EASE && layout.size >= READABLE
