import { model as mapOf, type CountyMapModel, type CountyMapOptions } from './county-map.ts'
import type { PanelData } from './panel-data.ts'
import { model as rankingOf } from './ranking.ts'

/** A map that leaves the screen: scores that lack a part say so in it, as they do in their ranking. */
export interface ScoredMap extends CountyMapModel {
  /** Codes of the areas whose score is made of fewer parts than the others'. */
  readonly reweighted: ReadonlySet<string>
  /** What ※ means, where an area has it: `※ 缺一项，折算`. */
  readonly key: string
}

export function model(data: PanelData<CountyMapOptions>): ScoredMap {
  const map = mapOf(data)
  const scores = map.indicator?.composite === undefined ? null : rankingOf({ ...data, options: { composite: map.indicator.id } })
  const reweighted = new Set(scores?.rows.flatMap((row) => (row.reweighted ? [row.region.code] : [])))
  const areas = map.areas.map((area) => (reweighted.has(area.region.code) ? { ...area, text: `${area.text}※`, phrase: `${area.phrase}※` } : area))
  return { ...map, areas, reweighted, key: scores?.key ?? '' }
}
