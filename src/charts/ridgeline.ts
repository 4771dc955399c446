import * as z from 'zod/mini'
import { sumDecimals } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy, intervalOf } from '#contract/period.ts'
import { byTrust, hasValue, observationsOf, type PanelData } from './panel-data.ts'
import { seriesText, seriesValue } from './parts.ts'

/** Days of months, one month one line over the next. */
export const options = z.object({
  indicator: z.string(),
  /** Over the months' totals. */
  totals: z.string(),
  /** How many of the highest days are named. */
  peaks: z.optional(z.int().check(z.nonnegative())),
  /** What a day is known as: `2022-09-10` 中秋. */
  names: z.optional(z.record(z.string(), z.string()))
})
export type RidgelineOptions = z.infer<typeof options>

export interface RidgeValue {
  readonly value: number
  readonly text: string
  readonly observation: Observation
}

export interface RidgeDay extends RidgeValue {
  readonly date: string
  /** 1 to 31. */
  readonly day: number
  readonly name: string | null
}

export interface RidgeMonth {
  readonly period: string
  /** How many days it has. */
  readonly length: number
  /** The days that have a value, in order. */
  readonly days: readonly RidgeDay[]
  readonly total: RidgeValue | null
  /** The total, or why there is none. */
  readonly totalText: string
  readonly demo: boolean
  /** The month that the data reaches. */
  readonly latest: boolean
}

export interface RidgelineModel {
  readonly indicator: Indicator
  readonly totals: string
  readonly months: readonly RidgeMonth[]
  /** What was counted before the first month, where it is told: with it the months make the whole. */
  readonly opening: RidgeValue | null
  /** The highest days that are told by name, the highest first. */
  readonly peaks: readonly RidgeDay[]
}

const MOST_MONTHS = 12
const PEAKS = 3
/** A day is a peak only if it stands out: lower ones are the ordinary up and down. */
const STANDS_OUT = 2

const lengthOf = (month: string): number => Number(intervalOf(month)?.end.slice(8) ?? 0)

/** One observation for each period, the most trusted. */
function byPeriod(observations: readonly Observation[], freq: Observation['freq']): ReadonlyMap<string, Observation> {
  const sorted = observations.filter((o) => o.freq === freq).toSorted((a, b) => -byTrust(a, b))
  return new Map(sorted.map((o) => [o.timePeriod, o]))
}

function valueOf(o: Observation, indicator: Indicator): RidgeValue | null {
  const value = hasValue(o) ? seriesValue(o, indicator) : null
  return value === null ? null : { value, text: seriesText(o, indicator), observation: o }
}

/** Where a month's total is not reported but each of its days is, the days make it. */
function totalOf(month: string, days: readonly RidgeDay[], reported: Observation | undefined): Observation | null {
  const [first] = days
  if (reported !== undefined || first === undefined || days.length < lengthOf(month)) return reported ?? null
  const origin = days.some(({ observation }) => observation.origin === 'demo') ? 'demo' : first.observation.origin
  const obsValue = sumDecimals(days.flatMap(({ observation }) => observation.obsValue ?? []))
  return { ...first.observation, timePeriod: month, freq: 'M', obsValue, bound: 'exact', qualifier: undefined, origin, note: '由各日数累加' }
}

interface Sources {
  readonly indicator: Indicator
  readonly names: Readonly<Record<string, string>>
  readonly days: ReadonlyMap<string, Observation>
  readonly months: ReadonlyMap<string, Observation>
}

function daysOf(month: string, { indicator, days, names }: Sources): RidgeDay[] {
  return Array.from({ length: lengthOf(month) }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`).flatMap((date, index) => {
    const found = days.get(date)
    const value = found === undefined ? null : valueOf(found, indicator)
    return value === null ? [] : [{ ...value, date, day: index + 1, name: names[date] ?? null }]
  })
}

function monthOf(month: string, sources: Sources, latest: boolean): RidgeMonth {
  const days = daysOf(month, sources)
  const observation = totalOf(month, days, sources.months.get(month))
  const total = observation === null ? null : valueOf(observation, sources.indicator)
  return {
    period: month,
    length: lengthOf(month),
    days,
    total,
    totalText: seriesText(observation, sources.indicator),
    demo: days.some((day) => day.observation.origin === 'demo'),
    latest
  }
}

/** Every month from the first to the last, also one that nothing is known of: it is a gap, not left out. */
function monthsIn({ days, months }: Sources): string[] {
  const known = [...new Set([...[...days.keys()].map((date) => date.slice(0, 7)), ...months.keys()])].toSorted()
  const last = known.at(-1)
  if (last === undefined) return []
  const all = [last]
  for (let month = last; month > (known[0] ?? last) && all.length < MOST_MONTHS; month = all[0] ?? '') all.unshift(shiftMonth(month, -1))
  return all
}

function openingOf(observations: readonly Observation[], first: string | undefined, indicator: Indicator): RidgeValue | null {
  const found = first === undefined ? undefined : byPeriod(observations, '_Z').get(`../${shiftMonth(first, -1)}`)
  return found === undefined ? null : valueOf(found, indicator)
}

const middleOf = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Days higher than the day before and not lower than the day after, that stand out of the ordinary. */
export function peaksOf(days: readonly RidgeDay[], count: number): RidgeDay[] {
  const ordinary = middleOf(days.map(({ value }) => value))
  return days
    .filter(({ value }, index) => value > (days[index - 1]?.value ?? 0) && value >= (days[index + 1]?.value ?? 0) && value >= STANDS_OUT * ordinary)
    .toSorted((a, b) => b.value - a.value)
    .slice(0, count)
}

/** Null when neither a day nor a month is known. */
export function model(data: PanelData<RidgelineOptions>): RidgelineModel | null {
  const { indicator: id, totals, peaks = PEAKS, names = {} } = data.options
  const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
  if (indicator === undefined) return null
  const own = observationsOf(data).filter((o) => o.indicator === id && (data.period === undefined || endsBy(o.timePeriod, data.period)))
  const sources = { indicator, names, days: byPeriod(own, 'D'), months: byPeriod(own, 'M') }
  const periods = monthsIn(sources)
  const months = periods.map((month, index) => monthOf(month, sources, index === periods.length - 1))
  const days = months.flatMap((month) => month.days)
  return months.length === 0 ? null : { indicator, totals, months, opening: openingOf(own, periods[0], indicator), peaks: peaksOf(days, peaks) }
}
