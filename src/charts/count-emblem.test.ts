import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type CountEmblemModel } from '#charts/count-emblem.ts'
import type { Observation } from '#contract/observation.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const emblemOf = (snapshot = normal()): CountEmblemModel | null => model(dataOf(sceneOf(snapshot, 'huigui'), 'congress', options))
const told = (more: Partial<Observation>): CountEmblemModel =>
  must(emblemOf(changed(normal(), (o) => (o.indicator === 'zs.congresses' ? { ...o, ...more } : o))))

describe('a small count as marks', () => {
  it('has one for each, the latest lit, and no date', () => {
    expect(told({}).marks).toEqual([
      { name: '第一届', latest: false },
      { name: '第二届', latest: false },
      { name: '第三届', latest: true }
    ])
    expect(told({ obsValue: '1' }).marks).toEqual([{ name: '第一届', latest: true }])
  })

  it.each<[string, Partial<Observation>]>([
    ['0', { obsValue: '0' }],
    ['missing', { obsValue: null, obsStatus: 'O' }],
    ['not whole', { obsValue: '2.5' }],
    ['below none', { obsValue: '-3' }],
    ['too many to count', { obsValue: '40' }],
    ['more than it says', { obsValue: '3', bound: 'over' }]
  ])('has none where the count is %s', (_, more) => {
    expect(told(more).marks).toEqual([])
  })

  it('is solid, hollow for demo, dashed for a forecast', () => {
    expect([told({}).look, told({ origin: 'reported' }).look, told({ origin: 'demo' }).look, told({ obsStatus: 'F' }).look]).toEqual([
      'solid',
      'solid',
      'demo',
      'forecast'
    ])
  })

  it('is the phrase in words', () => {
    expect(summary(told({}))).toBe('衢州人发展大会已举办3届')
    expect(table(told({})).rows).toEqual([['衢州人发展大会', '3届', '截至2022年10月', '已发布']])
    expect(must(emblemOf(extreme())).marks).toEqual([])
    expect(emblemOf(changed(normal(), (o) => (o.indicator === 'zs.congresses' ? null : o)))).toBeNull()
  })
})
