import { describe, expect, it } from 'vitest'
import { MAP_NAME, option } from '#charts/county-map-option.ts'
import { model, options, type CountyMapModel } from '#charts/county-map.ts'
import { registerAreas } from '#charts/register.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { rampAt } from '#tokens/colour.ts'
import { THEME_IDS, THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'
import { changed, context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, seriesBy, seriesOf, textsOf, type Item } from '#tests/support/render-items.ts'

const WALL = { width: 1216, height: 916 }
type Context = Parameters<typeof option>[1]

const mapOf = (snapshot: Snapshot, metric?: string): CountyMapModel => model(dataOf(snapshot, 'map', options, { metric }))
const wallFit = dataOf(normal(), 'map', options).options.fit.wall
const ctx = (more: Partial<Context> = {}): Context => ({ ...context(WALL), fit: wallFit, leastLabel: 0.6, selected: undefined, ...more })
const coord = ([lon = 0, lat = 0]: readonly number[]): number[] => [100 + (lon - 117.9) * 600, 850 - (lat - 28.2) * 600]
const layer = (map: CountyMapModel, id: string, more: Partial<Context> = {}): Item[] => itemsOf(option(map, ctx(more)), id, coord)
const isStriped = (item: Item): boolean =>
  flat(item).some(({ clipPath, children = [] }) => clipPath !== undefined && children.some(({ shape }) => (shape?.pathData?.match(/M/g)?.length ?? 0) > 3))
const fillOf = (item: Item): unknown => item.children?.[0]?.style?.fill

describe('the layers', () => {
  it('have the areas on a canvas of their own, since only they move from frame to frame', () => {
    const canvases = seriesOf(option(mapOf(normal()), ctx())).map((series) => ('zlevel' in series ? series.zlevel : undefined))
    expect(canvases).toEqual([0, 1, 2, 2, 2])
  })
})

describe('the area layer', () => {
  it('has one item for each county, in the order of the regions', () => {
    expect(layer(mapOf(normal()), 'areas')).toHaveLength(6)
    expect(seriesBy(option(mapOf(normal()), ctx()), 'areas').data).toEqual([0, 1, 2, 3, 4, 5])
    expect(layer(mapOf(madeUpPack(11, [told(0, {})])), 'areas')).toHaveLength(11)
    expect(layer(mapOf(madeUpPack(3, [])), 'areas')).toHaveLength(3)
  })

  it('fills by the share on the ramp', () => {
    for (const id of THEME_IDS) {
      const map = mapOf(normal())
      expect(layer(map, 'areas', { theme: THEMES[id] }).map(fillOf)).toEqual(map.areas.map(({ share }) => rampAt(THEMES[id].ramp, must(share))))
    }
  })

  it('stripes demo values and nothing else', () => {
    expect(layer(mapOf(normal()), 'areas').map(isStriped)).toEqual([true, true, true, true, true, true])
    expect(layer(mapOf(partial()), 'areas').map(isStriped)).toEqual([true, true, false, false, true, false])
    const reported = changed(normal(), (o) => (o.origin === 'demo' ? { ...o, origin: 'reported' } : o))
    expect(layer(mapOf(reported), 'areas').some(isStriped)).toBe(false)
  })

  it('cuts the stripes to the county and lets them cover it', () => {
    const [county] = layer(mapOf(normal()), 'areas')
    const group = must(county?.children?.[1])
    expect(group.clipPath?.shape?.pathData).toBe(county?.children?.[0]?.shape?.pathData)
    const xs = (path = ''): number[] => [...path.matchAll(/[ML](-?[\d.]+) /g)].map(([, x]) => Number(x))
    const [shape, stripes] = [xs(group.clipPath?.shape?.pathData), xs(group.children?.[0]?.shape?.pathData)]
    expect(Math.min(...stripes)).toBeLessThanOrEqual(Math.min(...shape))
    expect(Math.max(...stripes)).toBeGreaterThanOrEqual(Math.max(...shape) - 12)
  })

  it('leaves areas without a value in the colour of the ground', () => {
    const fills = layer(mapOf(partial()), 'areas').map(fillOf)
    expect([fills[2], fills[3]]).toEqual([THEMES.ink.bg2, THEMES.ink.bg2])
    expect(layer(mapOf(published()), 'areas').map(fillOf)).toEqual(Array.from({ length: 6 }, () => THEMES.ink.bg2))
  })

  it('has only greys when stale', () => {
    for (const id of THEME_IDS) {
      const theme = THEMES[id]
      const fills = layer(mapOf(normal()), 'areas', { theme, muted: true }).map(fillOf)
      expect(fills.some((fill) => theme.ramp.some((step) => step === fill))).toBe(false)
      const between = (fill: string, at: number): boolean => {
        const [a, b, c] = [theme.bg2, theme.neutral, fill].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16))
        return must(c) >= Math.min(must(a), must(b)) && must(c) <= Math.max(must(a), must(b))
      }
      expect(fills.every((fill) => [1, 3, 5].every((at) => between(String(fill), at)))).toBe(true)
      expect(new Set(fills).size).toBe(6)
    }
  })

  it('can be clicked, and the layers over it let clicks through', () => {
    expect(seriesOf(option(mapOf(normal()), ctx())).map(({ id, silent = false }) => `${id} ${silent ? 'silent' : 'live'}`)).toEqual([
      'ground silent',
      'areas live',
      'relief silent',
      'selection silent',
      'labels silent'
    ])
  })
})

