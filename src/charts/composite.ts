import { addDecimal, divideDecimal, multiplyDecimal, roundDecimal, sumDecimals } from '#contract/decimal.ts'
import type { Composite } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'

export interface CompositeScore {
  /** Rounded to the indicator's decimals; null when too many inputs are missing. */
  readonly value: string | null
  /** Whether missing inputs were made up for by re-weighting the others. */
  readonly reweighted: boolean
}

/**
 * The score of one area and period: inputs times weights. Up to `maxMissing` missing inputs the
 * others are re-weighted (84.7 = 76.2 / 0.9); with more there is no score.
 */
export function compositeScore({ inputs, maxMissing }: Composite, observations: readonly Observation[], decimals: number): CompositeScore {
  const present = inputs.flatMap(({ indicator, weight }) => {
    const value = observations.find((o) => o.indicator === indicator)?.obsValue
    return value === null || value === undefined ? [] : [{ value, weight }]
  })
  if (present.length === 0 || inputs.length - present.length > maxMissing) return { value: null, reweighted: false }
  const weighted = present.map(({ value, weight }) => multiplyDecimal(value, weight)).reduce(addDecimal, '0')
  const weights = sumDecimals(present.map(({ weight }) => weight))
  return { value: roundDecimal(divideDecimal(weighted, weights, decimals), decimals), reweighted: present.length < inputs.length }
}
