import { addDecimal, compareDecimal, isDecimal, multiplyDecimal, parseDecimal, shiftDecimal } from '#contract/decimal.ts'
import type { Bound, ObservationInput } from '#contract/observation.ts'

export type Bounded = Pick<ObservationInput, 'bound' | 'obsValue' | 'obsValueHigh' | 'scale'>

const SCALE_POWER: Record<ObservationInput['scale'], number> = { 1: 0, 10_000: 4, 10_000_000: 7, 100_000_000: 8 }

/** A value in the unit it is printed with: `scaleValue('52600000000', 1e8)` is `526`. */
export const scaleValue = (value: string, scale: ObservationInput['scale']): string => shiftDecimal(value, SCALE_POWER[scale])

/**
 * One unit of the last significant digit of a value at its scale, unscaled: 3万 -> 10000, 2.2万 -> 1000,
 * 526亿 -> 100000000. Trailing zeros do not count: 40余 reads as 41 to 49, 1500余 as below 1600.
 */
export function printedStep(value: string, scale: ObservationInput['scale']): string {
  const printed = scaleValue(value, scale)
  const zeros = printed.includes('.') ? 0 : (/0*$/.exec(printed)?.[0].length ?? 0)
  const step = shiftDecimal('1', parseDecimal(printed).places)
  return multiplyDecimal(step, String(scale) + '0'.repeat(printed === '0' ? 0 : zeros))
}

const NEARLY_FROM = '0.95'

/** From where to where a figure lies, unscaled decimals. */
export interface Ends {
  readonly low: string
  readonly high: string
}

/**
 * The ends of what a published figure says: exact: the value; over, atLeast: from the value to the next printed step, which is
 * not reached; nearly: 95 % of the value to the value; range: its two values. Null when it names no number: no value, a code,
 * or a magnitude.
 */
export function endsOf({ bound, obsValue, obsValueHigh, scale }: Bounded): Ends | null {
  if (obsValue === null || !isDecimal(obsValue) || bound === 'magnitude') return null
  if (bound === 'nearly') return { low: multiplyDecimal(obsValue, NEARLY_FROM), high: obsValue }
  if (bound === 'range') return { low: obsValue, high: obsValueHigh ?? obsValue }
  return { low: obsValue, high: bound === 'exact' ? obsValue : addDecimal(obsValue, printedStep(obsValue, scale)) }
}

type Rule = (ends: Ends, sum: string) => string | null

const within = ({ low, high }: Ends, sum: string): boolean => compareDecimal(low, sum) <= 0 && compareDecimal(sum, high) <= 0

const exact: Rule = (ends, sum) => (within(ends, sum) ? null : `分项之和 ${sum} 不等于 ${ends.low}`)

const over: Rule = ({ low, high }, sum) => {
  if (compareDecimal(sum, low) < 0) return `分项之和 ${sum} 小于下限 ${low}`
  return compareDecimal(sum, high) < 0 ? null : `分项之和 ${sum} 不在 ${low} 与下一档 ${high} 之间（不含下一档）`
}

const nearly: Rule = (ends, sum) => (within(ends, sum) ? null : `分项之和 ${sum} 不在 ${ends.low}（95%）与 ${ends.high} 之间`)

const range: Rule = (ends, sum) => (within(ends, sum) ? null : `分项之和 ${sum} 不在 ${ends.low} 与 ${ends.high} 之间`)

const RULES: Record<Bound, Rule> = { exact, over, atLeast: over, nearly, range, magnitude: () => null }

/**
 * Whether parts that add up to `sum` (unscaled) close on a published figure: inside its ends. Null when they do, or when there
 * is nothing to check. Otherwise a sentence with the numbers.
 */
export function closesOn(figure: Bounded, sum: string): string | null {
  const ends = endsOf(figure)
  return ends === null ? null : RULES[figure.bound](ends, sum)
}