describe('labels', () => {
  it('have each name and value, values under names', () => {
    const items = layer(mapOf(normal()), 'labels')
      .flatMap(flat)
      .filter(({ type }) => type === 'text')
    expect(items.map(({ style }) => style?.text)).toEqual([
      '柯城区',
      '4,930',
      '衢江区',
      '5,760',
      '常山县',
      '3,610',
      '开化县',
      '4,380',
      '龙游县',
      '5,420',
      '江山市',
      '6,980'
    ])
    for (let index = 0; index < items.length; index += 2) {
      const [name, value] = [must(items[index]?.style), must(items[index + 1]?.style)]
      expect(value.x).toBe(name.x)
      expect(must(value.y)).toBeGreaterThan(must(name.y))
    }
  })

  it('say why there is no value, and nothing but names without values', () => {
    expect(textsOf(layer(mapOf(partial()), 'labels'))).toEqual(expect.arrayContaining(['未报', '不予公布']))
    expect(textsOf(layer(mapOf(published()), 'labels'))).toEqual(['柯城区', '衢江区', '常山县', '开化县', '龙游县', '江山市'])
  })

  it('shrink a long name, and shrink with the map', () => {
    const sizes = (more: Partial<Context>, snapshot = normal()) =>
      layer(mapOf(snapshot), 'labels', more)
        .flatMap(flat)
        .filter(({ type }) => type === 'text')
        .map(({ style }) => must(style?.fontSize))
    expect(sizes({}, extreme()).at(-2)).toBeLessThan(must(sizes({}).at(-2)))
    expect(Math.max(...sizes({ width: 390, height: 400 }))).toBeLessThan(Math.max(...sizes({})))
    expect(Math.min(...sizes({ width: 390, height: 400 }))).toBeGreaterThanOrEqual(0.6 * 22)
    expect(Math.min(...sizes({ width: 390, height: 400, leastLabel: 18 / 22 }))).toBeCloseTo(18, 6)
  })
})

