import type { PanelTable } from '#charts/panel-table.ts'
import type { Cell, Grid } from '#server/render/office/sheet-xml.ts'
import { aboutRows } from './about-rows.ts'
import type { BookPanel } from './book-panels.ts'
import { saidCell, textCell } from './cells.ts'
import type { Look, Looks } from './looks.ts'
import { sizedFor } from './widths.ts'

/** Names of days and months are no numbers. */
const DATES: ReadonlySet<string> = new Set(['期间', '日期'])

const isDemo = (columns: readonly string[], row: readonly string[]): boolean => (row[columns.indexOf('状态')] ?? '').startsWith('演示')

function rowOf({ columns }: PanelTable, row: readonly string[], looks: Looks, wrap: boolean): Cell[] {
  const demo = isDemo(columns, row)
  return row.map((text, column) => {
    // The first column names the row.
    const look: Look = { demo: demo && column > 0, apart: column > 0, wrap }
    return column === 0 || DATES.has(columns[column] ?? '') ? textCell(text, looks, look) : saidCell(text, looks, look)
  })
}

/** What a panel shows of its figures, behind them and what they are: names without a figure, events, shares. */
export const shownRows = (table: PanelTable | null, looks: Looks): Cell[][] =>
  table === null
    ? []
    : [
        [],
        [textCell('图中所示', looks)],
        table.columns.map((text) => textCell(text, looks, { head: true })),
        ...table.rows.map((row) => rowOf(table, row, looks, false))
      ]

/** A panel's own table as its picture has it: names, events with their days, scores with their ranks. Numbers are numbers and read as they do there. */
export function tableGrid(name: string, panel: BookPanel, table: PanelTable, looks: Looks): Grid {
  const texts = [table.columns, ...table.rows]
  return {
    name,
    ...sizedFor(texts),
    filtered: texts.length,
    rows: [
      table.columns.map((text) => textCell(text, looks, { head: true })),
      ...table.rows.map((row) => rowOf(table, row, looks, true)),
      ...aboutRows(panel).map((row) => row.map((text) => textCell(text, looks)))
    ]
  }
}
