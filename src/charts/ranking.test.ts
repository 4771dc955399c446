import { describe, expect, it } from 'vitest'
import { model, options, type RankingModel } from '#charts/ranking.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { countyCode, madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'

const rankingOf = (snapshot: Snapshot, period?: string): RankingModel | null => model(dataOf(snapshot, 'ranking', options, { period }))
const ranked = (snapshot: Snapshot, period?: string): RankingModel => must(rankingOf(snapshot, period), 'ranking')
const lines = ({ rows }: RankingModel): string[] =>
  rows.map(({ region, rank, score, move, reweighted }) => `${rank ?? '-'} ${region.name} ${score ?? '-'}${reweighted ? '※' : ''} ${move ?? '-'}`)

/** A score of `points` in both inputs is a score of `points`. */
const scored = (county: number, month: string, points: string | null) =>
  ['work', 'care'].map((indicator) => told(county, { indicator, freq: 'M', timePeriod: month, obsValue: points }))

describe('the ranking of the default pack', () => {
  it('has the scores, ranks and moves of the design', () => {
    expect(lines(ranked(normal()))).toEqual([
      '1 江山市 92.4 0',
      '2 衢江区 90.8 1',
      '3 开化县 88.9 2',
      '4 龙游县 87.6 -2',
      '5 柯城区 86.3 -1',
      '6 常山县 84.7※ 0'
    ])
  })

  it('goes back to a month, to the end of a year, and before the first month to nothing', () => {
    expect(ranked(normal(), '2022-09').rows.map(({ region }) => region.name)).toEqual(['江山市', '龙游县', '衢江区', '柯城区', '开化县', '常山县'])
    expect(ranked(normal(), '2022').period).toBe('2022-10')
    expect(ranked(normal(), '2021').period).toBe('2021-12')
    expect(rankingOf(normal(), '2021-10')).toBeNull()
  })

  it('has no score of an area with two inputs missing, and no moves next to it', () => {
    const march = ranked(normal(), '2022-03')
    expect(march.rows.at(-1)).toMatchObject({ region: { name: '常山县' }, rank: null, score: null, move: null, at: null, observation: null })
    expect(must(ranked(normal(), '2022-04').rows.find(({ region }) => region.name === '常山县'))).toMatchObject({
      rank: 6,
      move: null,
      previous: null,
      previousAt: null
    })
  })

  it('puts all dots between the ends of its axis', () => {
    for (const snapshot of [normal(), partial(), extreme()]) {
      const {
        axis: [low, middle, high],
        rows
      } = ranked(snapshot)
      expect(middle - low).toBe(high - middle)
      const dots = rows.flatMap(({ score, at }) => (score === null ? [] : [[Number(score), must(at)] as const]))
      expect(dots.length).toBeGreaterThan(3)
      for (const [score, at] of dots) {
        expect(at).toBeGreaterThan(0)
        expect(at).toBeLessThan(1)
        expect(low + at * (high - low)).toBeCloseTo(score, 6)
      }
    }
  })

  it('makes each score a figure of its own, as trustworthy as its weakest input', () => {
    const { rows, key } = ranked(normal())
    expect(must(rows[0]).observation).toMatchObject({
      indicator: 'ls.score',
      refArea: '330881',
      timePeriod: '2022-10',
      obsValue: '92.4',
      obsStatus: 'A',
      origin: 'demo'
    })
    expect(must(rows[0]).observation).not.toHaveProperty('note')
    expect(key).toBe('※ 缺一项，折算')
    expect(must(rows[5]).observation).toMatchObject({ obsValue: '84.7', obsStatus: 'E', note: '缺一项，按其余权重折算（※）' })
    const mixed = changed(partial(), (o) =>
      o.refArea === '330881' && o.indicator === 'ls.loans'
        ? { ...o, origin: 'demo' }
        : { ...o, note: '别的说明', qualifier: { word: '约', place: 'beforeNumber' } }
    )
    expect(must(ranked(partial()).rows[0]).observation?.origin).toBe('reported')
    expect(must(ranked(mixed).rows[0]).observation).toMatchObject({ origin: 'demo', bound: 'exact' })
    expect(Object.keys(must(must(ranked(mixed).rows[0]).observation))).not.toEqual(expect.arrayContaining(['note', 'qualifier']))
  })

  it('leaves those that did not report for last', () => {
    const { rows } = ranked(partial())
    expect(rows.map(({ region, rank }) => `${region.name}${rank ?? '-'}`)).toEqual(['江山市1', '衢江区2', '龙游县3', '柯城区4', '常山县-', '开化县-'])
  })

  it('is nothing where no score is published', () => {
    expect(rankingOf(published())).toBeNull()
    expect(rankingOf(empty())).toBeNull()
  })
})

describe('a ranking of any number of counties', () => {
  it('shares a rank among equals and skips the next', () => {
    const points = ['90', '95', '90', '90', '70', '95', '60', '60', '88.8', '50', null]
    const pack = madeUpPack(
      11,
      points.flatMap((value, county) => scored(county, '2022-10', value))
    )
    expect(ranked(pack).rows.map(({ rank }) => rank)).toEqual([1, 1, 3, 3, 3, 6, 7, 8, 8, 10, null])
    expect(ranked(pack).rows.map(({ region }) => region.code)).toEqual([1, 5, 0, 2, 3, 8, 4, 6, 7, 9, 10].map(countyCode))
    expect(ranked(pack)).toMatchObject({ period: '2022-10' })
  })

  it('moves from the period before, ties included', () => {
    const pack = madeUpPack(
      3,
      ['80', '80', '70', '70', '80', '90'].flatMap((value, index) => scored(index % 3, index < 3 ? '2022-09' : '2022-10', value))
    )
    expect(lines(ranked(pack))).toEqual(['1 第3县 90.0 2', '2 第2县 80.0 -1', '3 第1县 70.0 -2'])
  })

  it('has no moves over a month that was not reported', () => {
    const pack = madeUpPack(
      3,
      ['80', '70', '60', '60', '70', '80'].flatMap((value, index) => scored(index % 3, index < 3 ? '2022-08' : '2022-10', value))
    )
    expect(ranked(pack).rows.map(({ move, previous }) => [move, previous])).toEqual([
      [null, null],
      [null, null],
      [null, null]
    ])
  })

  it('has no moves in the first period, and equal scores stand in the middle of the axis', () => {
    const { rows, axis } = ranked(
      madeUpPack(
        3,
        [0, 1, 2].flatMap((county) => scored(county, '2022-10', '80'))
      )
    )
    expect(rows.map(({ rank, move, at }) => [rank, move, at])).toEqual([
      [1, null, 0.5],
      [1, null, 0.5],
      [1, null, 0.5]
    ])
    expect(axis).toEqual([78, 80, 82])
  })

  it('is nothing where inputs are too few for any score', () => {
    const lonely = madeUpPack(
      3,
      [0, 1, 2].map((county) => told(county, { indicator: 'work', freq: 'M', timePeriod: '2022-10', obsValue: null }))
    )
    expect(rankingOf(lonely)).toBeNull()
  })
})
