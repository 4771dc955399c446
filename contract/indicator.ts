import * as z from 'zod/mini'
import { isDecimal } from '#contract/decimal.ts'
import { Dimension, Freq, IndicatorId, Scale } from '#contract/observation.ts'

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** After each period of `freq`, the figure is due `dueDay` days after the period ends. */
export const Calendar = z.strictObject({ freq: Freq, dueDay: z.int().check(z.nonnegative()) })

const decimal = z.string().check(z.maxLength(40), z.refine(isDecimal, { error: 'must be a plain decimal string such as 98.5' }))

/**
 * How a reported value becomes points. `target`: the share of the target that is reached, in percent. `range`: the
 * place between `low` (0 points) and `high` (100 points). Never below 0, never above `cap`.
 */
export const Normalisation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('target'), target: decimal, cap: decimal }),
  z.strictObject({ method: z.literal('range'), low: decimal, high: decimal, cap: decimal })
])

/**
 * One input of a score. With the direction `down` less is better, and the scale is turned: target over value in place of
 * value over target, or the way down from `high`. Releases from before the method was written out have neither; their
 * values are points already.
 */
export const CompositeInput = z.strictObject({
  indicator: IndicatorId,
  /** In percent; the weights of a composite add up to 100. */
  weight: decimal,
  direction: z.optional(z.enum(['up', 'down'])),
  normalisation: z.optional(Normalisation)
})

/** A score made of others, by a published method: the sum of points times weight. It is reckoned where it is shown and never stored. */
export const Composite = z.strictObject({
  inputs: z.array(CompositeInput).check(z.minLength(1)),
  /** Scores that print the same rank the same; `standard`: the places that they take up are skipped (1, 2, 2, 4). */
  ties: z.optional(z.enum(['standard'])),
  /** With at most this many inputs missing the rest is re-weighted; with more there is no score. */
  maxMissing: z.int().check(z.nonnegative())
})

/** What a figure counts. `definition` is null when the source gives none; it is never invented. */
export const Indicator = z.strictObject({
  id: IndicatorId,
  theme: text(40),
  name: text(40),
  shortName: z.optional(text(12)),
  definition: z.nullable(text(400)),
  unitMeasure: text(16),
  decimals: z.int().check(z.minimum(0), z.maximum(6)),
  freq: Freq,
  accumulation: z.enum(['point', 'period', 'ytd', 'sinceStart']),
  /** How children make their parent, over areas and never over time. */
  aggregation: z.enum(['sum', 'weightedMean', 'none']),
  weightedBy: z.optional(IndicatorId),
  direction: z.enum(['up', 'down', 'none']),
  /** One unit per series: charts and tables of this indicator divide by it (1, 万 or 亿). */
  seriesScale: Scale,
  /** Its values are codes of this dimension's list, and no numbers: nothing adds them up. */
  valueList: z.optional(Dimension),
  calendar: z.optional(Calendar),
  composite: z.optional(Composite),
  /** The change of this composite, or of the points of this input of one, against the period before. Served in their place while ranks are hidden, and never stored. */
  changeOf: z.optional(IndicatorId)
})

export type Indicator = z.infer<typeof Indicator>
export type Composite = z.infer<typeof Composite>
export type CompositeInput = z.infer<typeof CompositeInput>
