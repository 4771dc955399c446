import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Indicator } from '#contract/indicator.ts'
import type { ObservationInput } from '#contract/observation.ts'
import type { Feature, PackDocument } from '#contract/pack.ts'
import type { Region } from '#contract/region.ts'
import type { Pack } from '#server/pack/pack.ts'

const ROOT = '330800'
const COUNTIES: readonly Region[] = [
  { code: '330802', name: '柯城区', level: 'county', parent: ROOT, wholeScope: '全区' },
  { code: '330803', name: '衢江区', level: 'county', parent: ROOT, wholeScope: '全区' }
]
const REGIONS: readonly Region[] = [{ code: ROOT, name: '衢州市', level: 'city', wholeScope: '全市' }, ...COUNTIES]

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  theme: 'zonglan',
  name: id,
  definition: null,
  unitMeasure: '个',
  decimals: 0,
  freq: '_Z',
  accumulation: 'point',
  aggregation: 'sum',
  direction: 'up',
  seriesScale: 1,
  ...fields
})

export const tinyFigure = (fields: Partial<ObservationInput> = {}): ObservationInput => ({
  indicator: 'services',
  refArea: ROOT,
  scope: '全市',
  timePeriod: '2022-10',
  freq: '_Z',
  obsValue: '167',
  bound: 'exact',
  scale: 1,
  obsStatus: 'A',
  origin: 'published',
  source: 'paper',
  ...fields
})

const square = (left: number): number[][] => [
  [left, 28],
  [left + 1, 28],
  [left + 1, 29],
  [left, 29],
  [left, 28]
]
const areaOf = ({ code, name }: Region, order: number): Feature => ({
  type: 'Feature',
  properties: { kind: 'area', code, parent: ROOT, name, order: order + 1, labelPoint: [118.5 + order, 28.5] },
  geometry: { type: 'Polygon', coordinates: [square(118 + order)] }
})

const document: PackDocument = {
  info: {
    id: 'tiny',
    title: '小样',
    product: '测试平台',
    root: ROOT,
    timeZone: 'Asia/Shanghai',
    threshold: 0,
    map: { file: 'boundaries.geo.json', schematic: true, reviewNo: null, source: '测试', terms: '仅供测试' },
    sources: [
      { id: 'paper', title: '测试报' },
      { id: 'demo', title: '演示数据' }
    ],
    themes: [{ id: 'zonglan', name: '总览' }],
    scenes: ['zonglan'],
    milestones: [],
    programmes: [],
    codeLists: [{ dimension: 'channel', codes: [{ code: 'app', name: '应用' }] }]
  },
  regions: [...REGIONS],
  indicators: [
    indicator('services'),
    indicator('rate', { unitMeasure: '%', aggregation: 'none' }),
    indicator('monthly', { freq: 'M', accumulation: 'period' })
  ],
  scenes: [
    {
      id: 'zonglan',
      title: '总览',
      panels: [
        { id: 'kpi', kind: 'kpi', title: '诉求', needs: [{ indicator: 'services', area: 'root', freq: '_Z' }], area: {} },
        { id: 'trend', kind: 'trend', title: '月度', needs: [{ indicator: 'monthly', area: 'children', freq: 'M' }], area: {} }
      ]
    }
  ],
  boundaries: { type: 'FeatureCollection', features: COUNTIES.map(areaOf) }
}

const monthly = (refArea: string, timePeriod: string, obsValue: string): ObservationInput =>
  tinyFigure({ indicator: 'monthly', refArea, scope: '全区', timePeriod, freq: 'M', obsValue, origin: 'demo', source: 'demo' })

/** The smallest pack that breaks no rule: a city of two counties with three indicators. Fresh at each call. */
export const tinyPack = (): Pack =>
  structuredClone({
    document,
    observations: [
      tinyFigure(),
      tinyFigure({ indicator: 'rate', obsValue: '57.5' }),
      monthly('330802', '2022-09', '12'),
      monthly('330803', '2022-09', '7'),
      monthly('330803', '2022-10', '0')
    ]
  })

/** Lays a pack out as a folder. */
export function writePack(folder: string, { document: { info, regions, indicators, scenes, boundaries }, observations }: Pack): void {
  const put = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value))
  mkdirSync(join(folder, 'scenes'), { recursive: true })
  put('pack.json', info)
  put('regions.json', regions)
  put('indicators.json', indicators)
  put(info.map.file, boundaries)
  for (const scene of scenes) put(`scenes/${scene.id}.json`, scene)
  put(
    'published.json',
    observations.filter(({ origin }) => origin !== 'demo')
  )
  put(
    'demo.json',
    observations.filter(({ origin }) => origin === 'demo')
  )
}
