import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisMonth, labelledMonths, model, niceMax, options, type TrendModel, type TrendPoint } from '#charts/trend.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { countyCode, madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const trendOf = (snapshot: Snapshot, panel: string, more: { region?: string; period?: string } = {}): TrendModel =>
  model(dataOf(snapshot, panel, options, more))
const months = ({ points }: TrendModel): string[] => points.map(({ period }) => period)

describe('the monthly trend', () => {
  it('has each month as it is stored', () => {
    const services = trendOf(normal(), 'services')
    const stored = normal().observations.filter((o) => o.indicator === 'xxt.services' && o.refArea === '330800' && o.freq === 'M')
    expect(services.points).toHaveLength(12)
    expect(Object.fromEntries(services.points.map(({ period, value }) => [period, value]))).toEqual(
      Object.fromEntries(stored.map((o) => [o.timePeriod, Number(o.obsValue)]))
    )
    expect(months(services)).toEqual(months(services).toSorted())
    expect(services).toMatchObject({ regionName: null, figures: [], noSeries: '本期没有分月数据' })
    expect(services.points.every(({ period, observation }) => observation?.timePeriod === period)).toBe(true)
  })

  it('marks the milestones that fall into it and have a short name', () => {
    expect(trendOf(normal(), 'services').milestones).toEqual([
      { index: 6, label: '3.0上线' },
      { index: 9, label: '省级应用' }
    ])
    expect(trendOf(normal(), 'loans').milestones).toEqual([])
    expect(trendOf(normal(), 'services', { period: '2022-07' }).milestones).toEqual([{ index: 6, label: '3.0上线' }])
  })

  it('follows the chosen region and names it', () => {
    const county = trendOf(normal(), 'services', { region: '330881' })
    expect(county.regionName).toBe('江山市')
    expect(county.points.every(({ observation }) => observation?.refArea === '330881')).toBe(true)
  })

  it('names no region over a series of the whole', () => {
    const whole = withPanel(normal(), [{ indicator: 'xxt.services', area: 'root', freq: 'M' }])
    const trend = model(dataOf(whole, 'p', options, { region: '330881', options: { series: 'xxt.services' } }))
    expect([trend.regionName, trend.points.length]).toEqual([null, 12])
  })

  it('ends with the chosen month or year', () => {
    expect(months(trendOf(normal(), 'services', { period: '2022-02' })).at(-1)).toBe('2022-02')
    expect(months(trendOf(normal(), 'services', { period: '2022' }))).toHaveLength(12)
    expect(months(trendOf(normal(), 'services', { period: '2021' }))).toEqual(['2021-11', '2021-12'])
    expect(months(trendOf(normal(), 'services', { period: '2020' }))).toEqual([])
  })

  it('starts a running total from what had been counted before, where that is known', () => {
    const visitors = (from: string, more: object = {}) => {
      const observations = [
        told(0, { timePeriod: from, obsValue: '210' }),
        told(0, { timePeriod: '2022-01', freq: 'M', obsValue: '390' }),
        told(0, { timePeriod: '2022-02', freq: 'M', obsValue: '620', ...more })
      ]
      const needs = ['_Z', 'M'].map((freq) => ({ indicator: 'served', area: countyCode(0), freq }))
      return model(dataOf(withPanel(madeUpPack(1, observations), needs), 'p', options, { options: { series: 'served', cumulative: true } })).points
    }
    expect(visitors('../2021-12').map(({ text, observation }) => [text, observation?.timePeriod, observation?.note])).toEqual([
      ['600', '../2022-01', '由期初数与各月数累加'],
      ['1,220', '../2022-02', '由期初数与各月数累加']
    ])
    expect(visitors('../2022-02').map(({ text, observation }) => [text, observation?.timePeriod])).toEqual([
      ['390', '2022-01/2022-01'],
      ['1,010', '2022-01/2022-02']
    ])
  })

  it('trusts a running total no more than the least trustworthy figure in it', () => {
    const flow = { freq: 'M', obsValue: '1' } as const
    const observations = [
      told(0, { timePeriod: '../2021-12', obsValue: '210', origin: 'published', source: 'paper' }),
      told(0, { ...flow, timePeriod: '2022-01', origin: 'reported', source: 'paper' }),
      told(0, { ...flow, timePeriod: '2022-02', origin: 'demo', source: 'demo', obsStatus: 'P' }),
      told(0, { ...flow, timePeriod: '2022-03', origin: 'published', source: 'paper', periodText: '三月' })
    ]
    const needs = ['_Z', 'M'].map((freq) => ({ indicator: 'served', area: countyCode(0), freq }))
    const pack = withPanel(madeUpPack(1, observations), needs)
    const later = changed(pack, (o) => ({ ...o, release: o.timePeriod === '2022-02' ? 7 : 2 }))
    const { points } = model(dataOf(later, 'p', options, { options: { series: 'served', cumulative: true } }))
    expect(points.map(({ observation }) => [observation?.origin, observation?.source, observation?.obsStatus, observation?.release])).toEqual([
      ['reported', 'paper', 'A', 2],
      ['demo', 'demo', 'P', 7],
      ['demo', 'demo', 'P', 7]
    ])
    expect(points.at(-1)?.observation?.periodText).toBeUndefined()
  })

  it('breaks where a month is missing: never a zero', () => {
    const { points } = trendOf(partial(), 'services')
    expect(points.filter(({ value }) => value === null).map(({ period, text, observation }) => [period, text, observation])).toEqual([
      ['2022-02', '', null],
      ['2022-03', '', null]
    ])
    const suppressed = changed(normal(), (o) => (o.timePeriod === '2022-06' && o.freq === 'M' ? { ...o, obsStatus: 'Q', obsValue: null } : o))
    expect(trendOf(suppressed, 'services').points.findIndex(({ value }) => value === null)).toBe(7)
  })

  it('is no line, and says so, where there is none', () => {
    expect(trendOf(published(), 'loans')).toMatchObject({ points: [], noSeries: '分月走势未公布', max: 1 })
    expect(trendOf(empty(), 'services')).toMatchObject({ points: [], figures: [], milestones: [] })
  })

  it('turns solid with reported values', () => {
    const { points } = trendOf(partial(), 'services', { region: '330881' })
    expect(points.some(({ observation }) => observation?.origin === 'reported')).toBe(true)
    expect(points.some(({ observation }) => observation?.origin === 'demo')).toBe(false)
  })
})

