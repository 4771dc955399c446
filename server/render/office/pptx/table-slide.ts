import type { PanelTable } from '#charts/panel-table.ts'
import { cellRuns } from './table-cells.ts'
import { pagesOf, type TableLayout } from './table-layout.ts'
import type { Slide } from './slide.ts'
import { nativeTable, type NativeCell } from './table.ts'
import { BETWEEN, gapOf } from './table-widths.ts'
import type { Box } from './units.ts'

const NUMBER = /^[▲▼+\-−]?[\d,.]+%?$/

interface Said {
  readonly name: string
  readonly words: string
}

/** Numbers end on one line below each other; two columns stay near each other instead. */
const rightAligned = ({ columns, rows }: PanelTable): boolean[] =>
  columns.map((_, index) => columns.length > 2 && index > 0 && rows.every((row) => row[index] === '' || NUMBER.test(row[index] ?? '')))

/** Rows are higher than their letters ask for where the slide has room, up to where they stop being read as one table. */
const TALLEST = 3.5
/** What a program that breaks a line where this does not may add without running over, in px. */
const SPARE = 16

export function stretched(heights: readonly number[], { head, size }: TableLayout, room: number): readonly number[] {
  const free = room - SPARE - head - heights.reduce((sum, one) => sum + one, 0)
  const wants = heights.map((one) => Math.max(0, size * TALLEST - one))
  const wanted = wants.reduce((sum, one) => sum + one, 0)
  const share = wanted === 0 ? 0 : Math.min(1, Math.max(0, free) / wanted)
  return heights.map((one, index) => one + (wants[index] ?? 0) * share)
}

/** The rows that one slide has of a panel's table, in one block or two. */
export function putTable(slide: Slide, { name, words }: Said, layout: TableLayout, page: readonly (readonly number[])[], box: Box, middle = false): void {
  const { theme } = slide
  const { table, size, widths, head, heights: needed } = layout
  const right = rightAligned(table)
  const cell = (text: string, column: number, header: boolean): NativeCell => ({
    paragraphs: [{ align: right[column] === true ? 'r' : 'l', runs: cellRuns(table, column, text, size, header, theme) }]
  })
  const alone = page.length === 1 && pagesOf(layout).length === 1
  const width = widths.reduce((sum, one) => sum + one, 0)
  page.forEach((own, block) => {
    const rows = [
      table.columns.map((text, index) => cell(text, index, true)),
      ...own.map((row) => (table.rows[row] ?? []).map((text, index) => cell(text, index, false)))
    ]
    const natural = own.map((row) => needed[row] ?? 0)
    const heights = [head, ...(alone ? stretched(natural, layout, box.height) : natural)]
    const tall = heights.reduce((sum, one) => sum + one, 0)
    const y = middle ? box.y + Math.max(0, (box.height - tall) * 0.44) : box.y
    slide.put(
      nativeTable(slide.id(), { name, words, widths, rows, heights, gap: gapOf(layout.blocks) - 2 }, { x: box.x + block * (width + BETWEEN), y }, theme)
    )
  })
}
