import { describe, expect, it } from 'vitest'
import { model, type SkylineModel, type SkylineOptions } from '#charts/skyline.ts'
import { layout, type SkylineLayout } from '#charts/skyline-layout.ts'
import { option } from '#charts/skyline-option.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { alpha, mix } from '#tokens/colour.ts'
import { THEME_IDS, THEMES, type Theme } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { context, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { areaOf, count, floor, forecast, skylineData, village, villages } from '#tests/support/villages.ts'

const size = { width: 1300, height: 460 }
const sky = (observations: readonly ObservationInput[], more?: Partial<SkylineOptions>): SkylineModel => must(model(skylineData(observations, more)))
const drawn = (own: SkylineModel, more: { theme?: Theme; muted?: boolean } = {}): Item[] =>
  itemsOf(option(own, { ...context({ ...size, ...more }), ...oneRow }), 'columns', () => [0, 0])

const oneRow = { leaders: false, rows: false }
const rowOf = (own: SkylineModel): SkylineLayout => must(layout(own, { ...size, rem: 16, ...oneRow })[0])

interface Rect {
  readonly y: number
  readonly height: number
}

const { ink } = THEMES
const teal = (theme: Theme = ink): string => mix(theme.dataSoft, theme.data, 0.72)
const solid = (item: Item, colour: string): Rect[] =>
  flat(item).flatMap(({ type, style, shape }) => (type === 'rect' && style?.fill === colour ? [shape as unknown as Rect] : []))
const stripes = (item: Item): Rect[] => flat(item).flatMap(({ clipPath }) => (clipPath === undefined ? [] : [clipPath.shape as unknown as Rect]))

describe('a column', () => {
  it('of demo is solid up to the floor and striped above it', () => {
    const own = sky([floor, ...villages([1], { obsValue: '80' })])
    const { base, floor: line, yOf } = rowOf(own)
    const [item] = drawn(own)
    expect(solid(must(item), teal())[0]).toMatchObject({ y: line, height: base - must(line) })
    expect(stripes(must(item))).toMatchObject([{ y: yOf(80), height: must(line) - yOf(80) }])
  })

  it('of another year than the floor has nothing solid but its cap', () => {
    const [item] = drawn(sky([{ ...floor, timePeriod: '2020' }, ...villages([1], { obsValue: '80' })]))
    expect(stripes(must(item))).toHaveLength(1)
    expect(solid(must(item), teal()).every(({ height }) => height < 4)).toBe(true)
  })

  it('that is reported is solid from the base to its value, without a stripe', () => {
    const own = sky([floor, ...villages([1], { obsValue: '80', origin: 'reported' })])
    const { base, yOf } = rowOf(own)
    const [item] = drawn(own)
    expect(solid(must(item), teal())).toMatchObject([{ y: yOf(80), height: base - yOf(80) }])
    expect(stripes(must(item))).toEqual([])
  })

  it('of demo without a published floor, or below it, has nothing solid but its cap', () => {
    const bare = must(drawn(sky(villages([1], { obsValue: '80' })))[0])
    const below = must(drawn(sky([floor, ...villages([1], { obsValue: '10' })]))[0])
    for (const item of [bare, below]) {
      expect(stripes(item)).toHaveLength(1)
      expect(solid(item, teal()).every(({ height }) => height < 4)).toBe(true)
    }
  })

  it('of zero is a line on the base, and a missing one an open ring in its place', () => {
    const zero = (origin: 'demo' | 'reported') => must(drawn(sky(villages([1], { obsValue: '0', origin })))[0])
    expect(solid(zero('reported'), teal()).map(({ height }) => height < 4)).toEqual([true])
    expect([stripes(zero('demo')).length, solid(zero('demo'), teal())]).toEqual([1, []])
    const missing = flat(must(drawn(sky([village(0, 0, { obsValue: null, obsStatus: 'O' })]))[0])).filter(({ type }) => type !== 'group')
    expect(missing).toMatchObject([{ type: 'circle', style: { fill: 'none' } }])
  })

  it('without a figure of its own is solid up to the floor and no further', () => {
    const items = drawn(sky([floor, count(3)]))
    expect(items).toHaveLength(3)
    expect(items.flatMap(stripes)).toEqual([])
    expect(items.map((item) => solid(item, teal()).length)).toEqual([1, 1, 1])
  })

  it('with a forecast has a dashed golden outline up to it, from the floor on', () => {
    const own = sky([floor, ...villages([1], { obsValue: '40' }), forecast(0, '村0')])
    const { floor: line, yOf } = rowOf(own)
    const outline = flat(must(drawn(own)[0])).filter(({ style }) => style?.stroke === ink.accent)
    expect(outline).toMatchObject([{ shape: { y: yOf(100), height: must(line) - yOf(100) }, style: { fill: 'none', lineDash: [8, 4.48] } }])
  })

  it('that a story tells of is golden', () => {
    const own = sky([floor, ...villages([2])], { models: [{ area: areaOf(0), places: ['村1'] }] })
    expect(drawn(own).map((item) => solid(item, ink.accent).length > 0)).toContain(true)
    expect(drawn(own).filter((item) => solid(item, ink.accent).length > 0)).toHaveLength(1)
  })

  it.each(THEME_IDS)('is neutral in %s where the data is stale', (id) => {
    const theme = THEMES[id]
    const own = sky([floor, ...villages([2]), forecast(0, '村1')], { models: [{ area: areaOf(0), places: ['村1'] }] })
    const text = JSON.stringify(drawn(own, { theme, muted: true }))
    expect(text).toContain(theme.neutral)
    for (const colour of [theme.accent, theme.data, teal(theme)]) expect(text).not.toContain(colour)
    expect(JSON.stringify(drawn(own, { theme }))).toContain(alpha(teal(theme), 0.26))
  })
})

describe('drawn without a DOM', () => {
  it('writes areas with their counts, the steps and the story’s places, none too small or outside', () => {
    const own = sky([floor, ...villages([4, 9, 6])], { models: [{ area: areaOf(1), places: ['村1', '村2'] }] })
    const { texts } = drawSvg(option(own, { ...context(size), ...oneRow }), size)
    const words = texts.map(({ text }) => text).join('|')
    for (const word of ['第1县', '第2县', '第3县', '村1、村2', '40件']) expect(words).toContain(word)
    // The floor and forecasts are published phrases: markup, not canvas.
    expect(words).not.toContain('超20')
    for (const { x, y, fontPx } of texts) {
      expect(fontPx).toBeGreaterThanOrEqual(18)
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x).toBeLessThanOrEqual(size.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(size.height)
    }
  })

  it('draws leaders only where they are asked for', () => {
    const own = sky([floor, ...villages([4])], { models: [{ area: areaOf(0), places: ['村1'] }], leaders: { columns: 1, gap: 0 } })
    const lines = (leaders: boolean): number => (drawSvg(option(own, { ...context(size), ...oneRow, leaders }), size).svg.match(/<poly/g) ?? []).length
    expect(lines(true)).toBeGreaterThan(lines(false))
  })
})
