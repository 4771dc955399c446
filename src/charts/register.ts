import { CustomChart, LineChart } from 'echarts/charts'
import { GeoComponent, GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Feature } from '#contract/pack.ts'
import { MAP_NAME } from './county-map-option.ts'

echarts.use([CustomChart, LineChart, GeoComponent, GridComponent, CanvasRenderer])

/** Makes the areas known to ECharts under the one fixed name. */
export function registerAreas(features: readonly Feature[]): void {
  const collection = {
    type: 'FeatureCollection',
    features: features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties: { name: properties.code ?? '' } }))
  }
  echarts.registerMap(MAP_NAME, collection as Parameters<typeof echarts.registerMap>[1])
}

export { echarts }
