import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { drawnPanel, isDashed, isHatched, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'
import { tintsOf } from '#tokens/tints.ts'

const { accent } = THEMES.paper
const { trunk } = tintsOf(THEMES.paper)
const bands = ({ marks }: DrawnPanel) => marks.filter(({ kind, fill }) => kind === 'path' && fill !== undefined)

const total = (more: Partial<Observation>): DrawnPanel =>
  drawnPanel(
    changed(normal(), (o) => (o.indicator === 'zs.projects' && o.refArea === '330800' && o.breakdown === undefined ? { ...o, ...more } : o)),
    'huigui/river'
  )

describe('the river', () => {
  it.each([752, 328])('says what flows in and out, and the figures of the trunk, %i px wide', (width) => {
    const { texts } = drawnPanel(normal(), 'huigui/river', { width })
    expect(texts).toEqual(expect.arrayContaining(['促成回归项目', '近三年 2020–2022', '518个', '涉及投资', '超1200亿元']))
    expect(texts).toEqual(expect.arrayContaining(['商会招商', '百家商会千亿招引', '203个', '企业家招商', '172个', '新乡贤招商', '143个']))
    expect(texts).toEqual(expect.arrayContaining(['开化县', '62个', '柯城区', '84个', '江山市', '117个', '分路、分县为演示']))
  })

  it('hatches demo bands with dashed edges, and fills reported ones', () => {
    const drawn = drawnPanel(normal(), 'huigui/river')
    expect(bands(drawn).every(isHatched)).toBe(true)
    expect(bands(drawn)).toHaveLength(9)
    expect(drawn.marks.filter((mark) => mark.kind === 'path' && isDashed(mark))).toHaveLength(9)
    const solid = drawnPanel(reported(), 'huigui/river')
    expect(bands(solid).map(({ fill }) => fill)).toEqual(Array.from({ length: 9 }, () => trunk))
    expect(solid.texts.some((text) => text.includes('演示'))).toBe(false)
  })

  it('says why a branch has no number, and gives it no band', () => {
    const drawn = drawnPanel(partial(), 'huigui/river')
    expect(drawn.texts).toEqual(expect.arrayContaining(['未报', '不予公布', '分路、部分分县为演示']))
    expect(bands(drawn)).toHaveLength(7)
  })

  it.each([752, 328])('says what is not published in place of sources and outlets, %i px wide', (width) => {
    const { texts, marks } = drawnPanel(published(), 'huigui/river', { width })
    expect(texts).toEqual(expect.arrayContaining(['百家商会千亿招引', '分路数据未公布', '分县数据未公布', '518个']))
    expect(marks.filter(({ kind }) => kind === 'path')).toEqual([])
  })

  it('lights the county that is looked at', () => {
    const selected = drawnPanel(reported(), 'huigui/river', { region: '330881' })
    expect(selected.marks.filter(({ fill }) => fill === accent)).toHaveLength(1)
    expect(selected.marks.filter(({ stroke }) => stroke === accent)).toHaveLength(1)
    expect(selected.texts).toContain('全市')
  })

  it('leaves open what a qualifier does: a fade under the trunk, or a dashed box', () => {
    const fading = total({ bound: 'over', qualifier: { word: '超', place: 'beforeNumber' } })
    expect(fading.texts).toContain('超518个')
    expect(fading.marks.some(({ fill }) => typeof fill === 'object' && 'from' in fill)).toBe(true)
    const dashed = total({ bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } })
    expect(dashed.marks.some((mark) => mark.kind === 'rect' && mark.fill === undefined && isDashed(mark))).toBe(true)
  })

  it('is itself hatched for demo, a dashed outline for a forecast, with the word', () => {
    const demo = total({ origin: 'demo' })
    expect(demo.texts).toContain('演示')
    expect(demo.marks.some((mark) => mark.kind === 'rect' && mark.height > 100 && isHatched(mark))).toBe(true)
    const forecast = total({ obsStatus: 'F' })
    expect(forecast.texts).toContain('预计')
    expect(forecast.marks.some(({ kind, stroke, dash }) => kind === 'rect' && stroke === accent && dash !== undefined)).toBe(true)
  })
})
