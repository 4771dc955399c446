import { describe, expect, it } from 'vitest'
import { fullScore, model as headModel, options as headOptions, summary as headSummary } from '#charts/league-head.ts'
import { model, options, summary, type LeagueRulesModel } from '#charts/league-rules.ts'
import { model as subLeagues, options as subOptions, summary as subSummary, table as subTable } from '#charts/sub-leagues.ts'
import { withoutRanks } from '#contract/hide-ranks.ts'
import type { Composite, CompositeInput } from '#contract/indicator.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven } from '#mocks/fixtures/counties.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const rulesOf = (snapshot: Snapshot): LeagueRulesModel => model(dataOf(sceneOf(snapshot, 'liangshai'), 'rules', options))
const read = (snapshot: Snapshot): string[] => rulesOf(snapshot).rules.map(({ title, lines }) => [title, ...lines].join(' / '))
const headOf = (snapshot: Snapshot) => headModel(dataOf(sceneOf(snapshot, 'liangshai'), 'head', headOptions))

const composite = must(normal().document.indicators.find(({ id }) => id === 'ls.score')?.composite)
function withMethod(change: Partial<Composite>): Snapshot {
  const snapshot = normal()
  const indicators = snapshot.document.indicators.map((one) => (one.id === 'ls.score' ? { ...one, composite: { ...composite, ...change } } : one))
  return { ...snapshot, document: { ...snapshot.document, indicators } }
}
const inputs = (change: (input: CompositeInput, index: number) => Partial<CompositeInput>): Snapshot =>
  withMethod({ inputs: composite.inputs.map((input, index) => ({ ...input, ...change(input, index) })) })

describe('the rules in words', () => {
  it('are those of the method', () => {
    expect(read(normal())).toEqual([
      '并列怎么排 / 得分相同名次相同，其后名次顺延 / 如2022年6月两地并列第3，无第4',
      '缺报怎么算 / 缺一项按其余权重折算并标※ / 缺两项以上当月不排名，线断开',
      '得分怎么来 / 各项按目标完成率折算，封顶100 / 数值与来源可逐项点开',
      '什么时候隐藏名次 / 有客参观或数据未齐时由后台隐藏 / 只留各县自己的变化，不留排序'
    ])
  })

  it('tell no order while ranks are hidden', () => {
    expect(read(hidden())).toEqual([
      '并列怎么排 / 得分相同名次相同，其后名次顺延 / 得分取1位小数，以印出来的为准',
      '缺报怎么算 / 缺一项按其余权重折算并标※ / 缺两项以上当月不计，线断开',
      '得分怎么来 / 各项按目标完成率折算，封顶100 / 增减与来源可逐项点开',
      '名次已隐藏 / 由后台设定，接口里也没有得分和名次 / 只留各县自己的增减，按区划代码排列'
    ])
    expect(JSON.stringify(rulesOf(hidden()))).not.toMatch(/第\d/)
  })

  it('follow a method that is another', () => {
    expect(read(withMethod({ maxMissing: 0 }))[1]).toBe('缺报怎么算 / 缺任何一项，当月不排名，线断开')
    expect(read(withMethod({ maxMissing: 2 }))[1]).toBe('缺报怎么算 / 缺两项以内按其余权重折算并标※ / 缺三项以上当月不排名，线断开')
    expect(read(withMethod({ maxMissing: 4 }))[1]).toBe('缺报怎么算 / 缺四项以内按其余权重折算并标※ / 全部缺报当月不排名，线断开')
    const mixed = inputs((_, index) => (index === 0 ? { direction: 'down', normalisation: { method: 'range', low: '0', high: '100', cap: '90' } } : {}))
    expect(read(mixed)[2]).toBe(
      '得分怎么来 / 办理服务按上下限之间的位置折算，封顶90 / 回归项目、满意度、乡贤宝、亲清平台按目标完成率折算，封顶100 / 办理服务越低越好 / 数值与来源可逐项点开'
    )
    expect(read(inputs(() => ({ normalisation: undefined })))[2]).toBe('得分怎么来 / 各项直接报分 / 数值与来源可逐项点开')
  })

  it('take the latest tie for their example, of any number', () => {
    expect(read(eleven())[0]).toBe('并列怎么排 / 得分相同名次相同，其后名次顺延 / 如2022年10月两地并列第8，无第9')
    const june = changed(eleven(), (o) => (o.timePeriod > '2022-06' && o.timePeriod < '2023' && o.indicator.startsWith('ls.') ? null : o))
    expect(read(june)[0]).toMatch(/如2022年6月.+地并列第\d/)
  })

  it('are none where no score is in force', () => {
    expect(rulesOf(published()).rules).toEqual([])
    expect(summary(rulesOf(published()))).toBe('晾晒办法：本期没有得分')
  })
})

describe('the head', () => {
  it('says what the score is made of, and out of how much', () => {
    const head = headOf(normal())
    expect(headSummary(head)).toBe('同心促共富、争先比晾晒，综合得分满分100：办理服务30%，回归项目25%，满意度20%，乡贤宝15%，亲清平台10%')
    expect(
      fullScore({ ...composite, inputs: composite.inputs.map((input) => ({ ...input, normalisation: { method: 'target', target: '1', cap: '120' } })) })
    ).toBe('120')
  })

  it('says whether it is demo, and whether ranks are hidden', () => {
    expect([normal(), hidden(), partial(), reported(), withoutRanks(reported())].map((snapshot) => [headOf(snapshot).demo, headOf(snapshot).hidden])).toEqual([
      ['名次、得分、权重与规则均为演示', false],
      ['得分、权重与规则均为演示', true],
      ['部分得分为演示', false],
      [null, false],
      [null, true]
    ])
    expect(headOf(hidden()).line).not.toBe(headOf(normal()).line)
    expect(headSummary(headOf(hidden()))).toContain('名次已隐藏')
  })

  it('shows no invented weights where there is no score', () => {
    expect(headOf(published())).toMatchObject({ items: [], demo: null })
  })
})

describe('leagues of one item', () => {
  const leagues = must(subLeagues(dataOf(sceneOf(normal(), 'liangshai'), 'items', subOptions)))

  it('rank by the points of the item, those that are missing last', () => {
    expect(leagues.leagues.map(({ rows }) => rows[0]?.region.name)).toEqual(['柯城区', '江山市', '开化县', '江山市', '开化县'])
    expect(must(leagues.leagues[2]).rows.map(({ cell }) => [cell.rank, cell.shared])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, true],
      [5, true]
    ])
    expect(must(leagues.leagues[4]).rows.at(-1)).toMatchObject({ region: { name: '常山县' }, cell: { rank: null, absence: '缺报' } })
  })

  it('say so', () => {
    expect(subSummary(leagues)).toBe('2022-10分项第1：办理服务柯城区，回归项目江山市，满意度开化县，乡贤宝江山市，亲清平台开化县')
    expect(subTable(leagues).rows).toHaveLength(30)
    expect(subLeagues(dataOf(sceneOf(hidden(), 'liangshai'), 'items', subOptions))).toBeNull()
  })
})
