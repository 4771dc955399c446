import { scaleValue } from '#contract/bound.ts'
import { isDecimal, roundDecimal } from '#contract/decimal.ts'
import type { Observation } from '#contract/observation.ts'

/** A piece of a phrase; the typography sets each role in its own size. */
export interface PhrasePart {
  readonly role: 'qualifier' | 'number' | 'magnitude' | 'scale' | 'unit' | 'join'
  readonly text: string
}

type Phrased = Pick<Observation, 'obsValue' | 'obsValueHigh' | 'scale' | 'bound' | 'qualifier'>

export const SCALE_WORD: Record<Observation['scale'], string> = { 1: '', 10_000: '万', 10_000_000: '千万', 100_000_000: '亿' }

/** The unit as it is read aloud: what stands before the denominator (`元/人·年` reads 元). */
export const spokenUnit = (unitMeasure: string): string => unitMeasure.split('/')[0] ?? unitMeasure

const part = (role: PhrasePart['role'], text: string): PhrasePart[] => (text === '' ? [] : [{ role, text }])

/** Number and scale, with the qualifier that stands between or behind them. A magnitude has no numeral. */
function amount(o: Phrased, value: string): PhrasePart[] {
  const at = (place: string): PhrasePart[] => (o.qualifier?.place === place ? part('qualifier', o.qualifier.word) : [])
  const numeral = o.bound === 'magnitude' ? [] : part('number', scaleValue(value, o.scale))
  return [...numeral, ...at('afterNumber'), ...part(o.bound === 'magnitude' ? 'magnitude' : 'scale', SCALE_WORD[o.scale]), ...at('afterScale')]
}

/**
 * The published phrase, composed: `3万余名`, `526多亿元`, `70%以上`, `1.5万至2万元`, `上千万元`.
 * Never a comma. Empty for an observation without a value, and for a code: the code list has its name.
 */
export function phraseParts(o: Phrased, unitMeasure: string): PhrasePart[] {
  if (o.obsValue === null || !isDecimal(o.obsValue)) return []
  const at = (place: string): PhrasePart[] => (o.qualifier?.place === place ? part('qualifier', o.qualifier.word) : [])
  const high = o.bound === 'range' && o.obsValueHigh !== undefined ? [...part('join', '至'), ...amount({ ...o, qualifier: undefined }, o.obsValueHigh)] : []
  return [...at('beforeNumber'), ...amount(o, o.obsValue), ...high, ...part('unit', spokenUnit(unitMeasure)), ...at('afterUnit')]
}

export const phrase = (o: Phrased, unitMeasure: string): string =>
  phraseParts(o, unitMeasure)
    .map(({ text }) => text)
    .join('')

/** Rounds for a chart label and groups thousands: `6,980`, `121.6`. The scale is the series' own. */
export function chartNumber(value: string, scale: Observation['scale'], decimals: number): string {
  const [whole = '', fraction] = roundDecimal(scaleValue(value, scale), decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** The unit of a whole series: `亿元`, `件`. */
export const seriesUnit = (scale: Observation['scale'], unitMeasure: string): string => SCALE_WORD[scale] + unitMeasure
