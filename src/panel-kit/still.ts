import type { EChartsCoreOption } from 'echarts/core'

const without = (part: unknown): unknown => (typeof part === 'object' && part !== null ? { ...part, animation: false } : part)

/** The option without any motion: a change is shown at once. A series' own wish to move does not count either. */
export const still = (option: EChartsCoreOption): EChartsCoreOption => ({
  ...option,
  animation: false,
  ...(Array.isArray(option.series) ? { series: option.series.map(without) } : option.series === undefined ? {} : { series: without(option.series) })
})
