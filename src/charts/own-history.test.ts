import { describe, expect, it } from 'vitest'
import { model as changeList, options as listOptions, summary as listSummary, table as listTable } from '#charts/change-list.ts'
import { option, pointAt } from '#charts/own-history-option.ts'
import { model, options, summary, table, type OwnHistoryModel } from '#charts/own-history.ts'
import { signed, wayOf } from '#charts/own-changes.ts'
import { withoutRanks } from '#contract/hide-ranks.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf } from '#tests/support/render-items.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const ownIn = (snapshot: Snapshot, period?: string): OwnHistoryModel | null => model(dataOf(sceneOf(snapshot, 'liangshai'), 'own', options, { period }))
const ownOf = (snapshot: Snapshot, period?: string): OwnHistoryModel => must(ownIn(snapshot, period))
const CODES = ['330802', '330803', '330822', '330824', '330825', '330881']

describe('each against itself', () => {
  const own = ownOf(hidden())

  it('is in the order of the codes, with its own changes', () => {
    expect(own.rows.map(({ region }) => region.code)).toEqual(CODES)
    expect(own.rows.map(({ total }) => total?.text)).toEqual(['−0.3', '+1.9', '+0.8', '+3.1', '−2.2', '+0.8'])
    expect(own.rows.map(({ total }) => total?.estimated)).toEqual([false, false, true, false, false, false])
    expect(must(own.rows[2]).items.map((change) => change?.text)).toEqual(['−0.1', '+1.4', '+1.5', '+0.9', '缺报'])
  })

  it('has each line between its own lowest and highest', () => {
    for (const { points } of own.lines) {
      const heights = points.flatMap((point) => point?.height ?? [])
      expect([Math.min(...heights), Math.max(...heights)]).toEqual([0, 1])
    }
    expect(must(own.lines[2]).points[4]).toBeNull()
    expect(must(own.lines[2]).gaps).toEqual([{ month: 4, word: '缺报' }])
  })

  it('breaks where a month was not reported at all', () => {
    const skipped = ownOf(changed(hidden(), (o) => (o.timePeriod === '2022-09' ? null : o)))
    expect(skipped.months).toEqual(own.months)
    for (const { points, gaps } of skipped.lines) {
      expect(points.map((point) => point !== null).slice(-3)).toEqual([true, false, true])
      expect(gaps).toContainEqual({ month: 10, word: '缺报' })
    }
  })

  it('fits every bar into its lane', () => {
    for (const { items } of own.rows)
      items.forEach((change, index) => expect(Math.abs(change?.value ?? 0)).toBeLessThanOrEqual(own.most * must(own.items[index]).weight + 1e-9))
  })

  it('goes back with the period, and names another basis than the month before', () => {
    const april = ownOf(hidden(), '2022-04')
    expect(april.months.at(-1)).toBe('2022-04')
    expect(must(april.rows[2]).total).toMatchObject({ basis: '较 2022-02' })
    expect(summary(april)).toContain('（较 2022-02）')
    expect(must(ownOf(hidden(), '2022-03').rows[2]).total).toMatchObject({ text: '缺报', value: null })
  })

  it('is nothing while ranks are shown', () => {
    expect(ownIn(normal())).toBeNull()
    expect(changeList(dataOf(sceneOf(normal(), 'liangshai'), 'own-totals', listOptions))).toBeNull()
  })

  it('has no word of a rank, a level or a comparison', () => {
    const text = JSON.stringify([summary(own), table(own)])
    expect(text).not.toMatch(/第\d|并列\d|最高|最低|9\d\.\d|8\d\.\d/)
    expect(summary(own)).toMatch(/^名次已隐藏，只与自己比：2022-10较上月，柯城区−0.3，/)
    expect(table(own).rows.map(([name]) => name)).toEqual(own.rows.map(({ region }) => region.name))
  })

  it('tells missing from suppressed', () => {
    const some = ownOf(withoutRanks(partial()))
    expect(some.rows.map(({ total }) => total?.text)).toEqual(['−0.3', '+1.9', '不公布', '缺报', '−2.2', '+0.8'])
    expect(some.rows.map(({ total }) => total?.demo)).toEqual([true, true, true, true, true, false])
  })

  it.each([
    ['three', three, 3],
    ['eleven', eleven, 11]
  ])('may be %s counties', (_name, snapshot, count) => {
    const { rows, lines } = ownOf(withoutRanks(snapshot()))
    expect([rows.length, lines.length]).toEqual([count, count])
    expect(rows.map(({ region }) => region.code)).toEqual(rows.map(({ region }) => region.code).toSorted())
  })
})

