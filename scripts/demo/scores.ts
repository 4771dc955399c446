import { divideDecimal, multiplyDecimal, shiftDecimal, sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { countyCodes, type DemoInputs, demoObservation, wholeScope } from './inputs.ts'
import { monthsFrom } from '#contract/months.ts'
import { jitter, type Random, randomFor } from './random.ts'
import type { Scores } from './spec.ts'
import { type ScoreInput, subScores } from './sub-scores.ts'

interface WeightedInput {
  readonly indicator: string
  readonly weight: string
}

const tenths = (points: string): number => Math.round(Number(points) * 10)
const points = (value: number): string => shiftDecimal(String(value), 1)

function compositeInputs({ indicators, spec }: DemoInputs): readonly WeightedInput[] {
  const composite = indicators.find(({ id }) => id === spec.scores.indicator)?.composite
  if (composite === undefined) throw new Error(`indicators.json：${spec.scores.indicator} 不是综合指标`)
  return composite.inputs
}

/** The score of each rank in each month, in tenths: counties on the same place share it to the digit. */
function levelTable({ levels, risePerMonth, levelJitter }: Scores, months: readonly string[], random: Random): number[][] {
  return months.map((_, month) => levels.map((level) => tenths(level) + Math.round(month * Number(risePerMonth) * 10) + jitter(random, tenths(levelJitter))))
}

/** The weighted mean of what was reported, in points. */
function meanOf(inputs: readonly WeightedInput[], scores: Readonly<Record<string, string | null>>): string {
  const reported = inputs.flatMap(({ indicator, weight }) => (scores[indicator] ? [{ weight, score: scores[indicator] }] : []))
  return divideDecimal(sumDecimals(reported.map(({ weight, score }) => multiplyDecimal(weight, score))), sumDecimals(reported.map(({ weight }) => weight)), 1)
}

/** Each input's usual distance to the composite: what the latest given sub-scores show. */
function leansOf(scores: Scores, inputs: readonly WeightedInput[], county: string): ScoreInput[] {
  const latest = Object.keys(scores.subScores).toSorted().at(-1) ?? ''
  const given = scores.subScores[latest]?.[county] ?? {}
  const mean = tenths(meanOf(inputs, given))
  return inputs.map(({ indicator, weight }) => {
    const score = given[indicator] ?? null
    return { weight: Number(weight), lean: score === null ? 0 : tenths(score) - mean }
  })
}

interface County {
  readonly inputs: DemoInputs
  readonly refArea: string
  readonly months: readonly string[]
  readonly levels: readonly (readonly number[])[]
}

function compositeIn({ inputs, refArea, levels }: County, month: string, index: number): number {
  const { scores } = inputs.spec
  const given = scores.composites[month]?.[refArea]
  const rank = scores.ranks[refArea]?.[index] ?? scores.levels.length
  return given === undefined ? (levels[index]?.[rank - 1] ?? 0) : tenths(given)
}

function countyObservations(county: County, random: Random): ObservationInput[] {
  const { inputs, refArea, months } = county
  const { scores } = inputs.spec
  const parts = compositeInputs(inputs)
  const leans = leansOf(scores, parts, refArea)
  const missing = (month: string): string[] => scores.missing.filter((gap) => gap.month === month && gap.refArea === refArea).flatMap((gap) => gap.indicators)
  return months.flatMap((timePeriod, index) => {
    const drawn = subScores({ inputs: leans, composite: compositeIn(county, timePeriod, index), reach: tenths(scores.subScoreJitter), random })
    const given = scores.subScores[timePeriod]?.[refArea]
    return parts.map(({ indicator }, i) => {
      const value = given === undefined ? points(drawn[i] ?? 0) : (given[indicator] ?? null)
      return demoObservation({
        indicator,
        refArea,
        scope: wholeScope(inputs, refArea),
        timePeriod,
        freq: 'M',
        obsValue: missing(timePeriod).includes(indicator) ? null : value
      })
    })
  })
}

/**
 * Monthly sub-scores by county whose composite, reckoned by its weights, gives the ranks of the spec.
 * The composite itself is derived where it is shown and never stored.
 */
export function scoreObservations(inputs: DemoInputs): ObservationInput[] {
  const { scores, seed } = inputs.spec
  const months = monthsFrom(scores.from, Math.max(...Object.values(scores.ranks).map((ranks) => ranks.length)))
  const levels = levelTable(scores, months, randomFor(seed, scores.indicator))
  return countyCodes(inputs).flatMap((refArea) => countyObservations({ inputs, refArea, months, levels }, randomFor(seed, `${scores.indicator}@${refArea}`)))
}
