import { options, type SkylineOptions } from '#charts/skyline.ts'
import type { PanelData } from '#charts/panel-data.ts'
import type { ObservationInput } from '#contract/observation.ts'
import type { Panel } from '#contract/scene.ts'
import { countyCode, told } from '#tests/support/made-up-pack.ts'
import { dataOf } from '#tests/support/panel-data.ts'
import { splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

const NEEDS: Panel['needs'] = [
  { indicator: 'served', area: 'children', freq: 'A', last: 1 },
  { indicator: 'work', area: 'root', freq: '_Z' },
  { indicator: 'care', area: 'root', freq: '_Z' },
  { indicator: 'score', area: 'children', freq: '_Z' }
]

/** The nth village of a county. */
export const village = (county: number, index: number, more: Partial<ObservationInput> = {}): ObservationInput =>
  told(county, { scope: `村${index}`, timePeriod: '2021', freq: 'A', origin: 'demo', obsValue: '30', ...more })

/** `perCounty[n]` villages in the nth county, the last of each the highest. */
export const villages = (perCounty: readonly number[], more: Partial<ObservationInput> = {}): ObservationInput[] =>
  perCounty.flatMap((count, county) => Array.from({ length: count }, (_, index) => village(county, index, { obsValue: String(30 + index), ...more })))

/** Published: every village is beyond 20. */
export const floor: ObservationInput = toldOfRoot({
  indicator: 'work',
  scope: '每村',
  timePeriod: '2021',
  obsValue: '20',
  bound: 'over',
  qualifier: { word: '超', place: 'beforeNumber' },
  origin: 'published'
})

/** Published: how many villages there are. */
export const count = (villages: number): ObservationInput => toldOfRoot({ indicator: 'care', obsValue: String(villages), origin: 'published' })

/** Published: one village is going to reach 100. */
export const forecast = (county: number, scope: string): ObservationInput =>
  told(county, { indicator: 'score', scope, obsValue: '100', timePeriod: '2022', obsStatus: 'F', origin: 'published' })

/** What the skyline's model gets; counties as many as there are, three at least. */
export function skylineData(observations: readonly ObservationInput[], more: Partial<SkylineOptions> = {}, counties = 3): PanelData<SkylineOptions> {
  const own = { indicator: 'served', floor: 'work', floorNote: '都在线上', count: 'care', forecasts: ['score'], ...more }
  return dataOf(splitPack(observations, NEEDS, [], counties), 'map', options, { options: own })
}

export const areaOf = countyCode
