import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { circles, drawnPanel, isDashed, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'

const { data, bg0 } = THEMES.paper

const told = (more: Partial<Observation>): DrawnPanel =>
  drawnPanel(
    changed(normal(), (o) => (o.indicator === 'lj.exchanges' ? { ...o, ...more } : o)),
    'lianyi/ripples'
  )

describe('ripples', () => {
  it.each([752, 328])('say both totals and name every shore, %i px wide', (width) => {
    const { texts } = drawnPanel(normal(), 'lianyi/ripples', { width })
    expect(texts).toEqual(expect.arrayContaining(['衢港两地青年交流活动', '全市', '40余场次', '新建港澳同乡社团', '2个', '2022-10']))
    expect(texts).toEqual(
      expect.arrayContaining(['衢州', '香港', '澳门', '香港南孔商会', '澳门南孔衢州联谊会', '一点一场次，40点之外以淡点表示“余”', '示意图'])
    )
  })

  it.each([752, 328])('have a dot for each exchange, and fading ones beyond, %i px wide', (width) => {
    // Those of the totals are another size.
    const dots = circles(drawnPanel(normal(), 'lianyi/ripples', { width })).filter(({ fill, radius }) => fill === data && radius !== 4)
    expect(dots.filter(({ opacity }) => opacity === undefined)).toHaveLength(40)
    expect(dots.filter(({ opacity }) => opacity !== undefined)).toHaveLength(3)
  })

  it('are hollow for demo, dashed for a forecast and for what 以上 leaves open', () => {
    const hollow = ({ marks }: DrawnPanel) => marks.filter(({ kind, fill, strokeWidth }) => kind === 'circle' && fill === bg0 && strokeWidth === 1.6)
    expect(told({ origin: 'demo' }).texts).toContain('演示')
    expect(hollow(told({ origin: 'demo' }))).toHaveLength(43)
    expect(told({ obsStatus: 'F' }).texts).toContain('预计')
    expect(hollow(told({ obsStatus: 'F' })).filter(isDashed)).toHaveLength(43)
    const open = told({ bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } })
    expect(open.texts).toContain('一点一场次，40点之外以虚圈表示“以上”')
    expect(hollow(open).filter(isDashed)).toHaveLength(3)
  })
})
