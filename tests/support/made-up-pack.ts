import { ObservationInput } from '#contract/observation.ts'
import { PackDocument } from '#contract/pack.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { snapshotOf } from '#mocks/fixtures/fixture.ts'

const ROOT = '100000'
const fit = { top: 1, bottom: 1, width: 40 }

/** The code of the nth county: 100001 and on. */
export const countyCode = (index: number): string => String(100_001 + index)

const indicator = (id: string, more: object = {}) => ({
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
const score = { unitMeasure: '分', decimals: 1, freq: 'M', accumulation: 'point', aggregation: 'none' }

const square = (index: number) => {
  const [west, south] = [118 + (index % 4) * 0.3, 28 + Math.floor(index / 4) * 0.3]
  return {
    type: 'Feature',
    properties: { kind: 'area', code: countyCode(index), parent: ROOT, labelPoint: [west + 0.15, south + 0.15] },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [west + 0.3, south],
          [west + 0.3, south + 0.3],
          [west, south + 0.3],
          [west, south]
        ]
      ]
    }
  }
}

const panel = (id: string, kind: string, needs: object[], options: object) => ({ id, kind, title: id, needs, area: {}, options })

/** A pack of `counties` square counties with a map of `served` and a ranking of `score` = 60 % `work` + 40 % `care`. */
const madeUpDocument = (counties: number): PackDocument =>
  PackDocument.parse({
    info: {
      id: 'town',
      title: '城',
      product: '屏',
      root: ROOT,
      timeZone: 'Asia/Shanghai',
      threshold: 0,
      map: { file: 'b.json', schematic: true, reviewNo: null, source: 's', terms: 't' },
      sources: [
        { id: 'paper', title: '报', publisher: '报社' },
        { id: 'demo', title: '演示' }
      ],
      themes: [{ id: 'main', name: '主题' }],
      scenes: ['one'],
      milestones: [],
      programmes: [],
      codeLists: []
    },
    regions: [
      { code: ROOT, name: '某市', level: 'city', wholeScope: '全市' },
      ...Array.from({ length: counties }, (_, index) => ({
        code: countyCode(index),
        name: `第${index + 1}县`,
        level: 'county',
        parent: ROOT,
        wholeScope: '全县'
      }))
    ],
    indicators: [
      indicator('served'),
      indicator('work', score),
      indicator('care', score),
      indicator('score', {
        ...score,
        composite: {
          inputs: [
            { indicator: 'work', weight: '60' },
            { indicator: 'care', weight: '40' }
          ],
          maxMissing: 1
        }
      })
    ],
    scenes: [
      {
        id: 'one',
        title: '总览',
        panels: [
          panel('map', 'county-map', [{ indicator: 'served', area: 'children', freq: '_Z' }], {
            metrics: [{ indicator: 'served', label: '办理' }],
            fit: { wall: fit, ultrawide: fit, column: fit },
            noValues: '未公布'
          }),
          panel('ranking', 'ranking', [{ indicator: 'score', area: 'children', freq: 'M' }], { composite: 'score' })
        ]
      }
    ],
    boundaries: { type: 'FeatureCollection', features: Array.from({ length: counties }, (_, index) => square(index)) }
  })

/** An observation of a made-up county; a null value is one that was not reported. */
export const told = (county: number, more: Partial<ObservationInput>): ObservationInput =>
  ObservationInput.parse({
    indicator: 'served',
    refArea: countyCode(county),
    scope: '全县',
    timePeriod: '../2022-10',
    freq: '_Z',
    obsValue: '1',
    bound: 'exact',
    scale: 1,
    origin: 'reported',
    source: 'paper',
    obsStatus: more.obsValue === null ? 'O' : 'A',
    ...more
  })

export const madeUpPack = (counties: number, observations: readonly ObservationInput[]): Snapshot => snapshotOf(madeUpDocument(counties), observations)
