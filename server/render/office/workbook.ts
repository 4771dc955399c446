import { element, type Element } from '#server/render/element.ts'
import { createParts, PACKAGE_ROOT } from './parts.ts'
import { NAMESPACES } from './xml.ts'

/** A number is its decimal text: nothing is lost on the way. `style` is one of the workbook's own; without one a cell is as its place asks for. */
export type Cell = { readonly number: string; readonly style?: number } | { readonly text: string; readonly style?: number } | null

export interface Grid {
  readonly name: string
  /** The first row is the head. */
  readonly rows: readonly (readonly Cell[])[]
  /** In characters. */
  readonly widths: readonly number[]
  /** Of each row, in points; without them all are as tall as a line. */
  readonly heights?: readonly number[]
  /** Printed on A4 across, as many pages long as it takes and one wide. */
  readonly printed?: boolean
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

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

const sheetXml = ({ rows, widths, heights, printed = false }: Grid): Element =>
  element('worksheet', { xmlns: MAIN }, [
    ...(printed ? [element('sheetPr', {}, [element('pageSetUpPr', { fitToPage: 1 })])] : []),
    element('sheetViews', {}, [
      element('sheetView', { workbookViewId: 0 }, [element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' })])
    ]),
    element(
      'cols',
      {},
      widths.map((width, index) => element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }))
    ),
    element(
      'sheetData',
      {},
      rows.map((cells, row) =>
        element(
          'row',
          { r: row + 1, ht: heights?.[row], customHeight: heights === undefined ? undefined : 1 },
          cells.flatMap((cell, column) => cellXml(cell, row, column))
        )
      )
    ),
    ...(printed ? [element('pageSetup', { paperSize: 9, fitToHeight: 0, orientation: 'landscape' })] : [])
  ])

const font = (bold: boolean): Element =>
  element('font', {}, [...(bold ? [element('b')] : []), element('sz', { val: 11 }), element('name', { val: '微软雅黑' })])
const xf = (format: number, face: number): Element =>
  element('xf', { numFmtId: format, fontId: face, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1, applyFont: 1 })

/** Texts, numbers in this format, and heads. */
const stylesXml = (format: string): Element =>
  element('styleSheet', { xmlns: MAIN }, [
    element('numFmts', { count: 1 }, [element('numFmt', { numFmtId: 164, formatCode: format })]),
    element('fonts', { count: 2 }, [font(false), font(true)]),
    element('fills', { count: 2 }, [
      element('fill', {}, [element('patternFill', { patternType: 'none' })]),
      element('fill', {}, [element('patternFill', { patternType: 'gray125' })])
    ]),
    element('borders', { count: 1 }, [
      element(
        'border',
        {},
        ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side))
      )
    ]),
    element('cellStyleXfs', { count: 1 }, [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    element('cellXfs', { count: 3 }, [xf(0, 0), xf(164, 0), xf(0, 1)]),
    element('cellStyles', { count: 1 }, [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })])
  ])

/** Sheets as a workbook, in their order. `styles` is the root of its styles. */
export function bookOf(grids: readonly Grid[], styles: Element): Uint8Array {
  const parts = createParts()
  const book = 'xl/workbook.xml'
  const sheets = grids.map((grid, index) => {
    const path = parts.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(grid), `${TYPE}.worksheet+xml`)
    return element('sheet', { name: grid.name, sheetId: index + 1, 'r:id': parts.relate(book, 'worksheet', path) })
  })
  parts.relate(book, 'styles', parts.add('xl/styles.xml', styles, `${TYPE}.styles+xml`))
  const xml = element('workbook', { xmlns: MAIN, 'xmlns:r': NAMESPACES.r }, [
    element('bookViews', {}, [element('workbookView')]),
    element('sheets', {}, sheets)
  ])
  parts.relate(PACKAGE_ROOT, 'document', parts.add(book, xml, `${TYPE}.sheet.main+xml`))
  return parts.zip()
}

/** A small workbook, such as stands behind a chart. `format` is how its numbers are shown. */
export const workbookOf = (grids: readonly Grid[], format: string): Uint8Array => bookOf(grids, stylesXml(format))
