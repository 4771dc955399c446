import type { PanelTable } from '#charts/panel-table.ts'
import { cellRuns } from './table-cells.ts'
import { runsWidth } from './widths.ts'

/** Free behind the text of a cell, in px. */
export const gapOf = (blocks: 1 | 2): number => (blocks === 2 ? 14 : 24)
/** Free between two blocks of one table. */
export const BETWEEN = 32

export interface Widths {
  readonly widths: readonly number[]
  /** How much wider than its room the table would be whose texts do not break; under 1 where it has room. */
  readonly over: number
}

/** Side by side there is less room: a head may stand in two lines, and what is under it does not. */
const headShare = (blocks: 1 | 2): number => (blocks === 2 ? 0.55 : 1)

/** What each column asks for. */
const naturalOf = (table: PanelTable, size: number, blocks: 1 | 2): number[] =>
  table.columns.map(
    (title, index) =>
      Math.max(
        runsWidth(cellRuns(table, index, title, size, true)) * headShare(blocks),
        ...table.rows.map((row) => runsWidth(cellRuns(table, index, row[index] ?? '', size, false)))
      ) + gapOf(blocks)
  )

/** As wide as the texts ask for; where that is too much, the widest give way. */
export function widthsOf(table: PanelTable, size: number, width: number, blocks: 1 | 2): Widths {
  const { columns } = table
  const natural = naturalOf(table, size, blocks)
  const total = natural.reduce((sum, wide) => sum + wide, 0)
  if (total <= width) return { widths: natural.map((wide) => wide + (width - total) / natural.length), over: total / width }
  const fair = width / columns.length
  const wide = natural.reduce((sum, one) => sum + Math.max(0, one - fair), 0)
  return { widths: natural.map((one) => one - ((total - width) * Math.max(0, one - fair)) / Math.max(1, wide)), over: total / width }
}
