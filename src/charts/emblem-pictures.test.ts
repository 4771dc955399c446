import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { circles, drawnPanel, isDashed, isHatched, type DrawnPanel } from '#tests/support/drawn-panel.ts'
import { changed } from '#tests/support/panel-data.ts'
import { THEMES } from '#tokens/themes.ts'

const { accent, data } = THEMES.paper

/** The view with one indicator's figures changed. */
const told = (indicator: string, more: Partial<Observation>): Snapshot => changed(normal(), (o) => (o.indicator === indicator ? { ...o, ...more } : o))

describe('year rings', () => {
  const drawn = (more: Partial<Observation> = {}) => drawnPanel(told('yl.awards', more), 'yinling/awards')

  it('are one a year, the newest in the accent, under the phrase and its note', () => {
    expect(drawn().texts).toEqual(['3年', '连续举办表彰'])
    expect(circles(drawn()).map(({ stroke }) => stroke)).toEqual([data, data, accent])
    expect(circles(drawn()).some(isDashed)).toBe(false)
  })

  it('are dashed for demo, with the word', () => {
    expect(drawn({ origin: 'demo' }).texts).toContain('演示')
    expect(circles(drawn({ origin: 'demo' })).filter(isDashed)).toHaveLength(3)
  })

  it('are none for what is no whole count: the phrase stands alone', () => {
    expect(drawn({ obsValue: '2.5' }).texts).toEqual(['2.5年', '连续举办表彰'])
    expect(circles(drawn({ obsValue: '2.5' }))).toEqual([])
  })
})

describe('seats', () => {
  const drawn = (more: Partial<Observation> = {}) => drawnPanel(told('zj.groups', more), 'lianyi/groups')

  it('are one for each at the table, and the lines of the note', () => {
    expect(drawn().texts).toEqual(['6个', '市级爱国宗教团体', '集中办公，一席一家'])
    const seats = drawn().marks.filter(({ kind }) => kind === 'path')
    expect(seats).toHaveLength(6)
    expect(seats.every((seat) => seat.round === true && !isDashed(seat))).toBe(true)
  })

  it('are dashed for demo, with the word', () => {
    expect(drawn({ origin: 'demo' }).texts).toContain('演示')
    expect(drawn({ origin: 'demo' }).marks.filter(isDashed).length).toBeGreaterThanOrEqual(6)
  })
})

describe('the count emblem', () => {
  const drawn = (more: Partial<Observation> = {}) => drawnPanel(told('zs.congresses', more), 'huigui/congress')
  const cores = (panel: DrawnPanel) => circles(panel).filter(({ radius }) => radius < 15)

  it('names each mark, the latest in the accent', () => {
    expect(drawn().texts.toSorted()).toEqual(['3届', '已举办', '第一届', '第二届', '第三届'].toSorted())
    expect(cores(drawn()).map(({ fill }) => fill)).toEqual([accent, data, data])
  })

  it('is hollow for demo and dashed for a forecast, with the word', () => {
    const demo = drawn({ origin: 'demo' })
    expect(demo.texts).toContain('演示')
    expect(cores(demo).every(({ fill, stroke }) => fill === undefined && stroke !== undefined)).toBe(true)
    const forecast = drawn({ obsStatus: 'F' })
    expect(forecast.texts).toContain('预计')
    expect(cores(forecast).every(isDashed)).toBe(true)
  })

  it('goes into more lines on a narrow picture', () => {
    const many = drawnPanel(told('zs.congresses', { obsValue: '8' }), 'huigui/congress', { width: 328 })
    expect(cores(many)).toHaveLength(8)
  })
})

describe('coverage squares', () => {
  const drawn = (more: Partial<Observation> = {}) => drawnPanel(told('st.coverage', more), 'shitang/coverage')
  const filled = ({ marks }: DrawnPanel) => marks.filter(({ kind, fill }) => kind === 'rect' && fill === data)

  it('fill what is vouched for and dash what 以上 leaves open, and say so', () => {
    expect(drawn().texts).toEqual(['70%以上', '每格为全市村(社)的1%', '实心70格已确定覆盖', '虚框处为“以上”，原文未列明'])
    expect(filled(drawn())).toHaveLength(70)
    expect(drawn().marks.filter(isDashed)).toHaveLength(30)
  })

  it('are hatched for demo, with the word', () => {
    const demo = drawn({ origin: 'demo' })
    expect(demo.texts.slice(0, 2)).toEqual(['70%以上', '演示'])
    expect(demo.marks.filter((mark) => mark.kind === 'rect' && isHatched(mark)).length).toBeGreaterThanOrEqual(70)
    expect(filled(demo)).toEqual([])
  })

  it('are dashed outlines for a forecast', () => {
    const forecast = drawn({ obsStatus: 'F' })
    expect(forecast.texts).toContain('预计')
    expect(filled(forecast)).toEqual([])
    expect(forecast.marks.filter(({ stroke, dash }) => stroke === accent && dash !== undefined).length).toBeGreaterThanOrEqual(70)
  })
})

describe('the village glyph', () => {
  it('counts its name out and says its parts', () => {
    const drawn = drawnPanel(normal(), 'minzu/villages-name')
    expect(drawn.texts).toEqual(['乡', '一乡', '两带', '十村'])
    expect(circles(drawn).filter(({ stroke }) => stroke !== undefined)).toHaveLength(2)
    expect(circles(drawn).filter(({ fill }) => fill === data)).toHaveLength(10)
    expect(circles(drawn).filter(({ fill }) => fill === accent)).toHaveLength(1)
  })
})
