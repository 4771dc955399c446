import { element, type Element } from '#server/render/element.ts'
import { createParts, PACKAGE_ROOT } from './parts.ts'
import { addProperties, type FileFacts } from './properties.ts'
import { filterOf, MAIN, sheetXml, type Grid } from './sheet-xml.ts'
import { NAMESPACES } from './xml.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const font = (bold: boolean): Element =>
  element('font', {}, [...(bold ? [element('b')] : []), element('sz', { val: 11 }), element('name', { val: '微软雅黑' })])
const xf = (format: number, face: number): Element =>
  element('xf', { numFmtId: format, fontId: face, fillId: 0, borderId: 0, xfId: 0, applyNumberFormat: 1, applyFont: 1 })

/** The style of dates in a small workbook. */
export const DATED = 3

/** Texts, numbers in the first format, heads, and dates in the second where there is one. */
const stylesXml = (formats: readonly string[]): Element =>
  element('styleSheet', { xmlns: MAIN }, [
    element(
      'numFmts',
      { count: formats.length },
      formats.map((formatCode, index) => element('numFmt', { numFmtId: 164 + index, formatCode }))
    ),
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
    element('cellXfs', { count: 2 + formats.length }, [xf(0, 0), xf(164, 0), xf(0, 1), ...formats.slice(1).map(() => xf(165, 0))]),
    element('cellStyles', { count: 1 }, [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })])
  ])

/** `'乡贤 ''1'''!$A$1:$M$7`: as a formula names a range of another sheet. */
const absolute = (sheet: string, range: string): string => `'${sheet.replaceAll("'", "''")}'!${range.replaceAll(/[A-Z]+|\d+/g, '$$$&')}`

/** Names that the format itself gives to the table that is filtered and to the rows that each page begins with. */
function namesOf(grid: Grid, localSheetId: number): Element[] {
  const filter = filterOf(grid)
  const named = (name: string, range: string, hidden?: 1): Element =>
    element('definedName', { name: `_xlnm.${name}`, localSheetId, hidden }, [absolute(grid.name, range)])
  return [...(filter === null ? [] : [named('_FilterDatabase', filter, 1)]), ...(grid.printed === true ? [named('Print_Titles', '1:1')] : [])]
}

const APP = [element('Application', {}, ['Microsoft Excel']), element('AppVersion', {}, ['16.0300'])]

/** Sheets as a workbook, in their order. `styles` is the root of its styles; without `facts` it says nothing of itself. */
export function bookOf(grids: readonly Grid[], styles: Element, facts?: FileFacts): Uint8Array {
  const parts = createParts()
  const book = 'xl/workbook.xml'
  const sheets = grids.map((grid, index) => {
    const path = parts.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(grid, index === 0), `${TYPE}.worksheet+xml`)
    return element('sheet', { name: grid.name, sheetId: index + 1, 'r:id': parts.relate(book, 'worksheet', path) })
  })
  parts.relate(book, 'styles', parts.add('xl/styles.xml', styles, `${TYPE}.styles+xml`))
  const names = grids.flatMap(namesOf)
  const xml = element('workbook', { xmlns: MAIN, 'xmlns:r': NAMESPACES.r }, [
    element('bookViews', {}, [element('workbookView')]),
    element('sheets', {}, sheets),
    ...(names.length === 0 ? [] : [element('definedNames', {}, names)])
  ])
  parts.relate(PACKAGE_ROOT, 'document', parts.add(book, xml, `${TYPE}.sheet.main+xml`))
  if (facts !== undefined) addProperties(parts, facts, APP)
  return parts.zip()
}

/** A small workbook, such as stands behind a chart. `format` is how its numbers are shown, `dates` how its dates are, where it has some. */
export const workbookOf = (grids: readonly Grid[], format: string, dates?: string): Uint8Array =>
  bookOf(grids, stylesXml(dates === undefined ? [format] : [format, dates]))
