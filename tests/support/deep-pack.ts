import { PackDocument } from '#contract/pack.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'

/** The county of the default pack that has towns here, and they. */
export const COUNTY = '330881'
export const TOWNS = ['330891', '330892', '330893'] as const

const town = (code: string, index: number) => ({ code, name: `${['甲', '乙', '丙'][index] ?? ''}镇`, level: 'county', parent: COUNTY, wholeScope: '全镇' })

/** Three strips side by side, about where the county is. */
const strip = (code: string, index: number) => {
  const [west, south] = [118.4 + index * 0.15, 28.4]
  const corners = [
    [west, south],
    [west + 0.15, south],
    [west + 0.15, south + 0.4],
    [west, south + 0.4],
    [west, south]
  ]
  return {
    type: 'Feature',
    properties: { kind: 'area', code, parent: COUNTY, labelPoint: [west + 0.075, south + 0.2] },
    geometry: { type: 'Polygon', coordinates: [corners] }
  }
}

/** What the county has, its towns have too: of what adds up all is the first one's, so that they make the county's. */
function townsOf(o: Observation, { indicators }: PackDocument): Observation[] {
  if (o.refArea !== COUNTY || o.scope !== '全市' || o.breakdown !== undefined || o.obsValue === null || o.bound !== 'exact') return []
  const adds = indicators.some(({ id, aggregation }) => id === o.indicator && aggregation === 'sum')
  return TOWNS.map((refArea, index) => ({ ...o, refArea, scope: '全镇', obsValue: adds && index > 0 ? '0' : o.obsValue }))
}

/** The default pack with a level more: only data, no code. */
export function deepPack(from: Snapshot = normal()): Snapshot {
  const { document, observations } = from
  return {
    ...from,
    document: PackDocument.parse({
      ...document,
      regions: [...document.regions, ...TOWNS.map(town)],
      boundaries: { ...document.boundaries, features: [...document.boundaries.features, ...TOWNS.map(strip)] }
    }),
    observations: [...observations, ...observations.flatMap((o) => townsOf(o, document))]
  }
}
