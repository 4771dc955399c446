import type { Indicator } from '#contract/indicator.ts'
import type { Cell } from '#server/render/office/sheet-xml.ts'
import { FORMULA, NUMBER } from '#server/render/panel-csv.ts'
import type { Look, Looks } from './looks.ts'

/** Spreadsheets count in binary fractions of so many digits; a longer number would lose its last ones. */
const DIGITS = 15

/** Whether a spreadsheet keeps all digits of a decimal. */
export const isKept = (decimal: string): boolean => decimal.replaceAll(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS

/** `_x0041_` in a text would be read as the character of this code. */
const literal = (text: string): string => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/** A text that stays one: it is never written as a formula, nor becomes one when its cell is edited. */
export const textCell = (text: string, looks: Looks, look: Look = {}): Cell =>
  text === '' ? null : { text: literal(text), style: looks.of({ ...look, quoted: FORMULA.test(text) && !NUMBER.test(text) }) }

const decimalsIn = (decimal: string): number => (decimal.split('.')[1] ?? '').replace(/0+$/, '').length
const zeros = (scale: number): number => String(scale).length - 1

/** Decimal places of a number in whole units: as many as the indicator has, and none of the number's own is hidden. */
export const placesOf = (decimal: string, { decimals, seriesScale }: Pick<Indicator, 'decimals' | 'seriesScale'>): number =>
  Math.max(decimals - zeros(seriesScale), decimalsIn(decimal), 0)

/** How wide a value stands in its column: with the commas and places that its format adds. */
export function shownValue(value: string, indicator: Pick<Indicator, 'decimals' | 'seriesScale'>): string {
  if (!NUMBER.test(value) || !isKept(value)) return value
  const [whole = '', fraction = ''] = value.split('.')
  const places = placesOf(value, indicator)
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${places === 0 ? '' : `.${fraction.slice(0, places).padEnd(places, '0')}`}`
}

/** A number that is counted in nothing, such as that of a release. */
export const countCell = (count: string, looks: Looks): Cell => ({ number: count, style: looks.of({ places: 0 }) })

/** A decimal as a number, digit for digit; one that is too long for a spreadsheet, or that is none (15000至20000), stays a text. */
export const valueCell = (value: string, indicator: Indicator, looks: Looks, look: Look): Cell =>
  NUMBER.test(value) && isKept(value) ? { number: value, style: looks.of({ ...look, places: placesOf(value, indicator) }) } : textCell(value, looks, look)

/** `第1`, `92.4分※`, `84.7分 估算※`, `93.0 第2`, `−0.3`, `+0.8（较 2022-02）`: one number, and what stands around it. A rank behind a score stays beside it. */
const SAID =
  /^(?<before>第|并列)?(?<sign>[+−])?(?<digits>\d{1,3}(?:,\d{3})*|\d+)(?<fraction>\.\d+)?(?<after>[分%]?(?: 估算)?※?(?: (?:第|并列)\d+|（较 [\d-]+）)?)$/

/** What a panel's own table says, as a number where it is one, shown to the letter as it is said. */
export function saidCell(said: string, looks: Looks, look: Look): Cell {
  const { before = '', sign = '', digits = '', fraction = '', after = '' } = SAID.exec(said)?.groups ?? {}
  const number = `${sign === '−' ? '-' : ''}${digits.replaceAll(',', '')}${fraction}`
  if (digits === '' || !isKept(number)) return textCell(said, looks, look)
  const { wrap: _wrap, apart: _apart, ...plain } = look
  return { number, style: looks.of({ ...plain, places: Math.max(0, fraction.length - 1), before, after, signed: sign !== '' }) }
}
