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
const equals = (a: string, b: string): boolean => compareDecimal(a, b) === 0
const within = (low: string, value: string, high: string): boolean => compareDecimal(low, value) <= 0 && compareDecimal(value, high) <= 0

interface Figure extends Bounded {
  readonly value: string
}

function exact({ value }: Figure, sum: string): string | null {
  return equals(sum, value) ? null : `分项之和 ${sum} 不等于 ${value}`
}

function over({ value, scale }: Figure, sum: string): string | null {
  const next = addDecimal(value, printedStep(value, scale))
  if (compareDecimal(sum, value) < 0) return `分项之和 ${sum} 小于下限 ${value}`
  return compareDecimal(sum, next) < 0 ? null : `分项之和 ${sum} 不在 ${value} 与下一档 ${next} 之间（不含下一档）`
}

function nearly({ value }: Figure, sum: string): string | null {
  const low = multiplyDecimal(value, NEARLY_FROM)
  return within(low, sum, value) ? null : `分项之和 ${sum} 不在 ${low}（95%）与 ${value} 之间`
}

function range({ value, obsValueHigh }: Figure, sum: string): string | null {
  const high = obsValueHigh ?? value
  return within(value, sum, high) ? null : `分项之和 ${sum} 不在 ${value} 与 ${high} 之间`
}

const RULES: Record<Bound, (figure: Figure, sum: string) => string | null> = { exact, over, atLeast: over, nearly, range, magnitude: () => null }

/**
 * Whether parts that add up to `sum` (unscaled) close on a published figure, by its bound. Null when they
 * do, or when there is nothing to check: no value, a code, or a magnitude. Otherwise a sentence with the numbers.
 * exact: equal; over, atLeast: from the value to below the next printed step; nearly: 95 % of the value to
 * the value; range: inside, ends included.
 */
export function closesOn(figure: Bounded, sum: string): string | null {
  return figure.obsValue === null || !isDecimal(figure.obsValue) ? null : RULES[figure.bound]({ ...figure, value: figure.obsValue }, sum)
}
