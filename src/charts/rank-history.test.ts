import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type RankHistoryModel } from '#charts/rank-history.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const historyIn = (snapshot: Snapshot, more: { period?: string; region?: string } = {}): RankHistoryModel | null =>
  model(dataOf(sceneOf(snapshot, 'liangshai'), 'league', options, more))
const historyOf = (snapshot: Snapshot, more?: { period?: string; region?: string }): RankHistoryModel => must(historyIn(snapshot, more))
const lineOf = ({ lines }: RankHistoryModel, name: string) => must(lines.find(({ region }) => region.name === name))
const rowsOf = (history: RankHistoryModel, name: string) => lineOf(history, name).points.map((point) => point?.row ?? null)
const lanes = ({ rows }: RankHistoryModel, name: string): string[] =>
  must(rows.find(({ region }) => region.name === name)).cells.map(({ points, rank, shared, absence }) =>
    points === null ? absence : `${points} ${shared ? '并列' : '第'}${rank}`
  )

describe('twelve months of ranks', () => {
  const history = historyOf(normal())

  it('are those of the design', () => {
    expect(history.months).toHaveLength(12)
    expect(rowsOf(history, '江山市')).toEqual([2, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0])
    expect(rowsOf(history, '常山县')).toEqual([4, 4, 4, 5, null, 5, 5, 5, 5, 5, 5, 5])
    expect(lineOf(history, '开化县').points[7]).toMatchObject({ row: 2, offset: 0.5, rank: 3, shared: true })
    expect(lineOf(history, '衢江区').points[7]).toMatchObject({ row: 2, offset: -0.5, rank: 3, shared: true })
  })

  it('end in the rows of the table', () => {
    expect(history.rows.map(({ region }) => region.name)).toEqual(['江山市', '衢江区', '开化县', '龙游县', '柯城区', '常山县'])
    for (const { region, end, points } of history.lines) {
      expect(history.rows[end]?.region).toBe(region)
      expect(points.at(-1)?.row).toBe(end)
    }
  })

  it('have one tie and one gap, each in its place', () => {
    expect(history.ties).toEqual([{ month: 7, row: 2, rank: 3, count: 2 }])
    expect(history.gaps.map(({ region, ...gap }) => ({ ...gap, name: region.name }))).toEqual([{ name: '常山县', row: 5, from: 4, to: 4, word: '缺报' }])
  })

  it('mark the first, and who won most or the region that the view is about', () => {
    expect(history.lines.filter(({ first }) => first).map(({ region }) => region.name)).toEqual(['江山市'])
    expect(history.lines.filter(({ marked }) => marked).map(({ region }) => region.name)).toEqual(['开化县'])
    const about = historyOf(normal(), { region: '330825' })
    expect(about.lines.filter(({ marked }) => marked).map(({ region }) => region.name)).toEqual(['龙游县'])
  })

  it('fill the lanes with points and ranks of their own', () => {
    expect(history.items.map(({ label, weight }) => `${label} ${weight}`)).toEqual(['办理服务 30', '回归项目 25', '满意度 20', '乡贤宝 15', '亲清平台 10'])
    expect(lanes(history, '江山市')).toEqual(['93.0 第2', '96.0 第1', '91.5 第3', '94.0 第1', '81.0 第5'])
    expect(lanes(history, '柯城区')).toEqual(['94.0 第1', '81.2 第5', '86.5 并列5', '80.0 第6', '85.0 第4'])
    expect(lanes(history, '常山县')).toEqual(['80.0 第6', '86.0 第4', '88.0 第4', '87.5 第4', '缺报'])
    expect(must(history.rows.at(-1))).toMatchObject({ rank: 6, score: '84.7', reweighted: true, move: 0 })
  })

  it('go back with the period, and have no moves over a gap', () => {
    const march = historyOf(normal(), { period: '2022-03' })
    expect(march.months).toEqual(['2021-11', '2021-12', '2022-01', '2022-02', '2022-03'])
    expect(must(march.rows.at(-1))).toMatchObject({ region: { name: '常山县' }, rank: null, score: null, move: null, observation: null })
    expect(historyOf(normal(), { period: '2021' }).period).toBe('2021-12')
    expect(historyIn(normal(), { period: '2021-10' })).toBeNull()
    const skipped = changed(normal(), (o) => (o.timePeriod === '2022-09' ? null : o))
    expect(historyOf(skipped).rows.map(({ move }) => move)).toEqual([null, null, null, null, null, null])
    expect(historyOf(skipped).months).toEqual(history.months)
    for (const { points } of historyOf(skipped).lines) expect(points.map((point) => point !== null).slice(-3)).toEqual([true, false, true])
    expect(
      historyOf(skipped)
        .gaps.filter(({ from, to }) => from === 10 && to === 10)
        .map(({ word }) => word)
    ).toEqual(Array.from({ length: 6 }, () => '缺报'))
  })

  it('are nothing where no score is served', () => {
    for (const snapshot of [published(), empty(), hidden()]) expect(historyIn(snapshot)).toBeNull()
  })

  it('say in words what they show', () => {
    expect(summary(history)).toBe(
      '2022-10综合得分：第1江山市92.4分，第2衢江区90.8分，第3开化县88.9分，第4龙游县87.6分，第5柯城区86.3分，第6常山县84.7分※；近12个月的名次变化见图'
    )
    const { columns, rows } = table(history)
    expect(columns).toHaveLength(3 + 5 + 12 + 1)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    expect(must(rows[2]).slice(0, 4)).toEqual(['开化县', '第3', '88.9分', '90.0 第3'])
    expect(must(rows[2])[8 + 7]).toBe('并列3')
    expect(must(rows[5])[8 + 4]).toBe('未排名')
  })
})

