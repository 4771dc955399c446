import { describe, expect, it } from 'vitest'
import type { ChartContext } from '#charts/panel-data.ts'
import { option } from '#charts/trend-option.ts'
import { model, options, type TrendModel } from '#charts/trend.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { alpha } from '#tokens/colour.ts'
import { THEME_IDS, THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, seriesBy, seriesOf, textsOf, type Item, type Series } from '#tests/support/render-items.ts'

const trendOf = (snapshot: Snapshot, panel = 'services', more: { region?: string; period?: string } = {}): TrendModel =>
  model(dataOf(snapshot, panel, options, more))
/** The same months as if the counties had reported them. */
const reported = (): Snapshot => changed(normal(), (o) => (o.origin === 'demo' ? { ...o, origin: 'reported' } : o))
const coord = ([index = 0, value = 0]: readonly number[]): number[] => [10 + index * 30, 200 - value / 20]
const over = (trend: TrendModel, more: Partial<ChartContext> = {}): Item[] => itemsOf(option(trend, context(more)), 'over', coord).flatMap(flat)
const lineOf = (trend: TrendModel, more: Partial<ChartContext> = {}) => must(seriesBy(option(trend, context(more)), 'line-0').lineStyle)

const linesOf = (trend: TrendModel): Series[] => seriesOf(option(trend, context())).filter(({ type }) => type === 'line')

describe('demo marks', () => {
  const items = over(trendOf(normal()))

  it('are stripes cut to the area, without a flat fill', () => {
    const clipped = items.filter(({ clipPath }) => clipPath !== undefined)
    expect(clipped).toHaveLength(1)
    const [area] = clipped
    expect(area?.clipPath).toMatchObject({ type: 'polygon' })
    expect(area?.clipPath?.shape?.points).toHaveLength(12 + 2)
    expect(area?.children).toHaveLength(1)
    expect(area?.children?.[0]).toMatchObject({ type: 'path', style: { fill: 'none', stroke: alpha(THEMES.ink.data, 0.34) } })
    expect(area?.children?.[0]?.shape?.pathData?.match(/M/g)?.length).toBeGreaterThan(20)
    expect(items.filter(({ type }) => type === 'polygon')).toEqual([])
  })

  it('are a dashed line with a hollow dot at its end', () => {
    expect(lineOf(trendOf(normal()))).toEqual({ color: THEMES.ink.data, width: 3, type: [8, 4.48], cap: 'butt' })
    expect(items.filter(({ type }) => type === 'circle')).toMatchObject([{ shape: { cx: 340 }, style: { fill: THEMES.ink.bg0, stroke: THEMES.ink.data } }])
  })
})

describe('the names of the steps', () => {
  const names = (height: number): string[] => {
    const trend = trendOf(normal())
    const { yAxis } = option(trend, context({ height })) as { yAxis: { axisLabel: { formatter: (value: number) => string } } }
    return [0, trend.max / 2, trend.max].map((value) => yAxis.axisLabel.formatter(value))
  }

  it('are the middle and the top, in a low plot the top alone', () => {
    expect(names(220)).toEqual(['', '1,500', '3,000'])
    expect(names(110)).toEqual(['', '', '3,000'])
  })
})

describe('reported marks', () => {
  const items = over(trendOf(reported()))

  it('are a flat area, a solid line and a full dot: no stripe and no dash', () => {
    expect(items.filter(({ clipPath }) => clipPath !== undefined)).toEqual([])
    expect(items.filter(({ type }) => type === 'polygon')).toMatchObject([{ style: { fill: alpha(THEMES.ink.data, 0.15) } }])
    expect(lineOf(trendOf(reported())).type).toBe('solid')
    expect(items.filter(({ type }) => type === 'circle')).toMatchObject([{ style: { fill: THEMES.ink.data } }])
  })
})

