import { addDecimal, compareDecimal, divideDecimal, multiplyDecimal, roundDecimal, shiftDecimal, subtractDecimal, sumDecimals } from '#contract/decimal.ts'
import type { Composite, CompositeInput } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'

/** One input of a score, as it went in. */
export interface ScorePart extends Pick<CompositeInput, 'indicator' | 'weight'> {
  /** Rounded to the composite's decimals, as printed; null when the input is missing. */
  readonly points: string | null
  /** The reported value, or the record that there is none. */
  readonly observation: Observation | undefined
}

export interface CompositeScore {
  /** Rounded to the indicator's decimals; null when too many inputs are missing. */
  readonly value: string | null
  /** Whether missing inputs were made up for by re-weighting the others. */
  readonly reweighted: boolean
  /** In the order of the composite's inputs. */
  readonly parts: readonly ScorePart[]
}

const percentOf = (part: string, whole: string, decimals: number): string => divideDecimal(shiftDecimal(part, -2), whole, decimals)

const within = (value: string, cap: string): string => (compareDecimal(value, '0') < 0 ? '0' : compareDecimal(value, cap) > 0 ? cap : value)

/** The points of a value on the input's scale. Where less is better, nothing at all is best. */
function onScale(value: string, { direction, normalisation }: CompositeInput, decimals: number): string {
  if (normalisation === undefined) return value
  const down = direction === 'down'
  if (normalisation.method === 'range') {
    const { low, high } = normalisation
    return percentOf(down ? subtractDecimal(high, value) : subtractDecimal(value, low), subtractDecimal(high, low), decimals)
  }
  if (!down) return percentOf(value, normalisation.target, decimals)
  return compareDecimal(value, '0') <= 0 ? normalisation.cap : percentOf(normalisation.target, value, decimals)
}

/** What a reported value is worth, from 0 to the cap, rounded to `decimals`: `188` of a target of 200 is `94.0`. */
export function pointsOf(value: string, input: CompositeInput, decimals: number): string {
  const points = onScale(value, input, decimals)
  return roundDecimal(input.normalisation === undefined ? points : within(points, input.normalisation.cap), decimals)
}

/** A forecast has not been reached. */
const reported = (observation: Observation | undefined): string | null =>
  observation === undefined || observation.obsStatus === 'F' ? null : observation.obsValue

function partOf(input: CompositeInput, observations: readonly Observation[], decimals: number): ScorePart {
  const observation = observations.find((o) => o.indicator === input.indicator)
  const value = reported(observation)
  return { indicator: input.indicator, weight: input.weight, points: value === null ? null : pointsOf(value, input, decimals), observation }
}

/**
 * The score of one area and period: printed points times weights, so that whoever has the screen and a pencil comes to the
 * same. Up to `maxMissing` missing inputs the others are re-weighted (84.7 = 76.2 / 0.9); with more there is no score.
 */
export function compositeScore({ inputs, maxMissing }: Composite, observations: readonly Observation[], decimals: number): CompositeScore {
  const parts = inputs.map((input) => partOf(input, observations, decimals))
  const present = parts.flatMap(({ points, weight }) => (points === null ? [] : [{ points, weight }]))
  if (present.length === 0 || inputs.length - present.length > maxMissing) return { value: null, reweighted: false, parts }
  const weighted = present.map(({ points, weight }) => multiplyDecimal(points, weight)).reduce(addDecimal, '0')
  const weights = sumDecimals(present.map(({ weight }) => weight))
  return { value: divideDecimal(weighted, weights, decimals), reweighted: present.length < inputs.length, parts }
}

/** Ranks of printed values, 1 for the highest: equal ones share a rank and the next is skipped. Null without a value. */
export const ranksOf = (values: readonly (string | null)[]): (number | null)[] =>
  values.map((value) => (value === null ? null : 1 + values.filter((other) => other !== null && compareDecimal(other, value) > 0).length))
