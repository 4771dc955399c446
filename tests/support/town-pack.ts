import { Indicator } from '#contract/indicator.ts'
import { ObservationInput } from '#contract/observation.ts'
import { PackDocument } from '#contract/pack.ts'
import { checkPack } from '#contract/pack-rules.ts'
import { Scene } from '#contract/scene.ts'

/* A city of two counties with one scene and one paper: the least a pack can be, for the rules that packs are held to. */

export const indicator = (id: string, more: object = {}): Indicator =>
  Indicator.parse({
    id,
    theme: 'main',
    name: id,
    definition: null,
    unitMeasure: '件',
    decimals: 0,
    freq: '_Z',
    accumulation: 'sinceStart',
    aggregation: 'sum',
    direction: 'up',
    seriesScale: 1,
    ...more
  })

export const observation = (more: object = {}): ObservationInput =>
  ObservationInput.parse({
    indicator: 'served',
    refArea: '100000',
    scope: '全市',
    timePeriod: '../2022-10',
    freq: '_Z',
    obsValue: '30',
    bound: 'exact',
    scale: 1,
    obsStatus: 'A',
    origin: 'reported',
    source: 'paper',
    ...more
  })

export const panel = { id: 'kpi', kind: 'figure', title: '指标', needs: [{ indicator: 'served', area: 'root', freq: '_Z' }], area: {} }
export const scene = (more: object = {}): Scene => Scene.parse({ id: 'one', title: '总览', panels: [panel], ...more })
export const area = (code: string) => ({
  type: 'Feature',
  properties: { kind: 'area', code, parent: '100000' },
  geometry: { type: 'Point', coordinates: [0, 0] }
})
export const info = {
  id: 'town',
  title: '城',
  product: '屏',
  root: '100000',
  timeZone: 'Asia/Shanghai',
  threshold: 0,
  map: { file: 'b.json', schematic: true, reviewNo: null, source: 's', terms: 't' },
  sources: [
    { id: 'paper', title: '报' },
    { id: 'demo', title: '演示' }
  ],
  themes: [{ id: 'main', name: '主题' }],
  scenes: ['one'],
  milestones: [],
  programmes: [{ theme: 'main', name: '举措' }],
  codeLists: [{ dimension: 'stage', codes: [{ code: 'done', name: '办结' }] }]
}
export const region = (code: string, wholeScope: string, parent?: string) => ({
  code,
  name: code,
  level: 'county',
  wholeScope,
  ...(parent === undefined ? {} : { parent })
})
export const regions = [region('100000', '全市'), region('100001', '全区', '100000'), region('100002', '全县', '100000')]
export const indicators = [
  indicator('served'),
  indicator('rate', { unitMeasure: '%', aggregation: 'none', accumulation: 'point' }),
  indicator('stock', { accumulation: 'point' })
]

export const document = (more: object = {}): PackDocument =>
  PackDocument.parse({
    info,
    regions,
    indicators,
    scenes: [scene()],
    boundaries: { type: 'FeatureCollection', features: [area('100001'), area('100002')] },
    ...more
  })

export const check = (observations: ObservationInput[] = [], more: object = {}): string[] =>
  checkPack({ document: document(more), observations }).map(({ path, rule }) => `${path} ${rule}`)

export const county = (refArea: string, obsValue: string | null, more: object = {}): ObservationInput =>
  observation({ refArea, scope: refArea === '100001' ? '全区' : '全县', obsValue, obsStatus: obsValue === null ? 'O' : 'A', ...more })
export const month = (timePeriod: string, obsValue: string | null, more: object = {}): ObservationInput =>
  observation({ timePeriod, freq: 'M', obsValue, obsStatus: obsValue === null ? 'O' : 'A', ...more })
