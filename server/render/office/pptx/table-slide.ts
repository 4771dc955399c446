import type { PanelTable } from '#charts/panel-table.ts'
import type { Slide } from './slide.ts'
import { nativeTable, type NativeCell } from './table.ts'
import { SIZE, type Box } from './units.ts'
import { textWidth } from './widths.ts'

const ROW = 30
const LEAST_SIZE = 13

/** Columns that say something: an empty one takes no room. */
function filled({ columns, rows }: PanelTable): PanelTable {
  const kept = columns.map((_, index) => index).filter((index) => rows.some((row) => (row[index] ?? '') !== ''))
  return { columns: kept.map((index) => columns[index] ?? ''), rows: rows.map((row) => kept.map((index) => row[index] ?? '')) }
}

const GAP = 14

/** As wide as the texts ask for; where that is too much the widest give way, and letters shrink before that. */
function widthsOf({ columns, rows }: PanelTable, size: number, width: number): { readonly widths: number[]; readonly over: number } {
  const natural = columns.map((title, index) => Math.max(textWidth(title, size), ...rows.map((row) => textWidth(row[index] ?? '', size))) + GAP)
  const total = natural.reduce((sum, wide) => sum + wide, 0)
  if (total <= width) return { widths: natural.map((wide) => wide + (width - total) / natural.length), over: 1 }
  const fair = width / columns.length
  const wide = natural.reduce((sum, one) => sum + Math.max(0, one - fair), 0)
  return { widths: natural.map((one) => one - ((total - width) * Math.max(0, one - fair)) / Math.max(1, wide)), over: total / width }
}

interface Fitted {
  readonly table: PanelTable
  readonly size: number
  readonly widths: readonly number[]
  readonly rowHeight: number
}

function fitted(given: PanelTable, { width }: Pick<Box, 'width'>): Fitted {
  const table = filled(given)
  const sizes = [SIZE.min, 14, LEAST_SIZE]
  const size = sizes.find((one) => widthsOf(table, one, width).over <= 1) ?? LEAST_SIZE
  const { widths } = widthsOf(table, size, width)
  const lines = Math.max(
    1,
    ...table.rows.flatMap((row) => row.map((text, index) => Math.ceil(textWidth(text, size) / Math.max(20, (widths[index] ?? 20) - GAP + 1))))
  )
  return { table, size, widths, rowHeight: Math.max(ROW, lines * size * 1.3 + 10) }
}

/** How many rows under the head a box holds. */
export const rowsIn = (table: PanelTable, box: Box): number => Math.max(1, Math.floor(box.height / fitted(table, box).rowHeight) - 1)

const NUMBER = /^[\d,.%+\-−▲▼\s]+/

/** A panel's table, or the rows of it that a slide holds. */
export function putTable(slide: Slide, name: string, whole: PanelTable, rows: PanelTable['rows'], box: Box, words: string): void {
  const { theme } = slide
  const { table, size, widths, rowHeight } = fitted(whole, box)
  const kept = filled({ columns: whole.columns, rows: whole.rows })
  const shown = rows.map((row) => kept.columns.map((title) => row[whole.columns.indexOf(title)] ?? ''))
  const right = table.columns.map((_, index) => index > 0 && table.rows.every((row) => row[index] === '' || NUMBER.test(row[index] ?? '')))
  const cell = (text: string, index: number, head: boolean): NativeCell => ({
    paragraphs: [{ align: right[index] === true ? 'r' : 'l', runs: [{ text, size, colour: head ? theme.t2 : theme.t1, bold: !head && index === 0 }] }]
  })
  const cells = [table.columns.map((text, index) => cell(text, index, true)), ...shown.map((row) => row.map((text, index) => cell(text, index, false)))]
  slide.put(nativeTable(slide.id(), { name, words, widths, rows: cells, rowHeight }, box, theme))
}
