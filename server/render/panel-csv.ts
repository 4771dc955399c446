import type { Carried } from '#charts/carried.ts'
import type { PanelTable } from '#charts/panel-table.ts'
import type { Sheet } from '#charts/sheet.ts'
import { headlineOf, underline } from './frame.ts'

/** What is told of each figure. */
export const COLUMNS = ['指标', '地区', '范围', '分项', '期间', '限定词', '数值', '单位', '显示', '状态', '来源', '版次', '口径'] as const

export const NUMBER = /^-?\d+(\.\d+)?$/
/** What a spreadsheet would reckon instead of showing it: those for Chinese take signs of full width as well, some pass over blanks. */
export const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/

/** A cell that stays what it is: one that a spreadsheet would take for a formula begins with an apostrophe, a number stays one. */
export const harmless = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text)

/** A field as RFC 4180 writes it. */
const field = (text: string): string => {
  const cell = harmless(text)
  return /[",\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
}

const record = (cells: readonly string[]): string =>
  `${Array.from({ length: Math.max(COLUMNS.length, cells.length) }, (_, index) => field(cells[index] ?? '')).join(',')}\r\n`

/** The number as the indicator counts it: in whole units and without a comma. A code has none, nor has a magnitude (上千万元). */
function valueOf({ observation: { obsValue, obsValueHigh, bound }, indicator }: Carried): string {
  if (obsValue === null || bound === 'magnitude' || indicator.valueList !== undefined) return ''
  return bound === 'range' && obsValueHigh !== undefined ? `${obsValue}至${obsValueHigh}` : obsValue
}

/** What is said of this one figure beyond its definition; empty where that says it already. */
export function noteOf({ note, definition }: Carried): string {
  const said = note.replace(/^口径：/, '')
  return definition.includes(said) ? '' : said
}

/** In the order of `COLUMNS`. */
export const cellsOf = (figure: Carried): string[] => [
  figure.name,
  figure.area,
  figure.scope,
  figure.part,
  figure.period,
  figure.qualifier,
  valueOf(figure),
  figure.indicator.unitMeasure,
  figure.text,
  figure.status,
  figure.source,
  String(figure.release),
  [figure.definition, noteOf(figure)].filter((text) => text !== '').join('；')
]

/** What the file is, in rows of their own behind the figures: the first row stays the head of the table. */
export const aboutOf = (sheet: Sheet): string[][] =>
  [
    ['标题', headlineOf(sheet)],
    ['说明', underline(sheet, sheet.place)],
    ['状态', [sheet.tags.known, sheet.tags.demo].filter((word) => word !== null).join('，')],
    ['来源', sheet.source.replace(/^来源：/, '')],
    ['版次', sheet.edition],
    ['发布', sheet.publisher]
  ].filter(([, text]) => text !== '')

/** The panel's own table, with what it reckons from the figures: scores, ranks, shares. */
const shownIn = (table: PanelTable | undefined): (readonly string[])[] =>
  table === undefined || table.rows.length === 0 ? [] : [[], ['图中所示'], table.columns, ...table.rows]

/**
 * The figures of a panel for a spreadsheet: UTF-8 with a byte order mark, one row a figure, none without its unit, period, status and source;
 * behind them what the file is, and what the panel shows of them.
 */
export const panelCsv = (sheet: Sheet, table?: PanelTable): string =>
  `\uFEFF${[COLUMNS, ...sheet.figures.map(cellsOf), [], ...aboutOf(sheet), ...shownIn(table)].map(record).join('')}`