describe('the running total', () => {
  it('is exact to the last digit and ends at the published total', () => {
    const loans = trendOf(normal(), 'loans')
    expect(loans.points.map(({ text }) => text)).toEqual([
      '0.60',
      '1.30',
      '2.10',
      '3.20',
      '4.40',
      '5.80',
      '7.20',
      '8.70',
      '10.30',
      '12.10',
      '14.10',
      '16.70',
      '19.60',
      '22.80',
      '26.20',
      '29.40',
      '32.70',
      '35.82'
    ])
    expect(loans.points.at(-1)?.value).toBe(35.82)
    expect(loans.max).toBe(40)
    expect(loans.figures.map(({ observation, indicator, tail }) => phrase(observation, indicator.unitMeasure) + tail)).toEqual(['35.82亿元', '628个项目'])
  })

  it('is unknown, not flat, from the first missing month on', () => {
    const { points } = trendOf(partial(), 'loans')
    expect(points.findIndex(({ value }) => value === null)).toBe(9)
    expect(points.slice(9).every(({ value, text }) => value === null && text === '')).toBe(true)
    expect(points).toHaveLength(18)
  })

  it('has published headlines without a line', () => {
    expect(trendOf(published(), 'loans').figures).toHaveLength(2)
  })
})

describe('niceMax', () => {
  it.each([
    [0, 1],
    [-5, 1],
    [0.3, 0.3],
    [0.7, 0.8],
    [1, 1],
    [1.1, 1.2],
    [35.82, 40],
    [99, 100],
    [100, 100],
    [101, 120],
    [2_130, 3_000],
    [1_000, 1_000],
    [1.21e11, 1.6e11],
    [123_456_789_012, 1.6e11]
  ])('%d fits under %d', (value, max) => {
    expect(niceMax(value)).toBeCloseTo(max, 6)
  })

  it('is never below the value nor twice as high', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e15, noNaN: true }), (value) => {
        expect(niceMax(value)).toBeGreaterThanOrEqual(value)
        expect(niceMax(value)).toBeLessThan(value * 1.7)
      })
    )
  })

  it('holds every fixture', () => {
    for (const snapshot of [normal(), partial(), extreme()]) {
      const { max, points } = trendOf(snapshot, 'services')
      expect(points.length).toBeGreaterThan(0)
      expect(Math.max(...points.map(({ value }) => value ?? 0))).toBeLessThanOrEqual(max)
    }
  })
})

const pointsOf = (count: number): TrendPoint[] =>
  Array.from({ length: count }, (_, index) => ({
    period: `${2021 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    value: 1,
    text: '1',
    observation: null
  }))

describe('labelledMonths', () => {
  it('never writes two months closer than the room', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }), fc.uniqueArray(fc.nat(59), { maxLength: 5 }), (count, room, marks) => {
        const shown = [
          ...labelledMonths(
            pointsOf(count),
            marks.filter((index) => index < count).map((index) => ({ index })),
            room
          )
        ].toSorted((a, b) => a - b)
        expect(shown[0]).toBe(0)
        shown.slice(1).forEach((index, before) => expect(index - must(shown[before])).toBeGreaterThanOrEqual(room))
      })
    )
  })

  it('puts the ends first, then milestones, then half years', () => {
    const at = (count: number, marks: number[], room: number) =>
      [
        ...labelledMonths(
          pointsOf(count),
          marks.map((index) => ({ index })),
          room
        )
      ].toSorted((a, b) => a - b)
    expect(at(12, [], 2)).toEqual([0, 6, 11])
    expect(at(12, [5], 2)).toEqual([0, 5, 11])
    expect(at(12, [10], 2)).toEqual([0, 6, 11])
    expect(at(18, [], 3)).toEqual([0, 6, 12, 17])
    expect(at(2, [], 3)).toEqual([0])
    expect(at(1, [], 3)).toEqual([0])
  })
})

describe('axisMonth', () => {
  it('names the year first and a year later', () => {
    const points = pointsOf(14)
    expect([0, 1, 11, 12, 13].map((index) => axisMonth(points, index))).toEqual(['2021年1月', '2月', '12月', '2022年1月', '2月'])
  })
})
