import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SVGRenderer } from 'echarts/renderers'
import { entering, entrancePartOf, hollow, leader } from '#charts/entrance.ts'
import { echarts } from '#charts/register.ts'
import { enter } from './entrance.ts'

echarts.use([SVGRenderer])

const dot = { type: 'circle', shape: { cx: 5, cy: 5, r: 5 }, style: { fill: 'black' } }
const dashed = { ...dot, style: { stroke: 'black', lineDash: [2, 2] } }

let chart: ReturnType<typeof echarts.init>
function draw(children: readonly object[]): void {
  chart.setOption({ animation: false, series: [{ type: 'custom', coordinateSystem: 'none', data: [0], renderItem: () => ({ type: 'group', children }) }] })
}
const opacities = (): unknown[] =>
  chart
    .getZr()
    .storage.getDisplayList(true)
    .map(({ style }): unknown => style.opacity)

beforeEach(() => {
  vi.useFakeTimers()
  chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 100, height: 100 })
})
afterEach(() => {
  chart.dispose()
  vi.useRealTimers()
})

describe('the entrance of a chart', () => {
  it('leaves what is solid, and hides what follows until its time', () => {
    draw([dot, ...hollow([dot, { type: 'group', children: [dot] }]), dashed, ...leader([{ ...dot, style: { fill: 'black', opacity: 0.6 } }])])
    enter(chart)
    expect(opacities()).toEqual([1, 0, 0, 0, 0])
  })

  it('gives each mark its own opacity back, also when a refresh has stopped it half-way', () => {
    draw([dot, ...hollow([dot]), ...leader([{ ...dot, style: { fill: 'black', opacity: 0.6 } }])])
    const before = opacities()
    enter(chart)
    for (const mark of chart.getZr().storage.getDisplayList()) mark.stopAnimation()
    vi.advanceTimersByTime(2_000)
    expect(opacities()).toEqual(before)
  })

  it('is over at once when it is ended, and touches nothing of a chart that is gone', () => {
    draw(hollow([dot]))
    const end = enter(chart)
    end()
    expect(opacities()).toEqual([1])
    const again = enter(chart)
    chart.dispose()
    expect(() => {
      again()
      vi.advanceTimersByTime(2_000)
    }).not.toThrow()
    chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 100, height: 100 })
  })
})

describe('the part of a mark', () => {
  it('is that of its group; without one a dashed line is hollow by its look, but not what a qualifier leaves open', () => {
    expect(entrancePartOf({ parent: { parent: { name: 'leader' } } })).toBe('leader')
    expect(entrancePartOf({ name: 'months', style: { lineDash: [1, 2] } })).toBe('hollow')
    expect(entrancePartOf({ name: 'months', style: {} })).toBe('published')
    expect(entrancePartOf({ name: 'published', style: { lineDash: [1, 2] } })).toBe('published')
  })

  it('is hollow for demo alone', () => {
    expect([entering(true, [dot]), entering(false, [dot])]).toEqual([[{ ...dot, name: 'hollow' }], [{ ...dot, name: 'published' }]])
  })
})
