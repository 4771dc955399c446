/**
 * How a figure must read, worked out from its record alone, by hand and on text: this shares no line with src/format, so that
 * an error there has no twin here. Fields are those of the API's JSON.
 */
export interface PlainFigure {
  readonly indicator: string
  readonly refArea: string
  readonly scope: string
  readonly timePeriod: string
  readonly periodText?: string
  readonly breakdown?: Readonly<Record<string, string>>
  readonly obsValue: string | null
  readonly obsValueHigh?: string
  readonly bound: string
  readonly qualifier?: { readonly word: string; readonly place: string }
  readonly scale: number
  readonly obsStatus: string
  readonly origin: string
  readonly source: string
  readonly release: number
}

export interface PlainIndicator {
  readonly id: string
  readonly name: string
  readonly unitMeasure: string
  readonly decimals: number
  readonly seriesScale: number
  readonly valueList?: string
}

const zeros = (power: number): number => String(power).length - 1
const WORD: Readonly<Record<string, string>> = { '1': '', '10000': '万', '10000000': '千万', '100000000': '亿' }
const ABSENT: Readonly<Record<string, string>> = { O: '未报', M: '不适用', Q: '不予公布' }

/** `35820000000` by 10^8: `358.2`; the point is moved, nothing is reckoned. */
export function moved(value: string, power: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const places = zeros(power)
  const digits = whole.padStart(places + 1, '0') + fraction
  const cut = Math.max(whole.length, places + 1) - places
  const rest = digits.slice(cut).replace(/0+$/, '')
  const head = digits.slice(0, cut).replace(/^0+(?=\d)/, '')
  return sign + head + (rest === '' ? '' : `.${rest}`)
}

/** Half goes away from zero; written with exactly so many places. */
export function rounded(value: string, places: number): string {
  const sign = value.startsWith('-') ? '-' : ''
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.')
  const kept = fraction.slice(0, places).padEnd(places, '0')
  let digits = BigInt(whole + kept)
  if ((fraction[places] ?? '0') >= '5') digits += 1n
  const text = digits.toString().padStart(places + 1, '0')
  const shown = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
  return /^[0.]+$/.test(shown) ? shown : sign + shown
}

/** Thousands parted by commas, counted from the right. */
export function parted(text: string): string {
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction] = text.replace('-', '').split('.')
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end))
  return sign + groups.join(',') + (fraction === undefined ? '' : `.${fraction}`)
}

/** `超1200亿元`, `3万余名`, `70%以上`, `1.5万至2万元`, `上千万元`. */
export function phraseText(figure: PlainFigure, { unitMeasure }: PlainIndicator): string {
  if (figure.obsValue === null) return ABSENT[figure.obsStatus] ?? ''
  const { word = '', place = '' } = figure.qualifier ?? {}
  const at = (where: string): string => (place === where ? word : '')
  const scale = WORD[String(figure.scale)] ?? ''
  const number = figure.bound === 'magnitude' ? '' : moved(figure.obsValue, figure.scale)
  const high = figure.bound === 'range' && figure.obsValueHigh !== undefined ? `至${moved(figure.obsValueHigh, figure.scale)}${scale}` : ''
  const unit = unitMeasure.replace(/\/.*$/, '')
  return `${at('beforeNumber')}${number}${at('afterNumber')}${scale}${at('afterScale')}${high}${unit}${at('afterUnit')}`
}

/** As charts and tables write it: in the series' own unit, rounded, with commas: `6,980`. */
export function seriesNumber(figure: PlainFigure, { seriesScale, decimals }: PlainIndicator): string {
  return figure.obsValue === null ? (ABSENT[figure.obsStatus] ?? '') : parted(rounded(moved(figure.obsValue, seriesScale), decimals))
}

export const seriesUnitText = ({ seriesScale, unitMeasure }: PlainIndicator): string => (WORD[String(seriesScale)] ?? '') + unitMeasure

const numbersOf = (text: string): string => [...new Set(text.match(/\d+/g)?.map(Number))].toSorted((a, b) => a - b).join(' ')

/** Whether a period in words is this one: the same years, months and days, behind the source's own words where it has any. */
export function isPeriodOf(text: string, { timePeriod, periodText = '' }: PlainFigure): boolean {
  if (text === '' || !text.startsWith(periodText)) return false
  const isDated = /\d{4}/.test(periodText) || timePeriod === '_T'
  return periodText !== '' && isDated ? text === periodText : numbersOf(text.slice(periodText.length)) === numbersOf(timePeriod)
}

/** As a file has it: unscaled; a code and a magnitude are no numbers. */
export function valueText({ obsValue, obsValueHigh, bound }: PlainFigure, { valueList }: PlainIndicator): string {
  if (obsValue === null || valueList !== undefined || bound === 'magnitude') return ''
  return bound === 'range' ? `${obsValue}至${obsValueHigh}` : obsValue
}

const STATUS: Readonly<Record<string, string>> = { P: '初步', E: '估算', F: '预计', B: '口径有变', U: '可靠性低' }
const ORIGIN: Readonly<Record<string, string>> = { published: '已发布', reported: '已报送', demo: '演示' }

/** `已发布`, `演示`, `已发布 预计`. */
export const statusWords = ({ origin, obsStatus }: PlainFigure): string =>
  [ORIGIN[origin] ?? '', STATUS[obsStatus] ?? ''].filter((word) => word !== '').join(' ')

/** How the cell of a figure reads wherever it is carried to: its phrase, or the number of a series. */
export function cellText(figure: PlainFigure, indicator: PlainIndicator): string {
  const words = figure.obsStatus in STATUS && figure.origin !== 'published' && figure.bound === 'exact' ? ` ${STATUS[figure.obsStatus]}` : ''
  if (figure.origin === 'published' || figure.bound !== 'exact' || figure.obsValue === null) return phraseText(figure, indicator)
  return `${seriesNumber(figure, indicator)}${seriesUnitText(indicator)}${words}`
}
