import { model as mapOf, type CountyMapModel, type CountyMapOptions } from './county-map.ts'
import type { PanelData } from './panel-data.ts'
import { model as rankingOf } from './ranking.ts'

/** A map that leaves the screen, where no ranking beside it says what ※ means. */
export interface ScoredMap extends CountyMapModel {
  /** What ※ means, where an area has it: `※ 缺一项，折算`. */
  readonly key: string
}

export function model(data: PanelData<CountyMapOptions>): ScoredMap {
  const map = mapOf(data)
  const scores = map.indicator?.composite === undefined ? null : rankingOf({ ...data, options: { composite: map.indicator.id } })
  return { ...map, key: scores?.key ?? '' }
}
