import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { circles, drawnPanel, isDashed, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'

const { accent, data, bg0 } = THEMES.paper
describe('rings of the levels', () => {
  const told = (more: Partial<Observation>) => changed(normal(), (o) => (o.indicator === 'xxt.rolloutCities' ? { ...o, ...more } : o))

  it.each([752, 328])('have a dot a place and every label, %i px wide', (width) => {
    const drawn = drawnPanel(normal(), 'xiangxiantong/rings', { width })
    for (const text of [
      '省市县乡 四级贯通',
      '贯通层级',
      '4级',
      '浙江省 2022-08',
      '乡镇(街道)',
      '贯通',
      '数量未公布',
      '90个',
      '其中衢州 6',
      '11个',
      '其中衢州 1',
      '衢州'
    ])
      expect(drawn.texts).toContain(text)
    expect(drawn.texts).toEqual(expect.arrayContaining(['省级', '应用', '提级为省级应用', '2022-08-04', '推广范围，不等于已全部完成']))
    expect(circles(drawn).filter(({ fill }) => fill === data)).toHaveLength(11 + 90 - 7)
    expect(circles(drawn).filter(({ fill }) => fill === accent)).toHaveLength(7)
  })

  it('have a leader for each label where they stand beside it, none under them', () => {
    const leaders = (width: number) =>
      drawnPanel(normal(), 'xiangxiantong/rings', { width }).marks.filter(({ kind, stroke }) => kind === 'path' && stroke === THEMES.paper.t3)
    expect([leaders(752).length, leaders(328).length]).toEqual([4, 0])
  })

  it('are hollow for demo, and dashed for what 以上 leaves open', () => {
    const demo = drawnPanel(told({ origin: 'demo' }), 'xiangxiantong/rings')
    expect(demo.texts).toContain('演示')
    expect(circles(demo).filter(({ fill, stroke, radius }) => fill === bg0 && stroke !== undefined && radius < 5)).toHaveLength(11)
    const open = drawnPanel(told({ bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } }), 'xiangxiantong/rings')
    expect(open.texts).toContain('11个以上')
    expect(circles(open).filter(isDashed)).toHaveLength(3)
  })

  it('stand over figures where there are no levels', () => {
    const { texts } = drawnPanel(normal(), 'zonglan/levels')
    expect(texts).toEqual(
      expect.arrayContaining(['贯通层级', '4级', '地市', '11个', '县(市、区)', '90个', '衢州协同部门', '12个', '衢州协同事项', '44个', '2022'])
    )
  })
})

describe('unit rings', () => {
  const hollow = (drawn: DrawnPanel) => circles(drawn).filter(({ fill }) => fill === undefined)

  it.each([752, 328])('are a ring a unit beside name, map and value, %i px wide', (width) => {
    const drawn = drawnPanel(normal(), 'qinqing/platforms', { width })
    expect(drawn.texts).toEqual(expect.arrayContaining(['6个', '24场', '柯城区', '5场', '一圈一场', '示意图']))
    expect(hollow(drawn)).toHaveLength(24)
    expect(drawn.marks.filter(({ kind, fill }) => kind === 'path' && fill === data)).toHaveLength(6)
  })

  it('are full for what counties have reported', () => {
    const drawn = drawnPanel(reported(), 'qinqing/platforms')
    expect(hollow(drawn)).toEqual([])
    expect(circles(drawn).filter(({ fill }) => fill === data).length).toBeGreaterThan(0)
  })

  it('say why there is none', () => {
    expect(drawnPanel(partial(), 'qinqing/platforms').texts).toEqual(expect.arrayContaining(['未报', '不予公布']))
    const none = changed(normal(), (o) => (o.indicator === 'qq.countyEvents' && o.refArea !== '330800' ? null : o))
    expect(drawnPanel(none, 'qinqing/platforms').texts).toContain('分县数据未公布')
  })

  it('light the county that is looked at', () => {
    const { texts, colours } = drawnPanel(normal(), 'qinqing/platforms', { region: '330881' })
    expect([colours.get('江山市'), colours.get('柯城区')]).toEqual([accent, THEMES.paper.t1])
    expect(texts).toContain('六县(市、区)合计')
  })
})
