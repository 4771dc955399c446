import { describe, expect, it } from 'vitest'
import { layPlates, option, type PlatesContext } from '#charts/plates-option.ts'
import { model, options, type PlatesModel } from '#charts/plates.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEME_IDS, THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const WALL = { width: 1280, height: 916 }
const wanted = dataOf(sceneOf(normal(), 'shitang'), 'plates', options).options
const platesOf = (snapshot: Snapshot): PlatesModel => must(model(dataOf(sceneOf(snapshot, 'shitang'), 'plates', options)))
const ctx = (more: Partial<PlatesContext> = {}): PlatesContext => ({ ...context(WALL), fit: wanted.fit.wall, leastLabel: 1, selected: undefined, ...more })
const coord = (point: readonly number[]): number[] => [...point]
const items = (snapshot: Snapshot, more: Partial<PlatesContext> = {}): Item[] => itemsOf(option(platesOf(snapshot), ctx(more)), 'plates', coord)
const circlesIn = ({ shape }: Item): number => shape?.pathData?.match(/M/g)?.length ?? 0
/** The rings inside a plate and those on its rim. */
const rings = (item: Item): Item[] => flat(item).filter(({ type }) => type === 'path')

describe('the drawn plates', () => {
  it('are larger where the pack says that there is room', () => {
    const radii = (rings: number): number[] =>
      layPlates(platesOf(normal()), ctx({ fit: { ...wanted.fit.wall, rings } })).layout.plates.map(({ radius }) => radius)
    const [usual, larger] = [radii(1), radii(1.1)]
    expect(larger.every((radius, index) => radius > must(usual[index]))).toBe(true)
    expect(wanted.fit.ultrawide.rings).toBeGreaterThan(1)
  })

  it('have a circle for each unit, inside and on the rim', () => {
    expect(items(normal()).map((item) => rings(item).map(circlesIn))).toEqual([
      [44, 52],
      [58, 50],
      [38, 36],
      [42, 45],
      [52, 49],
      [56, 55]
    ])
    expect(items(published()).map((item) => rings(item).map(circlesIn))).toEqual([[290, 287]])
  })

  it('are hollow for demo and filled for reported and published', () => {
    const { bg0 } = THEMES.ink
    const hollow = (snapshot: Snapshot): boolean[] => items(snapshot).flatMap((item) => rings(item).map(({ style }) => style?.fill === bg0))
    expect(new Set(hollow(normal()))).toEqual(new Set([true]))
    expect(new Set(hollow(reported()))).toEqual(new Set([false]))
    expect(new Set(hollow(published()))).toEqual(new Set([false]))
  })

  it('are nothing where there is no number: the name and the reason stand there', () => {
    expect(items(partial()).map((item) => rings(item).length)).toEqual([2, 2, 0, 0, 2, 2])
    expect(textsOf(itemsOf(option(platesOf(partial()), ctx()), 'names', coord))).toEqual(
      expect.arrayContaining(['开化县', '未报', '常山县', '不予公布', '江山市', '56'])
    )
  })

  it('turn gold when their county is selected, and grey when stale', () => {
    for (const id of THEME_IDS) {
      const theme = THEMES[id]
      const [first, second] = items(normal(), { selected: '330802', theme })
      expect(rings(must(first))[0]?.style?.stroke).toBe(theme.accent)
      expect(rings(must(second))[0]?.style?.stroke).not.toBe(theme.accent)
      expect(rings(must(items(normal(), { muted: true, theme })[0]))[0]?.style?.stroke).toBe(theme.neutral)
    }
  })

  it('have one mark each that answers a click', () => {
    for (const item of items(normal())) expect(flat(item).filter(({ type, silent }) => type === 'circle' && silent !== true)).toHaveLength(1)
  })

  it('keep their rings inside their edge and on their side of it', () => {
    const { layout } = layPlates(platesOf(normal()), ctx())
    items(normal()).forEach((item, index) => {
      const { x, y, radius } = must(layout.plates[index])
      for (const ring of rings(item))
        for (const [, cx, cy] of must(ring.shape?.pathData).matchAll(/M(-?[\d.]+) (-?[\d.]+)/g))
          expect(Math.hypot(Number(cx) - x * 16, Number(cy) - y * 16)).toBeLessThan(radius * 16)
    })
  })

  it('draw without a DOM, with every name and number once', () => {
    const { texts } = drawSvg(option(platesOf(normal()), ctx()), WALL)
    expect(texts.map(({ text }) => text).toSorted()).toEqual(
      ['柯城区', '44', '衢江区', '58', '常山县', '38', '开化县', '42', '龙游县', '52', '江山市', '56'].toSorted()
    )
    for (const { fontPx } of texts) expect(fontPx).toBeGreaterThanOrEqual(18)
  })
})
