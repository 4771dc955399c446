import type { FigureItem } from '#charts/panel-data.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'

/** A published figure of one unit; `more` changes the observation. */
export function fixtureFigure(more: Partial<Observation>, unitMeasure: string, id = 'figure'): FigureItem {
  const indicator: Indicator = {
    id,
    theme: 'theme',
    name: '指标',
    definition: null,
    unitMeasure,
    decimals: 0,
    freq: '_Z',
    accumulation: 'point',
    aggregation: 'none',
    direction: 'up',
    seriesScale: 1
  }
  const observation: Observation = {
    indicator: id,
    refArea: '330800',
    scope: '全市',
    timePeriod: '../2022-10',
    freq: '_Z',
    obsValue: '1',
    bound: 'exact',
    scale: 1,
    obsStatus: 'A',
    origin: 'published',
    source: 'source',
    release: 1,
    ...more
  }
  return { observation, indicator }
}
