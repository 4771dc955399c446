import type * as echarts from 'echarts/core'
import type { Feature } from '#contract/pack.ts'
import { MAP_NAME } from './county-map-option.ts'

/** Makes the areas known to ECharts under the one fixed name. */
export function registerAreas(features: readonly Feature[], registerMap: typeof echarts.registerMap): void {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties: { name: properties.code ?? '' } }))
  }
  registerMap(MAP_NAME, collection as Parameters<typeof registerMap>[1])
}
