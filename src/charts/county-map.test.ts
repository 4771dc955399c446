import { describe, expect, it } from 'vitest'
import { model, options, type CountyMapModel } from '#charts/county-map.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const mapOf = (snapshot: Snapshot, metric?: string): CountyMapModel => model(dataOf(snapshot, 'map', options, { metric }))
const texts = ({ areas }: CountyMapModel): string[] => areas.map(({ region, text }) => `${region.name} ${text}`)
const shares = ({ areas }: CountyMapModel): (number | null)[] => areas.map(({ share }) => share)
const areaOf = ({ areas }: CountyMapModel, code: string) =>
  must(
    areas.find(({ region }) => region.code === code),
    `area ${code}`
  )

const areasOfScores = () => model(dataOf(sceneOf(normal(), 'liangshai'), 'totals', options)).areas

describe('the map of the default pack', () => {
  it('shows the first metric, and another when asked', () => {
    const members = mapOf(normal())
    expect(members.metrics.map(({ label, unit }) => `${label} ${unit}`)).toEqual(['乡贤人数 名', '办理服务 件', '回归项目 个', '总投资 亿元'])
    expect(members).toMatchObject({ metric: { id: 'xxt.members' }, demo: true, noValues: null })
    expect(mapOf(normal(), 'xxt.investment').metric).toMatchObject({ id: 'xxt.investment', unit: '亿元' })
    expect(mapOf(normal(), 'gone').metric?.id).toBe('xxt.members')
  })

  it('writes the values of the areas in the unit of the series', () => {
    const stored = normal().observations.filter((o) => o.indicator === 'xxt.investment' && o.refArea !== '330800')
    const written = mapOf(normal(), 'xxt.investment').areas.map(({ region, text }) => [region.code, text])
    expect(written).toHaveLength(6)
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(stored.map((o) => [o.refArea, (Number(o.obsValue) / 1e8).toFixed(1)])))
    expect(texts(mapOf(normal())).every((text) => /^.{3} \d,\d{3}$/.test(text))).toBe(true)
  })

  it('stretches the ramp from the lowest to the highest', () => {
    const map = mapOf(normal())
    const values = map.areas.map(({ observation }) => Number(observation?.obsValue))
    const [low, high] = [Math.min(...values), Math.max(...values)]
    expect(shares(map)).toEqual(values.map((value) => (value - low) / (high - low)))
    expect([map.low, map.high].map((text) => Number(text.replace(',', '')))).toEqual([low, high])
  })

  it('takes the newest balance of an area, not its opening one', () => {
    expect(mapOf(normal(), 'xxt.services').areas.map(({ observation }) => observation?.timePeriod)).toEqual(Array.from({ length: 6 }, () => '../2022-10'))
  })

  it('has label points and what is around', () => {
    const map = mapOf(normal())
    expect(areaOf(map, '330881').labelPoint).toEqual([118.604, 28.573])
    expect(new Set(map.context.map(({ properties }) => properties.kind))).toEqual(new Set(['outline', 'echo', 'neighbour', 'neighbour-label']))
  })

  it('marks the score that is made of fewer parts, with its unit and without', () => {
    const areas = areasOfScores()
    expect(areas.filter(({ reweighted }) => reweighted).map(({ region, text, phrase }) => [region.name, text, phrase])).toEqual([
      ['常山县', '84.7※', '84.7分 估算※']
    ])
    expect(areas.filter(({ text }) => text.includes('※'))).toHaveLength(1)
  })

  it('says why an area has no value', () => {
    const map = mapOf(partial())
    expect([areaOf(map, '330824'), areaOf(map, '330822')].map(({ text, share, demo }) => ({ text, share, demo }))).toEqual([
      { text: '未报', share: null, demo: false },
      { text: '不予公布', share: null, demo: false }
    ])
    expect(areaOf(map, '330881').demo).toBe(false)
    expect(areaOf(map, '330802').demo).toBe(true)
    const gone = changed(normal(), (o) => (o.refArea === '330803' ? null : o))
    expect(areaOf(mapOf(gone), '330803')).toMatchObject({ text: '未公布', share: null, observation: null })
  })

  it('has names only where nothing is published', () => {
    for (const snapshot of [published(), empty()]) {
      const map = mapOf(snapshot)
      expect(map).toMatchObject({ metrics: [], metric: null, low: '', high: '', demo: false, noValues: '分县数据未公布' })
      expect(map.areas.map(({ text, share }) => [text, share])).toEqual(Array.from({ length: 6 }, () => ['', null]))
    }
  })

  it('survives the widest values', () => {
    const map = mapOf(extreme())
    expect(areaOf(map, '330881').region.name).toBe('积石山保安族东乡族撒拉族自治县')
    expect(shares(map).every((share) => share !== null && share >= 0 && share <= 1)).toBe(true)
  })
})