describe('marks of mixed months', () => {
  const until = (month: string, before: 'demo' | 'reported', after: 'demo' | 'reported'): TrendModel =>
    trendOf(changed(normal(), (o) => (o.freq === 'M' ? { ...o, origin: o.timePeriod < month ? before : after } : o)))
  const demoFirst = until('2022-03', 'demo', 'reported')

  it('are dashed up to the first reported month and solid from there', () => {
    expect(
      linesOf(demoFirst).map(({ data, lineStyle }) => [data.findIndex((v) => v !== null), data.findLastIndex((v) => v !== null), lineStyle?.type])
    ).toEqual([
      [0, 4, [8, 4.48]],
      [4, 11, 'solid']
    ])
    const items = over(demoFirst)
    expect(items.filter(({ clipPath }) => clipPath !== undefined).map(({ clipPath }) => clipPath?.shape?.points?.length)).toEqual([5 + 2])
    expect(items.filter(({ type }) => type === 'polygon').map(({ shape }) => shape?.points?.length)).toEqual([8 + 2])
  })

  it('end as the last month is', () => {
    const fills = (trend: TrendModel) => over(trend).flatMap(({ type, style }) => (type === 'circle' ? [style?.fill] : []))
    expect(fills(demoFirst)).toEqual([THEMES.ink.data])
    expect(fills(until('2022-10', 'reported', 'demo'))).toEqual([THEMES.ink.bg0])
  })
})

describe('stale marks', () => {
  it.each(THEME_IDS)('are neutral in %s', (id) => {
    const theme = THEMES[id]
    expect(lineOf(trendOf(normal()), { theme, muted: true }).color).toBe(theme.neutral)
    const marks = over(trendOf(normal()), { theme, muted: true }).filter(({ type }) => type === 'circle' || type === 'path')
    expect(marks.length).toBeGreaterThan(1)
    expect(marks.every(({ style }) => String(style?.stroke).startsWith(theme.neutral))).toBe(true)
    expect(lineOf(trendOf(normal()), { theme }).color).toBe(theme.data)
  })
})

describe('the line', () => {
  it('breaks at missing months, with an area under each run', () => {
    const trend = trendOf(partial())
    expect(linesOf(trend).map(({ data }) => data.filter((value) => value !== null).length)).toEqual([3, 7])
    expect(
      over(trend)
        .filter(({ clipPath }) => clipPath !== undefined)
        .map(({ clipPath }) => clipPath?.shape?.points?.length)
    ).toEqual([3 + 2, 7 + 2])
  })

  it('ends at the last value there is', () => {
    const loans = trendOf(partial(), 'loans')
    const end = over(loans).filter(({ type }) => type === 'circle')
    expect(end.map(({ shape }) => shape?.cx)).toEqual([10 + 8 * 30])
    expect(textsOf(over(loans))).toContain(must(loans.points[8]).text)
  })

  it('has its last value and its milestones in words', () => {
    expect(new Set(textsOf(over(trendOf(normal()))))).toEqual(new Set(['3.0上线', '省级应用', '2,790']))
    expect(new Set(textsOf(over(trendOf(normal(), 'loans'))))).toEqual(new Set(['35.82']))
  })

  it('puts a milestone label to the right of its line where there is no room on the left', () => {
    const late = changed(normal(), (o) => (o.freq === 'M' && o.timePeriod < '2022-05' ? null : o))
    const labels = over(trendOf(late)).filter(({ style }) => style?.text === '3.0上线' || style?.text === '省级应用')
    expect(labels.map(({ style }) => [style?.text, style?.align])).toEqual([
      ['3.0上线', 'left'],
      ['省级应用', 'left']
    ])
  })

  it('lets no milestone label lie on a last value at the top', () => {
    const label = (value: number): Item[] => {
      const trend = trendOf(normal())
      const points = trend.points.map((point, index) => (index === trend.points.length - 1 ? { ...point, value } : point))
      const events = [9, 10].map((index) => ({ index, label: '四字事件' }))
      return over({ ...trend, points, milestones: events }).filter(({ style }) => style?.text === '四字事件')
    }
    expect(label(0)).toHaveLength(2)
    expect(label(trendOf(normal()).max)).toHaveLength(1)
  })

  it('lets no milestone label lie on another, and keeps the line of one left out', () => {
    const crowded = { ...trendOf(normal()), milestones: [6, 7, 11].map((index) => ({ index, label: '四字事件' })) }
    const items = over(crowded)
    expect(items.filter(({ style }) => style?.text === '四字事件').map(({ style }) => [style?.x, style?.align])).toEqual([
      [190, 'right'],
      [220, 'left'],
      [340, 'left']
    ])
    expect(
      over({ ...crowded, milestones: [6, 7, 8].map((index) => ({ index, label: '四字事件' })) }).filter(({ style }) => style?.text === '四字事件')
    ).toHaveLength(2)
    expect(items.filter(({ type }) => type === 'line')).toHaveLength(3)
  })
})

