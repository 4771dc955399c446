import * as z from 'zod/mini'
import { IndicatorId, RegionCode, Scale, TimePeriod } from '#contract/observation.ts'

const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/, { error: 'must be a plain decimal' }))
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2022-09' }))
const byRegion = <T extends z.ZodMiniType>(value: T) => z.record(RegionCode, value)
const figure = { indicator: IndicatorId, scale: Scale }

/** The city's total by county. Values are printed at `scale` and must close on the published total. */
export const Split = z.strictObject({ ...figure, values: byRegion(decimal) })

/**
 * Monthly flows of the city, printed at `scale`. What `total` holds beyond the months is the opening
 * balance. With `countyGrain` (unscaled) the months are split by county in steps of that size.
 */
export const Series = z.strictObject({
  ...figure,
  from: month,
  total: decimal,
  countyGrain: z.optional(decimal),
  values: z.array(decimal).check(z.minLength(1))
})

export const Breakdown = z.strictObject({ indicator: IndicatorId, dimension: z.string(), timePeriod: TimePeriod, values: z.record(z.string(), decimal) })

/** Ranks per month (null: not ranked); a rank's score rises by month; composites and sub-scores given here win. */
export const Scores = z.strictObject({
  indicator: IndicatorId,
  from: month,
  levels: z.array(decimal).check(z.minLength(1)),
  risePerMonth: decimal,
  levelJitter: decimal,
  subScoreJitter: decimal,
  ranks: byRegion(z.array(z.nullable(z.int()))),
  composites: z.record(month, byRegion(decimal)),
  subScores: z.record(month, byRegion(z.record(IndicatorId, z.nullable(decimal)))),
  missing: z.array(z.strictObject({ month, refArea: RegionCode, indicators: z.array(IndicatorId) }))
})

export const DemoSpec = z.strictObject({ seed: z.int(), splits: z.array(Split), series: z.array(Series), breakdowns: z.array(Breakdown), scores: Scores })

export type Split = z.infer<typeof Split>
export type Series = z.infer<typeof Series>
export type Breakdown = z.infer<typeof Breakdown>
export type Scores = z.infer<typeof Scores>
export type DemoSpec = z.infer<typeof DemoSpec>
