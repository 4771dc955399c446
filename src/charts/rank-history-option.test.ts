import { describe, expect, it } from 'vitest'
import { option, placeOf } from '#charts/rank-history-option.ts'
import { model, options } from '#charts/rank-history.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { alpha } from '#tokens/colour.ts'
import { THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const SIZE = { width: 912, height: 610 }
const optionOf = (snapshot: Snapshot, more = {}) =>
  option(must(model(dataOf(sceneOf(snapshot, 'liangshai'), 'league', options))), context({ ...SIZE, ...more }))
/** 70 px a month, 85 px a row. */
const coord = ([month = 0, row = 0]: readonly number[]): number[] => [100 + month * 70, 110 + row * 85]
const drawn = (snapshot: Snapshot, more?: object): Item[] => itemsOf(optionOf(snapshot, more), 'ranks', coord).flatMap(flat)
const dots = (items: readonly Item[]): Item[] => items.filter(({ type }) => type === 'circle')
const paths = (items: readonly Item[]) => items.filter(({ type }) => type === 'path').map(({ style }) => style as { stroke: string; lineDash?: number[] })
const pills = (items: readonly Item[]): Item[] => items.filter(({ type, style }) => type === 'rect' && style?.fill === 'none')

describe('the picture of ranks', () => {
  const { theme } = context()

  it('has a dot for each rank, the first in gold, hollow and dashed for demo', () => {
    const items = drawn(normal())
    expect(dots(items)).toHaveLength(71)
    expect(dots(items).filter(({ style }) => style?.stroke === theme.accent)).toHaveLength(12)
    expect(dots(items).filter(({ style }) => style?.stroke === theme.t2)).toHaveLength(12)
    expect(new Set(dots(items).map(({ style }) => style?.fill))).toEqual(new Set([theme.bg0]))
    expect(paths(items).filter(({ stroke, lineDash }) => stroke === theme.accent && lineDash === undefined)).toEqual([])
  })

  it('says why a line is marked, and draws it no thicker than the others', () => {
    const items = drawn(normal())
    expect(textsOf(items.slice(0, 1)).filter((text) => /[▲▼]/.test(text))).toEqual(['▲2'])
    const width = (stroke: string): unknown[] => [
      ...new Set(items.filter(({ type, style }) => type === 'path' && style?.stroke === stroke).map(({ style }) => style?.lineWidth))
    ]
    expect(width(theme.t2)).toEqual(width(alpha(theme.data, 0.68)))
    expect(width(theme.accent)[0]).toBeGreaterThan(Number(width(theme.t2)[0]))
  })

  it('turns solid where scores are reported, and where only some are, only those', () => {
    const solid = drawn(reported())
    expect(dots(solid).every(({ style }) => style?.fill === style?.stroke)).toBe(true)
    expect(paths(solid).every(({ lineDash }) => lineDash === undefined)).toBe(true)
    const mixed = drawn(partial())
    const gold = paths(mixed).filter(({ stroke }) => stroke === theme.accent)
    expect(gold.every(({ lineDash }) => lineDash === undefined)).toBe(true)
    expect(paths(mixed).some(({ lineDash }) => lineDash !== undefined)).toBe(true)
  })

  it('breaks a line where a month is missing, with a box that says so', () => {
    const items = drawn(normal())
    // Eleven ways and a tail for each line; one line lacks the two ways at its gap; each is drawn twice, over its own shade.
    expect(paths(items)).toHaveLength(2 * (6 * 12 - 2))
    expect(textsOf(items)).toContain('缺报')
    const boxes = items.filter(({ type, style }) => type === 'rect' && style?.fill === theme.bg0)
    expect(boxes).toHaveLength(1)
  })

  it('puts a pill around equals and says which rank they share', () => {
    const items = drawn(normal())
    expect(pills(items)).toHaveLength(1)
    expect(textsOf(items.slice(0, 1)).filter((text) => text.startsWith('并列'))).toEqual(['并列第3'])
  })

  it('says a shared rank only where nothing else stands', () => {
    const { texts } = drawSvg(optionOf(eleven()), SIZE)
    const words = texts.filter(({ text }) => text.startsWith('并列'))
    expect(words.length).toBeGreaterThan(10)
    for (const [index, one] of words.entries())
      for (const other of words.slice(index + 1)) expect(Math.abs(one.x - other.x) > 60 || Math.abs(one.y - other.y) > 20).toBe(true)
    expect(pills(drawn(eleven())).length).toBeGreaterThan(words.length)
  })

  it('keeps equals apart, but no farther than rows', () => {
    const low = ([month, row]: [number, number]): number[] => [month, row * 10]
    expect(placeOf({ row: 2, offset: 0.5 }, 7, low, 16)).toEqual([7, 25])
    expect(placeOf({ row: 2, offset: -0.5 }, 7, (at) => coord(at), 16)).toEqual([590, 280 - 0.62 * 16])
  })

  it.each([
    ['normal', normal],
    ['partial', partial],
    ['extreme', extreme],
    ['three', three],
    ['eleven', eleven]
  ])('%s: every text is at least the smallest size and inside', (_name, snapshot) => {
    const { texts } = drawSvg(optionOf(snapshot()), SIZE)
    expect(texts.length).toBeGreaterThan(12)
    for (const { fontPx, x, y } of texts) {
      expect(fontPx).toBeGreaterThanOrEqual(18)
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(SIZE.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(SIZE.height)
    }
  })

  it('is drawn in no colour but neutral while it is stale', () => {
    const items = drawn(normal(), { muted: true })
    expect(new Set(dots(items).map(({ style }) => style?.stroke))).toEqual(new Set([THEMES.ink.neutral]))
  })
})
