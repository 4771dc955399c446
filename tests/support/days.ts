import { options, type RidgelineOptions } from '#charts/ridgeline.ts'
import type { PanelData } from '#charts/panel-data.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { intervalOf } from '#contract/period.ts'
import { dataOf } from '#tests/support/panel-data.ts'
import { splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

const NEEDS = (['D', 'M', '_Z'] as const).map((freq) => ({ indicator: 'served', area: 'root' as const, freq }))

/** The days of a month, each with the value that `at` gives it; null leaves the day out. */
export function daysOf(month: string, at: (day: number) => number | null, more: Partial<ObservationInput> = {}): ObservationInput[] {
  const length = Number(intervalOf(month)?.end.slice(8))
  return Array.from({ length }, (_, index) => index + 1).flatMap((day) => {
    const value = at(day)
    const timePeriod = `${month}-${String(day).padStart(2, '0')}`
    return value === null ? [] : [toldOfRoot({ timePeriod, freq: 'D', origin: 'demo', obsValue: String(value), ...more })]
  })
}

export const monthTotal = (timePeriod: string, obsValue: string | null, more: Partial<ObservationInput> = {}): ObservationInput =>
  toldOfRoot({ timePeriod, freq: 'M', origin: 'demo', obsValue, obsStatus: obsValue === null ? 'O' : 'A', ...more })

/** What the ridgeline's model gets. */
export const ridgeData = (observations: readonly ObservationInput[], more: Partial<RidgelineOptions> = {}, period?: string): PanelData<RidgelineOptions> =>
  dataOf(splitPack(observations, NEEDS), 'map', options, { options: { indicator: 'served', totals: '当月', ...more }, period })