describe('other counties', () => {
  it('without a score stand at the foot, and months on end are one gap with its reason', () => {
    const history = historyOf(partial())
    expect(history.rows.map(({ region, rank }) => `${region.name}${rank ?? ''}`)).toEqual(['江山市1', '衢江区2', '龙游县3', '柯城区4', '常山县', '开化县'])
    expect(history.gaps.map(({ region, row, from, to, word }) => `${region.name} ${row} ${from}-${to} ${word}`)).toEqual([
      '常山县 4 0-11 不公布',
      '开化县 5 0-11 缺报'
    ])
    expect(lanes(history, '常山县')).toEqual(['不公布', '不公布', '不公布', '不公布', '不公布'])
    expect(new Set(lineOf(history, '江山市').points.map((point) => point?.observation.origin))).toEqual(new Set(['reported']))
  })

  it('may be three', () => {
    const history = historyOf(three())
    expect(history.rows.map(({ rank }) => rank)).toEqual([1, 2, 3])
    expect(history.rows).toHaveLength(3)
  })

  it('may be eleven, in pairs of equals', () => {
    const history = historyOf(eleven())
    expect(history.rows.map(({ rank }) => rank)).toEqual([1, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10])
    expect(history.ties.filter(({ month }) => month === 11).map(({ rank, count, row }) => [rank, count, row])).toEqual([
      [8, 2, 7],
      [2, 2, 1],
      [10, 2, 9],
      [4, 2, 3],
      [6, 2, 5]
    ])
    expect(history.ties.find(({ count }) => count === 4)).toMatchObject({ month: 7, rank: 4, row: 4.5 })
  })

  it('never share a place', () => {
    for (const snapshot of [normal(), partial(), three(), eleven()]) {
      const { months, lines, gaps } = historyOf(snapshot)
      months.forEach((_, month) => {
        const places = lines.flatMap(({ points }) => (points[month] === null ? [] : [`${points[month]?.row} ${points[month]?.offset}`]))
        const feet = gaps.filter(({ from, to }) => from <= month && month <= to).map(({ row }) => `${row} 0`)
        expect(new Set([...places, ...feet]).size).toBe(lines.length)
      })
    }
  })
})
