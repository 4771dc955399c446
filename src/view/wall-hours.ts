import { dayAt, instantIn, weekdayOf } from './local-time.ts'

/** Hours of a day, on some weekdays (ISO, Monday 1) or on all; over midnight when `to` is the earlier. */
export interface Hours {
  readonly days?: readonly number[]
  readonly from: string
  readonly to: string
}

/** A week and a day on: hours of one weekday come round within it. */
const AHEAD = 8

/** When the hours that begin on a day begin and end; nothing on a day that they do not name. */
function spanOf({ days, from, to }: Hours, day: number, timeZone: string): readonly [number, number] | null {
  if (days !== undefined && !days.includes(weekdayOf(day))) return null
  return [instantIn(timeZone, day, from), instantIn(timeZone, to > from ? day : day + 1, to)]
}

/** Today's hours, or yesterday's that reach over midnight. */
export function isOn(hours: Hours, now: number, timeZone: string): boolean {
  const today = dayAt(now, timeZone)
  return [today - 1, today].some((day) => {
    const span = spanOf(hours, day, timeZone)
    return span !== null && span[0] <= now && now < span[1]
  })
}

/** The next instant at which hours begin or end; null when they never do. */
export function nextEdge(hours: Hours, now: number, timeZone: string): number | null {
  const today = dayAt(now, timeZone)
  for (let day = today - 1; day <= today + AHEAD; day += 1) {
    const ahead = (spanOf(hours, day, timeZone) ?? []).filter((edge) => edge > now)
    if (ahead.length > 0) return Math.min(...ahead)
  }
  return null
}
