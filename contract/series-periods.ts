import type { Observation } from './observation.ts'
import { comparePeriods, endPointOf, overlaps } from './period.ts'

/** The months and days that series have figures of, or know that they lack. */
export const seriesPeriods = (observations: readonly Pick<Observation, 'freq' | 'timePeriod'>[]): readonly string[] =>
  observations.flatMap(({ freq, timePeriod }) => (freq === 'M' || freq === 'D' ? [timePeriod] : []))

/** Whether any of them is of the period that is asked for, in whole or in part. */
export const hasPeriod = (period: string, series: readonly string[]): boolean => series.some((one) => overlaps(one, period, period))

/** From when until when there is something, each an ISO 8601 point. */
export interface Span {
  readonly first: string
  readonly last: string
}

/**
 * What the series have where none of them has anything of the period that is asked for; null where one has. What has no
 * series is the same at any time.
 */
export function spanWithout(period: string, series: readonly string[]): Span | null {
  if (hasPeriod(period, series)) return null
  const ends = series.toSorted(comparePeriods).flatMap((one) => endPointOf(one) ?? [])
  const [first, last] = [ends[0], ends.at(-1)]
  return first === undefined || last === undefined ? null : { first, last }
}
