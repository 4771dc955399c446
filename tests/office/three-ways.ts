import { says, type Cell } from '#tests/carried/cells.ts'
import {
  cellText,
  isPeriodOf,
  phraseText,
  seriesNumber,
  seriesUnitText,
  statusWords,
  valueText,
  type PlainFigure,
  type PlainIndicator
} from '#tests/carried/plain-format.ts'
import type { ReadSheet } from './books.ts'
import type { Said, SaidArea, SaidFigure, SaidPoint, SaidRow, SaidTitle } from './deck-says.ts'

/** One figure as the three say it: the API, a panel's sheet, the slides of the panel. */
export interface Triple {
  readonly where: string
  readonly kind: string
  readonly region: string | undefined
  /** The region whose parts are shown. */
  readonly root: string
  readonly cell: Cell
  /** Other figures of its panel: what tells it from them must stand beside it. */
  readonly siblings: readonly Cell[]
  readonly sheet: readonly SheetRow[]
  readonly said: readonly Said[]
}

/** A row of a workbook by its heads, 数值 with whether it is a number. */
export interface SheetRow {
  readonly number: boolean
  readonly cells: Readonly<Record<string, string>>
}

export function sheetRows({ rows: [head, ...rows] }: ReadSheet): SheetRow[] {
  const heads = [...(head ?? [])].map(([column, { text }]) => [column, text] as const)
  const value = heads.find(([, text]) => text === '数值')?.[0] ?? -1
  const end = rows.findIndex(({ size }) => size === 0)
  return rows.slice(0, end).map((row) => ({
    number: row.get(value)?.kind === 'number',
    cells: Object.fromEntries(heads.map(([column, text]) => [text, row.get(column)?.text ?? '']))
  }))
}

const STATUS: Readonly<Record<string, string>> = { P: '初步', E: '估算', F: '预计', B: '口径有变', U: '可靠性低' }
const digits = (text: string): string => text.replaceAll(',', '')
const bare = (text: string): string => text.replaceAll(/\s/g, '')

/** The rows of a sheet that are as the API's figure asks for: the number digit for digit, and every word. */
export function rowsOf({ cell: { figure, indicator, area, part, text, told }, sheet }: Triple): readonly SheetRow[] {
  const value = valueText(figure, indicator)
  const asked: Readonly<Record<string, string>> = {
    指标: indicator.name,
    地区: area,
    范围: figure.scope,
    分项: part,
    限定词: figure.qualifier?.word ?? '',
    数值: value,
    单位: indicator.unitMeasure,
    ...(told === figure ? { 显示: text } : {}),
    状态: statusWords(figure),
    版次: String(figure.release)
  }
  const isNumber = value !== '' && !value.includes('至')
  return sheet.filter(
    ({ number, cells }) =>
      number === isNumber && Object.entries(asked).every(([head, words]) => cells[head] === words) && isPeriodOf(cells['期间'] ?? '', figure)
  )
}

/** As a chart writes it: without its unit, which its series has, unless a qualifier makes it a phrase. */
function chartText(figure: PlainFigure, indicator: PlainIndicator): string {
  const amount = figure.bound === 'exact' ? seriesNumber(figure, indicator) : phraseText(figure, indicator)
  return figure.obsStatus in STATUS ? `${amount} ${STATUS[figure.obsStatus]}` : amount
}

/** Whether a label names the figure's parts and its area, where its panel has several; the whole may go without its name. */
function isNamed({ cell: { area, part, figure, indicator }, siblings, root }: Triple, label: string): boolean {
  const others = siblings.filter((one) => one.area !== area && one.indicator.id === indicator.id && one.figure.timePeriod === figure.timePeriod)
  const parts = part === '' ? [] : part.split(' · ')
  const here = others.length === 0 || label.includes(area) || (figure.refArea === root && !others.some((one) => label.includes(one.area)))
  return here && parts.every((name) => label.includes(name))
}

/** As the API's answer names it, which other tests do without. */
const labelsOf = (indicator: PlainIndicator & { readonly shortName?: string }): string[] => [indicator.name, indicator.shortName ?? indicator.name]

/** How well a label names an indicator: by its whole name, by a part of it, not at all. */
const likeness = (label: string, indicator: PlainIndicator): number =>
  Math.max(...labelsOf(indicator).map((name) => (label === name ? 2 : Number(label.includes(name) || name.includes(label)))))

/** Whether no other indicator of the panel is named better by it. */
const isOwn = ({ cell: { indicator }, siblings }: Triple, label: string): boolean =>
  siblings.every((one) => likeness(label, one.indicator) <= likeness(label, indicator))

/** A row that names the part of a total is its own; else the row or the series names the indicator. */
function isPointOwn(triple: Triple, category: string, series: string): boolean {
  const { part } = triple.cell
  if (part !== '' && part.split(' · ').some((name) => category.includes(name))) return true
  return isOwn(triple, triple.siblings.some(({ indicator }) => likeness(category, indicator) > 0) ? category : series)
}

