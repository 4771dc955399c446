import { describe, expect, it } from 'vitest'
import { linePieces } from '#charts/line-template.ts'
import { model, options, type ResultsListModel } from '#charts/results-list.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { empty } from '#mocks/fixtures/empty.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { changed, dataOf } from '#tests/support/panel-data.ts'

type Pieces = ReturnType<typeof linePieces>
const spelt = (pieces: Pieces): string | null =>
  pieces?.map((piece) => ('text' in piece ? piece.text : `[${phrase(piece.figure.observation, piece.figure.indicator.unitMeasure)}]`)).join('') ?? null
const line = (template: string, snapshot = normal()): string | null => spelt(linePieces(dataOf(snapshot, 'results', options), template))
const listOf = (snapshot: Snapshot): ResultsListModel => model(dataOf(snapshot, 'results', options))

describe('linePieces', () => {
  it.each([
    ['主题活动', '主题活动'],
    ['{zs.projects}', '[518个]'],
    ['促成 {zs.projects}', '促成 [518个]'],
    ['{zs.projects} 个', '[518个] 个'],
    ['{zs.projects}{zb.sales}', '[518个][6.98亿元]'],
    ['至{period zb.sales}止', '至2022-09止'],
    ['{period mz.income}', '2021'],
    ['{span zs.projects}', '近三年'],
    ['{span zb.sales}', '截至2022年9月'],
    ['{span mz.income}', '2021'],
    ['{note zb.audience}', '按场次计，可重复'],
    ['{note mz.income}', ''],
    ['{not a slot} {}', '{not a slot} {}'],
    ['', '']
  ])('%s', (template, text) => {
    expect(line(template)).toBe(text)
  })

  it('is nothing when one of its figures is not in the view', () => {
    expect(line('覆盖 {st.coverage} 村(社)', partial())).toBeNull()
    expect(line('{zs.projects} {no.such}')).toBeNull()
    expect(line('{period no.such}')).toBeNull()
    expect(line('主题活动', empty())).toBe('主题活动')
  })

  it('says 每年 of a figure without a year', () => {
    const yearly = changed(normal(), (o) => (o.indicator === 'zb.sales' ? { ...o, timePeriod: '_T', periodText: undefined } : o))
    expect(line('{period zb.sales} {span zb.sales}', yearly)).toBe('每年 每年')
  })

  it('follows the data to a later period', () => {
    const later = changed(normal(), (o) => (o.indicator === 'zb.sales' ? { ...o, timePeriod: '../2022-11', periodText: '截至2022年11月' } : o))
    expect(line('{period zb.sales} {span zb.sales}', later)).toBe('2022-11 截至2022年11月')
  })
})

describe('the results list', () => {
  it('has a headline, a line and a tail in each row', () => {
    const rows = listOf(normal()).rows.map(
      ({ title, observation, indicator, tail, line: pieces }) => `${title}|${phrase(observation, indicator.unitMeasure)}${tail}|${spelt(pieces) ?? ''}`
    )
    expect(rows).toEqual([
      '双招双引|超1200亿元|促成项目 [518个] · 近三年 · 独立口径',
      '直播共富|6.98亿元|带货销售 · 受众[3.85亿人] · 2022-09',
      '共享食堂|290个|覆盖 [70%以上] 村(社)',
      '民族村|26465元|[49个]村 人均可支配收入 · 2021',
      '亲清半月谈|167个诉求|[11期] · 企业满意率 [99.3%]',
      '思想引领|超100场|主题活动 · 近年来'
    ])
    expect(listOf(published())).toEqual(listOf(normal()))
  })

  it('leaves out a row without its headline, and a line without its figure', () => {
    expect(listOf(partial()).rows.find(({ title }) => title === '共享食堂')?.line).toEqual([])
    const gone = changed(normal(), (o) => (o.indicator === 'zs.investment' ? null : o))
    expect(listOf(gone).rows.map(({ title }) => title)).toEqual(['直播共富', '共享食堂', '民族村', '亲清半月谈', '思想引领'])
    expect(listOf(empty()).rows).toEqual([])
  })
})
