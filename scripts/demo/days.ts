import type { ObservationInput } from '#contract/observation.ts'
import { monthsFrom } from '#contract/months.ts'
import { intervalOf } from '#contract/period.ts'
import { type DemoInputs, demoObservation, publishedTotal, unscaled } from './inputs.ts'
import { type Random, randomFor } from './random.ts'
import { share } from './share.ts'
import type { Days } from './spec.ts'

const DAY_MS = 86_400_000
const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS
const isWeekend = (day: string): boolean => new Date(day).getUTCDay() % 6 === 0

function daysOf(month: string): string[] {
  const last = Number(intervalOf(month)?.end.slice(8))
  return Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`)
}

/** Without exp: it may differ in the last digit from one machine to the next, and so one broadcast more or less. */
const hump = (distance: number, reach: number): number => Math.max(0, 1 - (distance / reach) ** 2) ** 2

function weightOf({ workday, weekend, noise, seasons, peaks }: Days, day: string, random: Random): number {
  const season = seasons.filter(({ from, to }) => from <= day && day <= to).reduce((times, part) => times * part.times, 1)
  const peak = peaks.reduce((sum, { day: top, height, reach }) => sum + height * hump(daysBetween(day, top), reach), 0)
  return ((isWeekend(day) ? weekend : workday) + noise * random()) * season + peak
}

/** Each month of the series by day, in whole numbers that add up to the month. */
export function dayObservations(inputs: DemoInputs, days: Days): ObservationInput[] {
  const { indicator } = days
  const series = inputs.spec.series.find((candidate) => candidate.indicator === indicator)
  if (series === undefined) throw new Error(`demo-spec.json：${indicator} 没有逐月数`)
  const { refArea, scope } = publishedTotal(inputs, indicator)
  const random = randomFor(inputs.spec.seed, `${indicator}@D`)
  return monthsFrom(series.from, series.values.length).flatMap((month, index) => {
    const dates = daysOf(month)
    const weights = dates.map((day) => weightOf(days, day, random))
    const parts = share(Number(unscaled(series.values[index] ?? '0', series.scale)), weights)
    return dates.map((timePeriod, i) => demoObservation({ indicator, refArea, scope, timePeriod, freq: 'D', obsValue: String(parts[i] ?? 0) }))
  })
}
