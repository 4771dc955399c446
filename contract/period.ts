/**
 * Time periods after ISO 8601: `2022`, `2022-09`, `2022-09-01`, `2020/2022`, `2021-05/2022-10`,
 * `../2022-10` (start not stated) and `_T` (yearly, no year stated).
 */
const POINT = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

export interface Interval {
  /** First day as `YYYY-MM-DD`, or null when the start is not stated. */
  readonly start: string | null
  /** Last day as `YYYY-MM-DD`. */
  readonly end: string
}

/** The day must exist: 2023-02-29 does not. */
const isPoint = (text: string): boolean => POINT.test(text) && (text.length < 10 || text <= lastDay(text.slice(0, 7)))

export function isTimePeriod(text: string): boolean {
  if (text === '_T') return true
  const [from = '', to, ...rest] = text.split('/')
  if (rest.length > 0) return false
  if (to === undefined) return isPoint(from)
  return (from === '..' || isPoint(from)) && isPoint(to) && (from === '..' || firstDay(from) <= lastDay(to))
}

const firstDay = (point: string): string => (point.length === 4 ? `${point}-01-01` : point.length === 7 ? `${point}-01` : point)

function lastDay(point: string): string {
  if (point.length === 4) return `${point}-12-31`
  if (point.length === 10) return point
  const [year = 0, month = 1] = point.split('-').map(Number)
  return `${point}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`
}

/** The days a period covers; null for `_T`, which names no year. */
export function intervalOf(timePeriod: string): Interval | null {
  if (timePeriod === '_T') return null
  const [from = '', to] = timePeriod.split('/')
  if (to === undefined) return { start: firstDay(from), end: lastDay(from) }
  return { start: from === '..' ? null : firstDay(from), end: lastDay(to) }
}

/** The last point of a period as it is written: `2022-10` of `../2022-10`; `_T` has none. */
export const endPointOf = (timePeriod: string): string | null => (timePeriod === '_T' ? null : (timePeriod.split('/').at(-1) ?? null))

/** Its first point; null where none is stated. */
export const startPointOf = (timePeriod: string): string | null =>
  timePeriod === '_T' || timePeriod.startsWith('..') ? null : (timePeriod.split('/')[0] ?? null)

/** Whether a period overlaps `from`..`to` (each an ISO 8601 point or absent). `_T` always matches. */
export function overlaps(timePeriod: string, from?: string, to?: string): boolean {
  const interval = intervalOf(timePeriod)
  if (interval === null) return true
  if (from !== undefined && interval.end < firstDay(from)) return false
  return !(to !== undefined && interval.start !== null && interval.start > lastDay(to))
}

/** Order in time, by the last day: `../2022-09` comes before `2022-10`, `2022-10` before `2022`, `_T` first. */
export function comparePeriods(a: string, b: string): number {
  const [x, y] = [a, b].map((period) => intervalOf(period)?.end ?? '')
  return (x ?? '').localeCompare(y ?? '') || a.localeCompare(b)
}

/** Whether a period has ended by the end of the point `until`: 2022-10 has by 2022, 2023-01 has not. `_T` always. */
export const endsBy = (timePeriod: string, until: string): boolean => (intervalOf(timePeriod)?.end ?? '') <= lastDay(until)

export const isPeriodPoint = isPoint
