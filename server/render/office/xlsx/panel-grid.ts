import type { Carried } from '#charts/carried.ts'
import { citation, type Sheet } from '#charts/sheet.ts'
import type { Cell, Grid } from '#server/render/office/workbook.ts'
import { aboutOf, cellsOf, COLUMNS } from '#server/render/panel-csv.ts'
import { countCell, textCell, valueCell } from './cells.ts'
import type { Looks } from './looks.ts'
import { columnWidths } from './widths.ts'

/** A panel on its way into a workbook: nothing of it goes without its sheet. */
export interface BookPanel {
  readonly sheet: Sheet
  /** Where its scene is shown. */
  readonly address: string
}

/** Marked with stripes where the figure is a demo one. */
const STRIPED: ReadonlySet<string> = new Set(['数值', '单位', '显示', '状态'])

const NUMBERS: ReadonlySet<string> = new Set(['数值', '版次'])

function rowOf(figure: Carried, looks: Looks): Cell[] {
  const demo = figure.observation.origin === 'demo'
  return cellsOf(figure).map((text, column) => {
    const head = COLUMNS[column] ?? ''
    const look = { demo: demo && STRIPED.has(head) }
    if (head === '数值') return valueCell(text, figure.indicator, looks, look)
    return head === '版次' ? countCell(text, looks) : textCell(text, looks, look)
  })
}

const NOTHING = '本期无已发布数据'

/** What the sheet is, behind its figures: the first row stays the head of the table. */
const aboutRows = ({ sheet, address }: BookPanel): string[][] => [
  [],
  ...(sheet.figures.length === 0 ? [['数据', NOTHING]] : []),
  ['场景', sheet.scene.title],
  ...aboutOf(sheet),
  ['引用', citation(sheet, address)]
]

/** The figures of a panel, one row each, none without its unit, period, status and source. */
export function panelGrid(name: string, panel: BookPanel, looks: Looks): Grid {
  const { figures } = panel.sheet
  return {
    name,
    printed: true,
    widths: columnWidths([COLUMNS, ...figures.map(cellsOf)]),
    rows: [
      COLUMNS.map((text) => textCell(text, looks, { head: true, right: NUMBERS.has(text) })),
      ...figures.map((figure) => rowOf(figure, looks)),
      ...aboutRows(panel).map((row) => row.map((text) => textCell(text, looks)))
    ]
  }
}