describe('the other layers', () => {
  it('name the neighbours where there is room', () => {
    expect(textsOf(layer(mapOf(normal()), 'ground'))).toEqual(expect.arrayContaining(['浙江 · 杭州', '金华']))
    expect(textsOf(layer(mapOf(normal()), 'ground', { width: 390, height: 400 }))).toEqual([])
  })

  it('outline the selected county, and none when none is selected', () => {
    const strokes = (selected: string | undefined) =>
      layer(mapOf(normal()), 'selection', { selected })
        .flatMap(flat)
        .filter(({ type }) => type === 'path')
    expect(strokes(undefined)).toEqual([])
    expect(strokes('999999')).toEqual([])
    const jiangshan = layer(mapOf(normal()), 'areas')[5]
    expect(strokes('330881')).toMatchObject([
      { style: { stroke: THEMES.ink.accent, fill: 'none' }, shape: { pathData: jiangshan?.children?.[0]?.shape?.pathData } }
    ])
  })

  it('do without an outline of their own', () => {
    const map = mapOf(madeUpPack(3, [told(0, {})]))
    expect(
      layer(map, 'relief')
        .flatMap(flat)
        .some(({ shape }) => (shape?.pathData?.match(/M/g)?.length ?? 0) === 3)
    ).toBe(true)
  })
})

describe('drawn without a DOM', () => {
  function draw(map: CountyMapModel, more: Partial<Context> = {}) {
    registerAreas(map.areas.map(({ feature }) => feature))
    return drawSvg(option(map, ctx(more)), { ...WALL, ...more })
  }

  it('puts each county where it lies', () => {
    const map = mapOf(normal())
    const { texts, svg } = draw(map)
    const at = (code: string) => must(texts.find(({ text }) => text === must(map.areas.find(({ region }) => region.code === code)).region.name))
    expect(at('330824').x).toBeLessThan(at('330802').x)
    expect(at('330802').x).toBeLessThan(at('330825').x)
    expect(at('330824').y).toBeLessThan(at('330881').y)
    for (const { x, y } of texts) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(WALL.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(WALL.height)
    }
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('keeps the shape of the region true, inside its fit', () => {
    const map = mapOf(
      madeUpPack(
        4,
        [0, 1, 2, 3].map((county) => told(county, { obsValue: String(county) }))
      )
    )
    const at = (name: string, texts: readonly { text: string; x: number }[]) => must(texts.find(({ text }) => text === name)).x
    const { texts } = draw(map)
    const step = at('第2县', texts) - at('第1县', texts)
    expect(at('第4县', texts) - at('第3县', texts)).toBeCloseTo(step, 3)
    expect(step * 4).toBeLessThanOrEqual(wallFit.width * 16 + 1)
    expect((at('第1县', texts) + at('第4县', texts)) / 2).toBeCloseTo(WALL.width / 2, 0)
  })

  it('clips one group of stripes for each demo county', () => {
    const clips = (snapshot: Snapshot): number => draw(mapOf(snapshot)).svg.match(/<clipPath/g)?.length ?? 0
    expect(clips(normal()) - clips(partial())).toBe(3)
    expect(clips(normal()) - clips(published())).toBe(6)
  })

  it.each([3, 11])('draws a pack of %d counties under the one map name', (count) => {
    const map = mapOf(
      madeUpPack(
        count,
        Array.from({ length: count }, (_, county) => told(county, { obsValue: String(1000 + county), origin: 'demo', source: 'demo' }))
      )
    )
    expect(option(map, ctx())).toMatchObject({ geo: { map: MAP_NAME } })
    const { texts, svg } = draw(map)
    expect(texts.filter(({ text }) => text.startsWith('第'))).toHaveLength(count)
    expect(texts.filter(({ text }) => text.startsWith('1,0'))).toHaveLength(count)
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
  })

  it.each(THEME_IDS)('draws the widest values in %s', (id) => {
    const { svg, texts } = draw(mapOf(extreme()), { theme: THEMES[id] })
    expect(svg).not.toMatch(/NaN|Infinity|undefined/)
    expect(texts.map(({ text }) => text)).toContain('积石山保安族东乡族撒拉族自治县')
  })
})
