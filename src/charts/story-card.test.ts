import { describe, expect, it } from 'vitest'
import type { PanelData } from '#charts/panel-data.ts'
import { model, options, summary, table, type StoryCardOptions } from '#charts/story-card.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const PUSHAN = ['mz.pushan.visitors', 'mz.pushan.revenue', 'mz.pushan.collective']
const ZAOTIAN = 'mz.zaotian.household'
const cards = [
  { display: '浦山模式', area: '330825', figures: PUSHAN.map((indicator) => ({ indicator })) },
  { display: '洋西李模式', area: '330803', figures: [{ indicator: 'mz.yangxili.villager' }], programme: '洋西李千年畚箕' },
  { display: '早田模式', area: '330802', figures: [{ indicator: ZAOTIAN, label: '每户' }], programme: '没有这个项目' }
]
const needs = cards.flatMap(({ area, figures }) => figures.map(({ indicator }) => ({ indicator, area, freq: '_Z' })))

const given = (snapshot: Snapshot = normal()): PanelData<StoryCardOptions> => dataOf(withPanel(snapshot, needs, 'minzu'), 'p', options, { options: { cards } })
const told = (snapshot?: Snapshot) => must(model(given(snapshot)))
const stories = (snapshot?: Snapshot) => told(snapshot).stories
const household = (more: Partial<Observation>): Snapshot => changed(normal(), (o) => (o.indicator === ZAOTIAN ? { ...o, ...more } : o))
const rangeIn = (more: Partial<Observation>) => must(stories(household(more))[2]?.figures[0]).range

describe('a story', () => {
  it('has a place made of the area and the scope of its figures', () => {
    expect(stories().map(({ title, place }) => [title, place])).toEqual([
      ['浦山模式', '龙游县浦山村'],
      ['洋西李模式', '衢江区西坑、洋坑民族村'],
      ['早田模式', '柯城区上田民族村']
    ])
  })

  it('does not name the whole area twice', () => {
    expect(stories(household({ scope: '全区' }))[2]?.place).toBe('柯城区')
  })

  it('names the period of each figure', () => {
    expect(stories()[0]?.figures.map(({ label, period }) => [label, period])).toEqual([
      ['接待游客', '近5年 2018–2022'],
      ['营业额', '近5年 2018–2022'],
      ['村集体经营性收入', '2022年']
    ])
    expect(stories()[2]?.figures[0]?.label).toBe('每户')
  })

  it('names a programme only where the pack has it', () => {
    expect(stories().map(({ programme }) => programme)).toEqual([null, '洋西李千年畚箕', null])
  })

  it('without a figure keeps its place and says so; without any story there is none', () => {
    const silent = changed(normal(), (o) => (PUSHAN.includes(o.indicator) ? null : o))
    expect(stories(silent).map(({ title, figures }) => [title, figures.length])).toEqual([
      ['浦山模式', 0],
      ['洋西李模式', 1],
      ['早田模式', 1]
    ])
    expect(summary(told(silent))).toMatch(/^浦山模式，龙游县：未公布；洋西李模式，/)
    expect(model(given(changed(normal(), (o) => (o.indicator.startsWith('mz.') ? null : o))))).toBeNull()
  })

  it('has its area lit on the map, and no map where the boundaries lack it', () => {
    expect(stories().flatMap(({ locator }) => locator?.areas.filter(({ lit }) => lit).map(({ code }) => code))).toEqual(['330825', '330803', '330802'])
    expect(stories()[0]?.locator?.areas).toHaveLength(6)
    expect(must(model({ ...given(), boundaries: undefined })).stories[0]?.locator).toBeNull()
  })
})

describe('a range', () => {
  it('is a bar between its ends on an axis from zero', () => {
    const range = must(rangeIn({}))
    expect(range).toMatchObject({ low: '1.5万', high: '2万', demo: false })
    expect(range.from / range.to).toBeCloseTo(0.75)
    expect(range.to).toBeLessThan(1)
  })

  it('has a round step before its ends, where it has room', () => {
    expect(rangeIn({})?.step).toMatchObject({ text: '1万' })
    expect(must(must(rangeIn({})).step).at).toBeCloseTo(0.5 * must(rangeIn({})).to)
    expect(rangeIn({ obsValue: '11000' })?.step).toBeNull()
  })

  it('is striped for demo and solid once it is reported', () => {
    expect(rangeIn({ origin: 'demo' })?.demo).toBe(true)
    expect(rangeIn({ origin: 'reported' })?.demo).toBe(false)
  })

  it('is not drawn for a single value, a missing one or one below zero', () => {
    expect(rangeIn({ bound: 'exact', obsValueHigh: undefined })).toBeNull()
    expect(rangeIn({ obsValue: null, obsStatus: 'O' })).toBeNull()
    expect(rangeIn({ obsValue: '-5' })).toBeNull()
    expect(stories()[0]?.figures.map(({ range }) => range)).toEqual([null, null, null])
  })
})

describe('in words', () => {
  it('tells each figure with its period, and a forecast as one', () => {
    expect(summary(told())).toBe(
      '浦山模式，龙游县浦山村：接待游客超300万人（近5年 2018–2022），营业额5000万元（近5年 2018–2022），村集体经营性收入将突破100万元（2022年，预计）；洋西李模式，衢江区西坑、洋坑民族村：村民年增收4300元（每年）；早田模式，柯城区上田民族村：每户1.5万至2万元（每年）'
    )
  })

  it('has every figure in the table', () => {
    const { columns, rows } = table(told(household({ obsValue: null, obsValueHigh: undefined, bound: 'exact', obsStatus: 'O' })))
    expect(columns).toEqual(['指标', '数值', '单位', '期间', '范围', '状态'])
    expect(rows).toHaveLength(5)
    expect(rows[2]).toEqual(['浦山模式 村集体经营性收入', '将突破100万元', '元', '2022年', '龙游县浦山村', '已发布 预计'])
    expect(rows[4]?.[1]).toBe('未报')
  })
})