describe('what joins the map', () => {
  const village = told(0, { scope: '浦山村', obsValue: '900' })
  const others = [told(1, { obsValue: '10' }), told(2, { obsValue: '20' })]

  it('is the whole area only: the figure of a village never colours its county', () => {
    const map = mapOf(madeUpPack(3, [village, ...others]))
    expect(texts(map)).toEqual(['第1县 未公布', '第2县 10', '第3县 20'])
    expect(shares(map)).toEqual([null, 0, 1])
    expect(map.high).toBe('20')
  })

  it('is no part of a breakdown and no month', () => {
    const parts = [told(0, { breakdown: { channel: 'app' }, obsValue: '7' }), told(0, { freq: 'M', timePeriod: '2022-10', obsValue: '8' })]
    expect(texts(mapOf(madeUpPack(3, [...parts, ...others])))[0]).toBe('第1县 未公布')
  })

  it('is nothing at all when only villages have figures', () => {
    expect(mapOf(madeUpPack(3, [village])).noValues).toBe('未公布')
  })

  it('is the period that ends last', () => {
    const map = mapOf(madeUpPack(3, [told(0, { timePeriod: '2022', obsValue: '1' }), told(0, { timePeriod: '../2023-03', obsValue: '2' }), ...others]))
    expect(texts(map)[0]).toBe('第1县 2')
  })
})

describe('a map of any number of counties', () => {
  it('colours equal values alike, in the middle of the ramp', () => {
    expect(
      shares(
        mapOf(
          madeUpPack(
            3,
            [0, 1, 2].map((county) => told(county, { obsValue: '5' }))
          )
        )
      )
    ).toEqual([0.5, 0.5, 0.5])
  })

  it('draws eleven', () => {
    const map = mapOf(
      madeUpPack(
        11,
        Array.from({ length: 11 }, (_, county) => told(county, { obsValue: String(1000 + county * 10) }))
      )
    )
    expect(shares(map)).toEqual(Array.from({ length: 11 }, (_, county) => county / 10))
    expect([map.low, map.high]).toEqual(['1,000', '1,100'])
    expect(map.demo).toBe(false)
  })

  it('leaves out a county without a boundary', () => {
    const pack = madeUpPack(3, [told(0, {}), told(1, {})])
    const boundaries = { ...pack.document.boundaries, features: pack.document.boundaries.features.slice(1) }
    expect(mapOf({ ...pack, document: { ...pack.document, boundaries } }).areas.map(({ region }) => region.name)).toEqual(['第2县', '第3县'])
  })
})

describe('the map of a month that is looked at', () => {
  const mapAt = (metric: string, period?: string, from = normal()): CountyMapModel => model(dataOf(from, 'map', options, { metric, period }))
  const periods = ({ areas }: CountyMapModel): unknown[] => [...new Set(areas.map(({ observation }) => observation?.timePeriod))]

  it('has its values where there are any, and says which month', () => {
    expect([periods(mapAt('xxt.services', '2022-03')), mapAt('xxt.services', '2022-03').period]).toEqual([['2022-03'], '2022-03'])
    expect([periods(mapAt('xxt.services')), mapAt('xxt.services').period]).toEqual([['../2022-10'], '2022-10'])
    expect(periods(mapAt('xxt.services', '2021'))).toEqual(['2021-12'])
  })

  it('stays with the totals of an indicator without months, and with their period', () => {
    expect([periods(mapAt('xxt.members', '2022-03')), mapAt('xxt.members', '2022-03').period]).toEqual([['../2022-10'], '2022-10'])
  })

  it('has no value of another month for an area that has not told it', () => {
    const late = changed(normal(), (o) => (o.indicator === 'xxt.services' && o.refArea === '330822' && o.timePeriod === '2022-03' ? null : o))
    expect(areaOf(mapAt('xxt.services', '2022-03', late), '330822')).toMatchObject({ observation: null, text: '未公布', share: null })
  })
})
