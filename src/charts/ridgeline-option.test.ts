import { describe, expect, it } from 'vitest'
import { model, type RidgelineModel } from '#charts/ridgeline.ts'
import { layout } from '#charts/ridgeline-layout.ts'
import { option } from '#charts/ridgeline-option.ts'
import { shiftMonth } from '#contract/months.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { THEME_IDS, THEMES, type Theme } from '#tokens/themes.ts'
import { daysOf, ridgeData } from '#tests/support/days.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { context, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'

const size = { width: 1000, height: 560 }
const box = { ...size, rem: 16 }
const ridge = (observations: readonly ObservationInput[]): RidgelineModel => must(model(ridgeData(observations)))
const months = (count: number, at: (day: number, month: number) => number | null, more?: Partial<ObservationInput>): ObservationInput[] =>
  Array.from({ length: count }, (_, index) => daysOf(shiftMonth('2022-01', index), (day) => at(day, index), more)).flat()
const wave = (day: number): number => (day === 10 ? 90 : 10)
const drawn = (own: RidgelineModel, more: { theme?: Theme; muted?: boolean } = {}): Item[] =>
  itemsOf(option(own, context({ ...size, ...more })), 'months', () => [0, 0])
const strokes = (item: Item): Item[] => flat(item).filter(({ type, style }) => type === 'path' && style?.fill === 'none' && style.stroke !== undefined)
const dashed = (item: Item): Item[] => flat(item).filter(({ style }) => style !== undefined && 'lineDash' in style)

describe('the lines', () => {
  it.each([1, 2, 6, 12])('of %d months stand at even distances, all of them inside', (count) => {
    const { months: places, step, axisY } = layout(ridge(months(count, wave)), box)
    expect(places).toHaveLength(count)
    places.forEach(({ base, runs }, index) => {
      if (index > 0) expect(base - must(places[index - 1]).base).toBeCloseTo(step, 6)
      for (const { y } of runs.flat()) expect(y).toBeGreaterThan(0)
    })
    expect(must(places.at(-1)).base).toBeLessThan(size.height)
    expect(axisY).toBeLessThan(size.height)
  })

  it('have one scale and a zero line each', () => {
    const { months: places } = layout(ridge(months(2, (day, month) => (day === 10 ? (month === 0 ? 80 : 40) : 0))), box)
    const heights = places.map(({ base, runs }) => base - Math.min(...runs.flat().map(({ y }) => y)))
    expect(must(heights[0])).toBeCloseTo(2 * must(heights[1]), 6)
    for (const { base, runs } of places) expect(runs.flat().find(({ day }) => day.value === 0)?.y).toBe(base)
  })

  it('have higher hills where days are wide, which would else look ruled', () => {
    const own = ridge(months(9, wave))
    const share = (width: number): number => {
      const { months: places, step } = layout(own, { ...box, width })
      return (
        (must(places[8]).base -
          Math.min(
            ...must(places[8])
              .runs.flat()
              .map(({ y }) => y)
          )) /
        step
      )
    }
    expect(share(box.height * 3)).toBeGreaterThan(share(box.height * 1.5) * 1.3)
  })

  it('break where days are missing, and end with their month', () => {
    const { months: places } = layout(ridge(daysOf('2022-02', (day) => (day === 7 || day === 8 || day === 20 ? null : 5))), box)
    expect(must(places[0]).runs.map((run) => [run[0]?.day.day, run.at(-1)?.day.day])).toEqual([
      [1, 6],
      [9, 19],
      [21, 28]
    ])
    const [short, long] = layout(ridge([...daysOf('2022-02', wave), ...daysOf('2022-03', wave)]), box).months
    expect(must(short).end).toBeLessThan(must(long).end)
  })

  it('lie flat on zero where all is zero', () => {
    const { months: places } = layout(ridge(months(2, () => 0)), box)
    for (const { base, runs } of places) expect(new Set(runs.flat().map(({ y }) => y))).toEqual(new Set([base]))
  })
})

