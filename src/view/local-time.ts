/** What the clocks of a time zone say, and when they say it. Days are counted from 1970-01-01. */
const DAY = 86_400_000
const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** Kept: to make one costs more than to use it a hundred times. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const number = '2-digit' as const
  const fresh = () =>
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: number, day: number, hour: number, minute: number, second: number })
  const format = formats.get(timeZone) ?? fresh()
  formats.set(timeZone, format)
  return format
}

/** The local date and time, as the instant at which UTC says the same. */
function shownAt(instant: number, timeZone: string): number {
  const found: Record<string, string> = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value])
  )
  const { year, month, day, hour, minute, second } = found
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

export const dayAt = (instant: number, timeZone: string): number => Math.floor(shownAt(instant, timeZone) / DAY)

/** ISO: Monday 1, Sunday 7. The first day was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY

/** Minutes after midnight of `08:30`. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/**
 * The instant of a local time. Where clocks go back and say it twice, the first; where they go forward and leave it out,
 * as much later as they leave out: the ways of calendars everywhere (RFC 5545).
 */
export function instantIn(timeZone: string, day: number, time: string): number {
  const local = day * DAY + minutesOf(time) * MINUTE
  const [before, after] = [local - DAY, local + DAY].map((near) => local - (shownAt(near, timeZone) - near))
  const candidates = [before ?? local, after ?? local]
  const said = candidates.filter((instant) => shownAt(instant, timeZone) === local)
  return said.length === 0 ? (before ?? local) : Math.min(...said)
}

/** The instant of `2022-10-26T09:30`. */
export const localInstant = (timeZone: string, local: string): number => instantIn(timeZone, dayOf(local.slice(0, 10)), local.slice(11))