/** A chart's number in the unit of its series, and its words, to the letter. */
function atPoint(triple: Triple, { category, series, unit, number, text, period, status }: SaidPoint): boolean {
  const { told, figure, indicator } = triple.cell
  const measured = figure.bound !== 'magnitude' && indicator.valueList === undefined
  const words = chartText(told, indicator)
  return (
    (text === words || text.startsWith(`${words}　`) || text === `${words}※`) &&
    number === (measured ? digits(seriesNumber(told, indicator)) : '') &&
    unit === seriesUnitText(indicator) &&
    isPeriodOf(period, figure) &&
    status === statusWords(figure) &&
    isNamed(triple, `${category}　${series}`) &&
    isPointOwn(triple, category, series)
  )
}

/** Of when it is: by its own words, or those that stand around it once for all. */
const dated = (figure: PlainFigure, own: readonly string[], around: readonly string[]): boolean =>
  own.some((text) => isPeriodOf(text, figure)) || around.some((text) => text.split(/[，；：。（）]|除注明外/).some((piece) => isPeriodOf(piece.trim(), figure)))

/** By a word wherever it is a demo one; one that is none does not stand where all areas are said to be. */
const isMarked = ({ cell: { figure }, root }: Triple, texts: readonly string[]): boolean =>
  figure.origin === 'demo' ? texts.some((text) => text.includes('演示')) : figure.refArea === root || !texts.includes('分县演示')

/** A code reads as its name, and has no number. */
function phrasesOf({ told, indicator, text }: Cell): readonly string[] {
  if (indicator.valueList !== undefined) return [text]
  const charted = told.bound === 'exact' ? [seriesNumber(told, indicator) + seriesUnitText(indicator)] : []
  return [...new Set([text, cellText(told, indicator), phraseText(told, indicator), ...charted])]
}

/** A number by itself stands for the figure where its unit is said at the head of its column, or over the table. */
const isBareNumber = ({ told, indicator }: Cell, text: string, near: readonly string[]): boolean =>
  indicator.valueList === undefined &&
  told.bound === 'exact' &&
  [seriesNumber(told, indicator), chartText(told, indicator)].includes(text) &&
  near.some((one) => one.includes(seriesUnitText(indicator)))

const isPhrase = (cell: Cell, text: string): boolean => phrasesOf(cell).some((phrase) => bare(phrase) === bare(text))

/** A table's cell to the letter, in the row and under the head that name it. */
function inTable(triple: Triple, { title, heads, cells, around }: SaidRow): boolean {
  const { cell } = triple
  const [status, when] = [heads.indexOf('状态'), heads.indexOf('期间')]
  return cells.some((text, column) => {
    const head = heads[column] ?? ''
    const said = isPhrase(cell, text) || isBareNumber(cell, text, [head, ...around]) || says(text, phraseText(cell.told, cell.indicator))
    return (
      said &&
      isNamed(triple, [title, ...cells, head].join('　')) &&
      (status < 0 ? isMarked(triple, [...cells, ...around]) : cells[status] === statusWords(cell.figure)) &&
      (when < 0 ? dated(cell.figure, [...cells, head], around) : isPeriodOf(cells[when] ?? '', cell.figure))
    )
  })
}

/** `回归项目`, `958个 项目`, `截至2022年10月 · 演示`. */
function isFigure(triple: Triple, { title, lines: [label = '', phrase = '', under = ''] }: SaidFigure): boolean {
  const { cell } = triple
  return (
    (isPhrase(cell, phrase) || isPhrase(cell, phrase.split(' ')[0] ?? '')) &&
    isNamed(triple, [title, label, under, phrase].join('　')) &&
    under.split(' · ').some((text) => isPeriodOf(text, cell.figure)) &&
    under.includes('演示') === (cell.figure.origin === 'demo')
  )
}

const isArea = (triple: Triple, { words, around }: SaidArea): boolean =>
  phrasesOf(triple.cell).some((text) => bare(words).replace('（演示）', '') === bare(`${triple.cell.area}${text}`)) &&
  words.endsWith('（演示）') === (triple.cell.figure.origin === 'demo') &&
  dated(triple.cell.figure, [], around)

/** A sentence over the slide, of what is published, or why there is no figure. */
const inTitle = (triple: Triple, { text, around }: SaidTitle): boolean =>
  triple.cell.figure.origin !== 'demo' &&
  isNamed(triple, text) &&
  says(text, phraseText(triple.cell.told, triple.cell.indicator)) &&
  dated(triple.cell.figure, [], around)

const carries = (triple: Triple, said: Said): boolean =>
  (said.at === 'chart' && atPoint(triple, said)) ||
  (said.at === 'table' && inTable(triple, said)) ||
  (said.at === 'figure' && isFigure(triple, said)) ||
  (said.at === 'title' && inTitle(triple, said)) ||
  (said.at === 'map' && isArea(triple, said))

/** Where on the panel's slides the figure is said as the API has it. */
export const placesOf = (triple: Triple): readonly Said[] => triple.said.filter((said) => carries(triple, said))
