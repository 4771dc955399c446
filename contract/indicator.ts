import * as z from 'zod/mini'
import { Dimension, Freq, IndicatorId, Scale } from '#contract/observation.ts'

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

/** After each period of `freq`, the figure is due `dueDay` days after the period ends. */
export const Calendar = z.strictObject({ freq: Freq, dueDay: z.int().check(z.nonnegative()) })

/** A score made of others: the sum of input times weight; weights are percent and add up to 100. */
export const Composite = z.strictObject({
  inputs: z.array(z.strictObject({ indicator: IndicatorId, weight: z.string() })).check(z.minLength(1)),
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
  composite: z.optional(Composite)
})

export type Indicator = z.infer<typeof Indicator>
export type Composite = z.infer<typeof Composite>
