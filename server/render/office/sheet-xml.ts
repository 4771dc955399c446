import { element, type Element } from '#server/render/element.ts'

/** A number is its decimal text: nothing is lost on the way. `style` is one of the workbook's own; without one a cell is as its place asks for. */
export type Cell = { readonly number: string; readonly style?: number } | { readonly text: string; readonly style?: number } | null

export interface Grid {
  readonly name: string
  /** The first row is the head. */
  readonly rows: readonly (readonly Cell[])[]
  /** In characters. */
  readonly widths: readonly number[]
  /** Of each row, in points; one that has none is as tall as a line. */
  readonly heights?: readonly (number | undefined)[]
  /** How many rows the table has, its head among them, where it can be sorted and filtered; others may stand behind an empty one. */
  readonly filtered?: number
  /** Printed on A4 across, as many pages long as it takes and one wide, each with the head and its number. */
  readonly printed?: boolean
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** 0 is A, 26 is AA. */
export const columnName = (index: number): string => (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26))

/** Texts are written as texts: nothing that begins with = is ever a formula. */
function cellXml(cell: Cell, row: number, column: number): Element[] {
  const r = `${columnName(column)}${row + 1}`
  if (cell === null) return []
  if ('number' in cell) return [element('c', { r, s: cell.style ?? 1 }, [element('v', {}, [cell.number])])]
  return [
    element('c', { r, t: 'inlineStr', s: cell.style ?? (row === 0 ? 2 : 0) }, [element('is', {}, [element('t', { 'xml:space': 'preserve' }, [cell.text])])])
  ]
}

function rowXml(cells: readonly Cell[], row: number, ht: number | undefined): Element {
  const attrs = { r: row + 1, ht, customHeight: ht === undefined ? undefined : 1 }
  return element(
    'row',
    attrs,
    cells.flatMap((cell, column) => cellXml(cell, row, column))
  )
}

/** From A1 to the last cell that has something. */
function extentOf(rows: Grid['rows']): string {
  const columns = Math.max(1, ...rows.map((cells) => cells.findLastIndex((cell) => cell !== null) + 1))
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell !== null)) + 1
  return columns === 1 && last <= 1 ? 'A1' : `A1:${columnName(columns - 1)}${Math.max(1, last)}`
}

/** The table with its head, as a sheet itself names it: `A1:M7`. */
export const filterOf = ({ filtered, widths }: Grid): string | null => (filtered === undefined ? null : `A1:${columnName(widths.length - 1)}${filtered}`)

/** In inches: room for the page's number below, and as much paper as there can be for the table. */
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const

/** The name of the sheet and of the page: codes of the format, and nothing that a pack says. */
const FOOTER = '&L&A&R第 &P 页，共 &N 页'

const printXml = (): Element[] => [
  element('pageMargins', MARGINS),
  element('pageSetup', { paperSize: 9, fitToHeight: 0, orientation: 'landscape' }),
  element('headerFooter', {}, [element('oddFooter', {}, [FOOTER])])
]

/** In points. */
const LINE = '16.5'

/** The root of a sheet's part. The first one of a workbook is the one that is seen when it is opened. */
export function sheetXml(grid: Grid, first: boolean): Element {
  const { rows, widths, heights = [], printed = false } = grid
  const filter = filterOf(grid)
  // The head, and the first column, which names each row.
  const pane = element('pane', { xSplit: 1, ySplit: 1, topLeftCell: 'B2', activePane: 'bottomRight', state: 'frozen' })
  return element('worksheet', { xmlns: MAIN }, [
    ...(printed ? [element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: 1 })])] : []),
    element('dimension', { ref: extentOf(rows) }),
    element('sheetViews', {}, [element('sheetView', { tabSelected: first ? 1 : undefined, workbookViewId: 0 }, [pane])]),
    element('sheetFormatPr', { defaultRowHeight: LINE }),
    element(
      'cols',
      {},
      widths.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }))
    ),
    element(
      'sheetData',
      {},
      rows.map((cells, row) => rowXml(cells, row, heights[row]))
    ),
    ...(filter === null ? [] : [element('autoFilter', { ref: filter })]),
    ...(printed ? printXml() : [])
  ])
}