describe('the picture', () => {
  const coord = ([month = 0, row = 0]: readonly number[]): number[] => [month * 70, row * 85]
  const drawn = (snapshot: Snapshot) => itemsOf(option(ownOf(snapshot), context({ width: 912, height: 610 })), 'ways', coord).flatMap(flat)

  it('has a line with one dot for each, broken where a month is missing', () => {
    const items = drawn(hidden())
    expect(items.filter(({ type }) => type === 'line')).toHaveLength(6 * 11 - 2)
    expect(items.filter(({ type }) => type === 'circle')).toHaveLength(6)
    expect(textsOf(items.slice(0, 1))).toEqual(['柯城区', '衢江区', '缺报', '常山县', '开化县', '龙游县', '江山市'])
  })

  it('is dashed and hollow for demo, solid for reported', () => {
    const dashes = (snapshot: Snapshot) =>
      new Set(drawn(snapshot).flatMap(({ type, style }) => (type === 'line' ? [style !== undefined && 'lineDash' in style] : [])))
    expect(dashes(hidden())).toEqual(new Set([true]))
    expect(dashes(withoutRanks(reported()))).toEqual(new Set([false]))
  })

  it('keeps every line within its own row', () => {
    for (const height of [0, 1]) expect(Math.abs(pointAt(3, 0, { height })[1] - 3)).toBeLessThan(0.4)
  })
})

describe('a list of changes', () => {
  const listOf = (id: string) => must(changeList(dataOf(sceneOf(hidden(), 'liangshai'), id, listOptions)))

  it('is of the total, or of each item, always by code', () => {
    expect(listOf('own-totals').lists.map(({ title, rows }) => [title, rows.length])).toEqual([['', 6]])
    const items = listOf('own-items')
    expect(items.lists.map(({ title }) => title)).toEqual(['办理服务', '回归项目', '满意度', '乡贤宝', '亲清平台'])
    for (const { rows } of items.lists) {
      expect(rows.map(({ region }) => region.code)).toEqual(CODES)
      for (const { share } of rows) expect(Math.abs(share)).toBeLessThanOrEqual(1)
    }
  })

  it('says in words what it shows', () => {
    expect(listSummary(listOf('own-totals'))).toBe(
      '名次已隐藏，只与自己比：2022-10较上月，柯城区−0.3，衢江区+1.9，常山县+0.8※，开化县+3.1，龙游县−2.2，江山市+0.8'
    )
    expect(must(listTable(listOf('own-items')).rows.at(-4))).toEqual(['亲清平台', '常山县', '缺报', '2022-10', '演示'])
  })
})

describe('signs and ways', () => {
  it.each([
    ['0.8', '+0.8'],
    ['-2.2', '−2.2'],
    ['0.0', '0.0']
  ])('%s is %s', (value, text) => {
    expect(signed(value)).toBe(text)
  })

  it('a way begins at nothing and stays unknown where a month is', () => {
    const told = must(hidden().observations.find(({ indicator, obsValue }) => indicator === 'ls.score.change' && obsValue !== null))
    const changes = new Map([
      ['2022-01', { ...told, obsValue: null, obsStatus: 'M' as const }],
      ['2022-02', { ...told, obsValue: '1.5' }],
      ['2022-03', { ...told, obsValue: null, obsStatus: 'O' as const }],
      ['2022-04', { ...told, obsValue: '-2' }]
    ])
    expect(wayOf(changes, ['2022-01', '2022-02', '2022-03', '2022-04', '2022-05'])).toEqual(['0', '1.5', null, '-0.5', null])
  })
})
