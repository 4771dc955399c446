import type { PanelTable } from '#charts/panel-table.ts'
import type { Slide } from './slide.ts'
import { nativeTable, type NativeCell } from './table.ts'
import { SIZE, type Box } from './units.ts'
import { textWidth } from './widths.ts'

/** From the largest that few rows are set in to the least that many are. */
const SIZES = [21, 19, 17, 16, SIZE.min, 14, 13] as const
const LEAST = 13

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

const GAP = 24
const PAD = 10
const BETWEEN = 48

/** As wide as the texts ask for; where that is too much, the widest give way. `over` is how much too wide they are. */
function widthsOf({ columns, rows }: PanelTable, size: number, width: number): { readonly widths: number[]; readonly over: number } {
  const natural = columns.map((title, index) => Math.max(textWidth(title, size), ...rows.map((row) => textWidth(row[index] ?? '', size, index === 0))) + GAP)
  const total = natural.reduce((sum, wide) => sum + wide, 0)
  if (total <= width) return { widths: natural.map((wide) => wide + (width - total) / natural.length), over: total / width }
  const fair = width / columns.length
  const wide = natural.reduce((sum, one) => sum + Math.max(0, one - fair), 0)
  return { widths: natural.map((one) => one - ((total - width) * Math.max(0, one - fair)) / Math.max(1, wide)), over: total / width }
}

/** So much wider than its room a table may be before its cells are squeezed. */
const EASE = 1.35

export interface TableLayout {
  readonly table: PanelTable
  readonly size: number
  readonly widths: readonly number[]
  readonly rowHeight: number
  /** How many rows stand under one head, and how many such blocks side by side. */
  readonly rows: number
  readonly blocks: 1 | 2
  /** Of the row that has most, and how much too wide the whole is. */
  readonly lines: number
  readonly over: number
}

function tried(table: PanelTable, { width, height }: Box, size: number, blocks: 1 | 2): TableLayout {
  const { widths, over } = widthsOf(table, size, (width - (blocks - 1) * BETWEEN) / blocks)
  const room = (index: number): number => Math.max(20, (widths[index] ?? 20) - GAP + 2)
  const lines = Math.max(1, ...table.rows.flatMap((row) => row.map((text, index) => Math.ceil(textWidth(text, size, index === 0) / room(index)))))
  const rowHeight = lines * size * 1.45 + PAD
  return { table, size, widths, rowHeight, rows: Math.max(1, Math.floor(height / rowHeight) - 1), blocks, lines, over }
}

/** As large as it can be read whole; else in two blocks, and on as many slides as that takes. */
export function layTable(given: PanelTable, box: Box): TableLayout {
  const table = upright(telling(given))
  const whole = SIZES.map((size) => tried(table, box, size, 1)).find(({ rows, over }) => rows >= table.rows.length && over <= 1)
  if (whole !== undefined) return whole
  const broken = SIZES.slice(3)
    .map((size) => tried(table, box, size, 1))
    .find(({ rows, lines, over }) => rows >= table.rows.length && lines <= 2 && over <= EASE)
  if (broken !== undefined) return broken
  const double = SIZES.slice(2)
    .map((size) => tried(table, box, size, 2))
    .find(({ rows, over, size }) => over <= 1 && (2 * rows >= table.rows.length || size === LEAST))
  return (
    double ??
    SIZES.slice(4)
      .map((size) => tried(table, box, size, 1))
      .find(({ over }) => over <= 1) ??
    tried(table, box, LEAST, 1)
  )
}

/** It has room for all of its rows, and none of them is squeezed. */
export const isAtEase = ({ table, rows, blocks, lines, over }: TableLayout): boolean => blocks === 1 && rows >= table.rows.length && lines <= 2 && over <= EASE

/** The rows of each slide. */
export const pagesOf = ({ table, rows, blocks }: TableLayout): PanelTable['rows'][] =>
  Array.from({ length: Math.ceil(table.rows.length / (rows * blocks)) }, (_, index) => table.rows.slice(index * rows * blocks, (index + 1) * rows * blocks))

const NUMBER = /^[▲▼+\-−]?[\d,.]+%?$/

interface Said {
  readonly name: string
  readonly words: string
}

/** The rows that one slide has of a panel's table. */
export function putTable(slide: Slide, { name, words }: Said, layout: TableLayout, shown: PanelTable['rows'], box: Box): void {
  const { theme } = slide
  const { table, size, widths, rowHeight, rows, blocks } = layout
  const right = table.columns.map((_, index) => index > 0 && table.rows.every((row) => row[index] === '' || NUMBER.test(row[index] ?? '')))
  const cell = (text: string, index: number, head: boolean): NativeCell => ({
    paragraphs: [{ align: right[index] === true ? 'r' : 'l', runs: [{ text, size, colour: head ? theme.t2 : theme.t1, bold: !head && index === 0 }] }]
  })
  // Both blocks are filled evenly where there are two.
  const each = blocks === 2 ? Math.min(rows, Math.ceil(shown.length / 2)) : rows
  const width = widths.reduce((sum, one) => sum + one, 0)
  for (let block = 0; block * each < shown.length; block += 1) {
    const own = shown.slice(block * each, (block + 1) * each)
    const cells = [table.columns.map((text, index) => cell(text, index, true)), ...own.map((row) => row.map((text, index) => cell(text, index, false)))]
    slide.put(nativeTable(slide.id(), { name, words, widths, rows: cells, rowHeight }, { x: box.x + block * (width + BETWEEN), y: box.y }, theme))
  }
}
