import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { intervalOf } from '#contract/period.ts'
import { midnightIn } from '#format/period.ts'

const DAY = 86_400_000

export interface Staleness {
  /** The last period there is, such as `2022-09`. */
  readonly period: string
  readonly daysLate: number
}

const STEP_MONTHS: Partial<Record<Observation['freq'], number>> = { M: 1, Q: 3, A: 12 }

/** The instant by which the period after `period` is due: its end plus the days the calendar grants, in the pack's time zone. */
function nextDue(period: string, { calendar }: Indicator, timeZone: string): number | null {
  const end = intervalOf(period)?.end
  const months = calendar === undefined ? undefined : STEP_MONTHS[calendar.freq]
  if (end === undefined || months === undefined || calendar === undefined) return null
  const [year = 0, month = 1] = end.split('-').map(Number)
  return midnightIn(timeZone, Date.UTC(year, month + months, 1 + calendar.dueDay))
}

function staleIndicator(indicator: Indicator, observations: readonly Observation[], now: number, timeZone: string): Staleness | null {
  const own = observations.filter((o) => o.indicator === indicator.id && o.freq === indicator.calendar?.freq && o.obsValue !== null)
  const period = own
    .map((o) => o.timePeriod)
    .toSorted()
    .at(-1)
  const due = period === undefined ? null : nextDue(period, indicator, timeZone)
  return period === undefined || due === null || now < due ? null : { period, daysLate: Math.floor((now - due) / DAY) + 1 }
}

/** The worst delay among indicators that have a calendar; a one-off published figure never gets stale. */
export function staleness(indicators: readonly Indicator[], observations: readonly Observation[], now: number, timeZone: string): Staleness | null {
  const late = indicators.filter(({ calendar }) => calendar !== undefined).flatMap((indicator) => staleIndicator(indicator, observations, now, timeZone) ?? [])
  return late.toSorted((a, b) => b.daysLate - a.daysLate)[0] ?? null
}