describe('drawn without a DOM', () => {
  const size = { width: 464, height: 220 }
  const draw = (trend: TrendModel, more: Partial<ChartContext> = {}) => drawSvg(option(trend, context({ ...size, ...more })), { ...size, ...more })

  it('writes months, steps and the last value, none outside of the panel', () => {
    const { texts } = draw(trendOf(normal()))
    expect(texts.map(({ text }) => text).toSorted()).toEqual(['1,500', '10月', '2,790', '2021年11月', '3,000', '3.0上线', '5月', '8月', '省级应用'].toSorted())
    for (const { x, y, text, anchor, fontPx } of texts) {
      // Digits of the condensed faces are 0.45 em wide.
      const width = text.split('').reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 1 : 0.45), 0) * fontPx
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
      expect(left, text).toBeGreaterThanOrEqual(0)
      expect(left + width, text).toBeLessThanOrEqual(size.width)
      expect(y, text).toBeGreaterThan(0)
      expect(y, text).toBeLessThan(size.height)
      expect(fontPx).toBeGreaterThanOrEqual(18)
    }
  })

  it('puts months in order, milestones over their month, and the last value behind the line', () => {
    const { texts } = draw(trendOf(normal()))
    const at = (wanted: string) =>
      must(
        texts.find(({ text }) => text === wanted),
        wanted
      )
    expect([at('2021年11月'), at('5月'), at('8月'), at('10月')].map(({ x }) => x)).toEqual(
      [at('2021年11月'), at('5月'), at('8月'), at('10月')].map(({ x }) => x).toSorted((a, b) => a - b)
    )
    expect(at('3.0上线').x).toBeCloseTo(at('5月').x, 0)
    expect(at('省级应用').x).toBeCloseTo(at('8月').x, 0)
    expect(at('2,790').x).toBeGreaterThan(at('10月').x)
    expect(at('1,500').y).toBeGreaterThan(at('3,000').y)
  })

  it('draws the dashes of demo and none of reported values', () => {
    expect(draw(trendOf(normal())).svg).toContain('stroke-dasharray="8,4.48"')
    expect(draw(trendOf(reported())).svg).not.toContain('stroke-dasharray')
    expect(draw(trendOf(normal())).svg).toContain('clip-path')
  })

  it('scales everything with the rem', () => {
    const wide = draw(trendOf(normal()), { width: 928, height: 440, rem: 32 }).texts
    const plain = draw(trendOf(normal())).texts
    expect(wide.map(({ text }) => text)).toEqual(plain.map(({ text }) => text))
    wide.forEach(({ fontPx }, index) => expect(fontPx).toBeCloseTo(must(plain[index]).fontPx * 2, 3))
  })

  it('draws the widest values, one month and a gap', () => {
    expect(draw(trendOf(extreme())).svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(draw(trendOf(partial(), 'loans')).svg).not.toMatch(/NaN|Infinity|undefined/)
    const single = draw(trendOf(normal(), 'services', { period: '2021-11' }))
    expect(single.svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(single.texts.map(({ text }) => text)).toContain('2021年11月')
  })
})

describe('the month that is looked at', () => {
  const [whole, march] = [trendOf(normal()), trendOf(normal(), 'services', { period: '2022-03' })]

  it('ends the line on the axis of all months, whose scale stays', () => {
    expect(march.points).toEqual(whole.points.slice(0, march.points.length))
    expect([march.points.at(-1)?.period, march.after.at(0), march.after.at(-1)]).toEqual(['2022-03', '2022-04', '2022-10'])
    expect([march.max, march.min]).toEqual([whole.max, whole.min])
    expect(whole.after).toEqual([])
    const axis = (trend: TrendModel) => (option(trend, context()) as { xAxis: { data: string[] } }).xAxis.data
    expect(axis(march)).toEqual(axis(whole))
  })

  it('is named on the axis, and its value stands at the dot', () => {
    const texts = drawSvg(option(march, context()), { width: 464, height: 220 }).texts.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining(['3月', march.points.at(-1)?.text]))
    expect(texts).not.toContain(whole.points.at(-1)?.text)
  })
})
