import { CustomChart, LineChart } from 'echarts/charts'
import { GeoComponent, GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { Feature } from '#contract/pack.ts'
import { registerAreas as register } from './areas.ts'

echarts.use([CustomChart, LineChart, GeoComponent, GridComponent, CanvasRenderer])

export const registerAreas = (features: readonly Feature[]): void => register(features, echarts.registerMap)

export { echarts }
