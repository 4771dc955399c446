import type { Carried } from '#charts/carried.ts'
import type { Cell, Grid } from '#server/render/office/sheet-xml.ts'
import { cellsOf, COLUMNS } from '#server/render/panel-csv.ts'
import { aboutRows } from './about-rows.ts'
import type { BookPanel } from './book-panels.ts'
import { shownRows } from './table-grid.ts'
import { countCell, shownValue, textCell, valueCell } from './cells.ts'
import type { Look, Looks } from './looks.ts'
import { sizedFor } from './widths.ts'

/** Marked with stripes where the figure is a demo one. */
const STRIPED: ReadonlySet<string> = new Set(['数值', '单位', '显示', '状态'])

const NUMBERS: ReadonlySet<string> = new Set(['数值', '版次'])

/** Stands behind a number: the two would be read as one. */
const APART: ReadonlySet<string> = new Set(['单位', '口径'])

const WRAPPED: ReadonlySet<string> = new Set(['来源', '口径'])

const lookOf = (column: string): Look => ({ apart: APART.has(column), wrap: WRAPPED.has(column) })

function rowOf(figure: Carried, looks: Looks): Cell[] {
  const demo = figure.observation.origin === 'demo'
  return cellsOf(figure).map((text, column) => {
    const head = COLUMNS[column] ?? ''
    const look = { ...lookOf(head), demo: demo && STRIPED.has(head) }
    if (head === '数值') return valueCell(text, figure.indicator, looks, look)
    return head === '版次' ? countCell(text, looks) : textCell(text, looks, look)
  })
}

/** What a column must have room for. */
const shownOf = (figure: Carried): string[] => cellsOf(figure).map((text, column) => (COLUMNS[column] === '数值' ? shownValue(text, figure.indicator) : text))

/** The figures of a panel, one row each, none without its unit, period, status and source. */
export function panelGrid(name: string, panel: BookPanel, looks: Looks): Grid {
  const { figures } = panel.sheet
  const texts = [COLUMNS, ...figures.map(shownOf)]
  return {
    name,
    ...sizedFor(texts),
    ...(figures.length === 0 ? {} : { filtered: texts.length }),
    rows: [
      COLUMNS.map((text) => textCell(text, looks, { head: true, middle: NUMBERS.has(text), apart: APART.has(text) })),
      ...figures.map((figure) => rowOf(figure, looks)),
      ...aboutRows(panel).map((row) => row.map((text) => textCell(text, looks))),
      ...shownRows(panel.shown, looks)
    ]
  }
}