describe('the names of peaks', () => {
  it('are over their days and never on each other', () => {
    const own = ridge(daysOf('2022-01', (day) => (day === 10 ? 90 : day === 12 ? 88 : day === 25 ? 80 : 10)))
    const { peaks } = layout(own, box)
    expect(own.peaks).toHaveLength(3)
    expect(peaks.map(({ text }) => text)).toEqual(['1月10日', '1月25日'])
    for (const { y } of peaks) expect(y).toBeGreaterThan(16)
  })

  it('stay inside at the ends of a month', () => {
    const { peaks } = layout(ridge(daysOf('2022-01', (day) => (day === 1 || day === 31 ? 90 : 10))), box)
    for (const { x } of peaks) {
      expect(x).toBeGreaterThan(24)
      expect(x).toBeLessThan(size.width - 24)
    }
  })
})

describe('a month', () => {
  it('of demo is dashed, the latest striped too; a reported one is a plain line', () => {
    const demo = drawn(ridge(months(2, wave)))
    expect(demo.map((item) => dashed(item).length)).toEqual([1, 1])
    expect(demo.map((item) => flat(item).filter(({ clipPath }) => clipPath !== undefined).length)).toEqual([0, 1])
    const reported = drawn(ridge(months(2, wave, { origin: 'reported' })))
    expect(reported.map((item) => dashed(item).length)).toEqual([0, 0])
    expect(reported.flatMap((item) => flat(item).filter(({ clipPath }) => clipPath !== undefined))).toEqual([])
  })

  it('is golden where it is the latest', () => {
    const colours = drawn(ridge(months(3, wave))).map((item) => strokes(item).at(-1)?.style?.stroke)
    expect(colours).toEqual([THEMES.ink.data, THEMES.ink.data, THEMES.ink.accent])
  })

  it.each(THEME_IDS)('is neutral in %s where the data is stale', (id) => {
    const theme = THEMES[id]
    const text = JSON.stringify(drawn(ridge(months(2, wave)), { theme, muted: true }))
    expect(text).toContain(theme.neutral)
    expect(text).not.toContain(theme.accent)
    expect(text).not.toContain(theme.data)
  })

  it('keeps its curve to its days: never under the zero line, never over the highest', () => {
    const own = ridge(daysOf('2022-01', (day) => (day % 7 < 3 ? 90 : 0)))
    const { base, runs } = must(layout(own, box).months[0])
    const line = must(strokes(must(drawn(own)[0])).at(-1)?.shape?.pathData)
    const ys = [...line.matchAll(/[\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y))
    expect(Math.max(...ys)).toBeLessThanOrEqual(base + 0.06)
    expect(Math.min(...ys)).toBeGreaterThanOrEqual(Math.min(...runs.flat().map(({ y }) => y)) - 0.06)
  })

  it('shows a day that stands alone as a dot, hollow for demo', () => {
    const dot = (origin: 'demo' | 'reported'): Item[] =>
      flat(must(drawn(ridge(daysOf('2022-01', (day) => (day === 5 ? 9 : null), { origin })))[0])).filter(({ type }) => type === 'circle')
    expect(dot('demo')).toMatchObject([{ style: { fill: THEMES.ink.bg0 } }])
    expect(dot('reported')).toMatchObject([{ style: { fill: THEMES.ink.accent } }])
  })
})

describe('drawn without a DOM', () => {
  it('writes the days and the peaks, none too small or outside', () => {
    const { texts } = drawSvg(option(ridge(months(9, (day, month) => (day === 18 && month === 5 ? 300 : wave(day)))), context(size)), size)
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['1日', '10日', '20日', '30日', '6月18日']))
    for (const { x, y, fontPx } of texts) {
      expect(fontPx).toBeGreaterThanOrEqual(18)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(size.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(size.height)
    }
  })
})
