import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type FigureChainModel } from '#charts/figure-chain.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const links = [
  { indicator: 'zb.fans', label: '粉丝' },
  { indicator: 'zb.broadcasts', size: 'grand', lead: true },
  { indicator: 'zb.audience' },
  { indicator: 'zb.sales', size: 'kpi' }
]
const needs = links.map(({ indicator }) => ({ indicator, area: 'root', freq: '_Z', last: 1 }))
const chainOf = (snapshot: Snapshot = normal()): FigureChainModel => model(dataOf(withPanel(snapshot, needs, 'zhibo'), 'p', options, { options: { links } }))

describe('a chain of figures', () => {
  it('is in the order asked for, each with its own period', () => {
    expect(chainOf().links.map(({ label, observation, indicator, period }) => [label, phrase(observation, indicator.unitMeasure), period])).toEqual([
      ['粉丝', '近1亿人', '截至2022年10月'],
      ['开展直播', '近4.5万次', '截至2022年9月'],
      ['直播受众', '3.85亿人', '截至2022年9月'],
      ['带货销售额', '6.98亿元', '截至2022年9月']
    ])
    expect(chainOf().links.map(({ size, lead }) => [size, lead])).toEqual([
      ['hero', false],
      ['grand', true],
      ['hero', false],
      ['kpi', false]
    ])
  })

  it('says once what most cover, and of each what is its own', () => {
    const chain = chainOf()
    expect(chain.scope).toBe('南孔直播群英·同心荟协会成员')
    expect(chain.links.map(({ remarks }) => remarks)).toEqual([['南孔直播群英·同心荟会员主播', '按账号计，可重复；原文未印单位'], [], ['按场次计，可重复'], []])
  })

  it('leaves out what is not in the view', () => {
    expect(chainOf(changed(normal(), (o) => (o.indicator === 'zb.audience' ? null : o))).links).toHaveLength(3)
    expect(chainOf(changed(normal(), () => null))).toEqual({ links: [], scope: '' })
  })

  it('is told in words, without a rate of one to another', () => {
    expect(summary(chainOf())).toBe(
      '粉丝近1亿人（截至2022年10月，南孔直播群英·同心荟会员主播，按账号计，可重复；原文未印单位）；开展直播近4.5万次（截至2022年9月）；直播受众3.85亿人（截至2022年9月，按场次计，可重复）；带货销售额6.98亿元（截至2022年9月）；范围为南孔直播群英·同心荟协会成员'
    )
    expect(table(chainOf()).rows[1]).toEqual(['开展直播', '近4.5万次', '截至2022年9月', '南孔直播群英·同心荟协会成员', '', '已发布'])
  })
})
