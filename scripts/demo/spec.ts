import * as z from 'zod/mini'
import { IndicatorId, RegionCode, Scale, TimePeriod } from '#contract/observation.ts'

const decimal = z.string().check(z.regex(/^\d+(\.\d+)?$/, { error: 'must be a plain decimal' }))
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2022-09' }))
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a day such as 2022-09-23' }))
const byRegion = <T extends z.ZodMiniType>(value: T) => z.record(RegionCode, value)
/** Where a split is easily misread. */
const note = z.optional(z.string())
const figure = { indicator: IndicatorId, scale: Scale }

/**
 * The city's total by county. Values are printed at `scale` and must close on the published total; with
 * `ownScope` they are of its narrower scope, and not of whole counties.
 */
export const Split = z.strictObject({ ...figure, ownScope: z.optional(z.literal(true)), values: byRegion(decimal), note })

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

/** The root's figure by code, in scope and period of the published total, or as given here where none is published. */
export const Breakdown = z.strictObject({
  indicator: IndicatorId,
  dimension: z.string(),
  scope: z.optional(z.string()),
  timePeriod: z.optional(TimePeriod),
  periodText: z.optional(z.string()),
  values: z.record(z.string(), decimal),
  note
})

/** One figure of a year for each named place in a county, printed at `scale`. */
export const Places = z.strictObject({ ...figure, timePeriod: TimePeriod, values: byRegion(z.record(z.string(), decimal)), note })

/** A code for each code of a dimension, by county; null: not reported. */
export const Codes = z.strictObject({
  indicator: IndicatorId,
  dimension: z.string(),
  timePeriod: TimePeriod,
  values: byRegion(z.record(z.string(), z.nullable(z.string())))
})

/**
 * Days that add up to the months of the indicator's series. A working day weighs `workday`, one of a weekend
 * `weekend`; `seasons` multiply the days from one date to another, and each peak adds its height at its day.
 */
export const Days = z.strictObject({
  indicator: IndicatorId,
  workday: z.number(),
  weekend: z.number(),
  noise: z.number(),
  seasons: z.array(z.strictObject({ from: day, to: day, times: z.number() })),
  peaks: z.array(z.strictObject({ day, height: z.number(), reach: z.number() }))
})

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

export const DemoSpec = z.strictObject({
  seed: z.int(),
  splits: z.array(Split),
  series: z.array(Series),
  days: z.array(Days),
  breakdowns: z.array(Breakdown),
  places: z.array(Places),
  codes: z.array(Codes),
  scores: Scores
})

export type Split = z.infer<typeof Split>
export type Series = z.infer<typeof Series>
export type Breakdown = z.infer<typeof Breakdown>
export type Places = z.infer<typeof Places>
export type Codes = z.infer<typeof Codes>
export type Days = z.infer<typeof Days>
export type Scores = z.infer<typeof Scores>
export type DemoSpec = z.infer<typeof DemoSpec>
