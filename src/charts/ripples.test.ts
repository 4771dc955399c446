import { describe, expect, it } from 'vitest'
import { geometry, homePaths } from '#charts/ripples-geometry.ts'
import { model, options, summary, table, type RipplesModel } from '#charts/ripples.ts'
import type { Observation } from '#contract/observation.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const ripplesOf = (change: (o: Observation) => Observation | null = (o) => o): RipplesModel =>
  model(dataOf(sceneOf(changed(normal(), change), 'lianyi'), 'ripples', options))
const exchanges = (more: Partial<Observation>): RipplesModel => ripplesOf((o) => (o.indicator === 'lj.exchanges' ? { ...o, ...more } : o))
const dots = ({ dots: solid, fading, key }: RipplesModel): unknown[] => [solid, fading, key]

describe('the dots', () => {
  it('are forty and some more that fade, as the figure says', () => {
    expect(dots(ripplesOf())).toEqual([40, 3, '一点一场次，40点之外以淡点表示“余”'])
  })

  it('follow the value and its qualifier', () => {
    expect(dots(exchanges({ obsValue: '52', bound: 'exact', qualifier: undefined }))).toEqual([52, 0, '一点一场次'])
    expect(dots(exchanges({ bound: 'nearly', qualifier: { word: '近', place: 'beforeNumber' } }))).toEqual([39, 1, '一点一场次，末点以淡点表示“近”'])
    expect(dots(exchanges({ bound: 'atLeast', qualifier: { word: '以上', place: 'afterUnit' } }))).toEqual([40, 3, '一点一场次，40点之外以虚圈表示“以上”'])
  })

  it('are none where there is nothing to count out', () => {
    expect(dots(exchanges({ obsValue: null, obsStatus: 'O' }))).toEqual([0, 0, ''])
    expect(dots(exchanges({ obsValue: '98765432.1' }))).toEqual([0, 0, ''])
    expect(dots(exchanges({ obsValue: '161' }))).toEqual([0, 0, ''])
    expect(dots(ripplesOf(() => null))).toEqual([0, 0, ''])
  })

  it('are hollow only while the figure is demo', () => {
    expect([ripplesOf().look, exchanges({ origin: 'demo' }).look]).toEqual(['solid', 'demo'])
  })
})

describe('the ripples in words', () => {
  it('name both figures and both associations', () => {
    expect(summary(ripplesOf())).toBe('衢港两地青年交流活动40余场次，新建港澳同乡社团2个，香港南孔商会，澳门南孔衢州联谊会')
    expect(table(ripplesOf()).rows).toEqual([
      ['衢港两地青年交流活动', '40余场次', '近年来 截至2022年10月', '已发布'],
      ['新建港澳同乡社团', '2个', '截至2022年10月', '已发布'],
      ['香港南孔商会', '香港', '', ''],
      ['澳门南孔衢州联谊会', '澳门', '', '']
    ])
    expect(ripplesOf().exchanges).toMatchObject({ span: '近年来 截至2022年10月', note: '全市' })
  })
})

describe('the picture', () => {
  it.each([
    ['wide', 120, 37],
    ['wide', 160, 37],
    ['wide', 240, 37],
    ['tall', 22, 30],
    ['tall', 48, 50]
  ] as const)('is %s in %i x %i rem: every dot between the two shores and none on another', (form, width, height) => {
    for (const ripples of [ripplesOf(), ...['1', '7', '23', '70', '160'].map((obsValue) => exchanges({ obsValue }))]) {
      const shape = geometry(ripples, width, height, form)
      expect(shape.dots).toHaveLength(ripples.dots + ripples.fading)
      const solid = shape.dots.filter(({ opacity }) => opacity === 1)
      expect(solid).toHaveLength(ripples.dots)
      for (const { x, y, r } of solid) {
        expect(Math.hypot(x - shape.home.x, y - shape.home.y)).toBeGreaterThan(shape.homeSize)
        expect(Math.hypot(x - shape.away.x, y - shape.away.y)).toBeGreaterThan(shape.away.light + r)
        expect(Math.hypot(x - shape.apart.x, y - shape.apart.y)).toBeGreaterThan(shape.apart.r + r)
        expect(x - r > 0 && x + r < width && y - r > 0 && y + r < height).toBe(true)
      }
      const gaps = solid.flatMap((dot, index) => solid.slice(0, index).map((other) => Math.hypot(dot.x - other.x, dot.y - other.y) - dot.r - other.r))
      expect(gaps.every((gap) => gap > 0)).toBe(true)
      const fading = shape.dots.filter(({ opacity }) => opacity < 1)
      expect(fading.every((dot, index) => index === 0 || (dot.r < (fading[index - 1]?.r ?? 0) && dot.opacity < (fading[index - 1]?.opacity ?? 0)))).toBe(true)
      // As far from the solid ones as these from each other: none is jammed between them.
      const clear = fading.flatMap((dot) => solid.map((other) => Math.hypot(dot.x - other.x, dot.y - other.y) - dot.r - other.r))
      expect(clear.every((gap) => gap > 0)).toBe(true)
    }
  })

  it('keeps home, away and apart within it', () => {
    for (const [form, width, height] of [
      ['wide', 120, 37],
      ['wide', 240, 37],
      ['tall', 22, 30]
    ] as const) {
      const { away, apart, home, homeSize } = geometry(ripplesOf(), width, height, form)
      expect(apart.x + apart.r).toBeLessThan(width)
      expect(Math.hypot(away.x - apart.x, away.y - apart.y)).toBeGreaterThan(away.r + apart.r)
      expect(home.x - homeSize).toBeGreaterThan(0)
    }
  })

  it('has the outline of home, and a plain circle without boundaries', () => {
    const paths = must(homePaths(ripplesOf(), { x: 20, y: 20 }, 10))
    expect(paths.areas).toHaveLength(6)
    const numbers = (paths.outline.match(/[\d.]+/g) ?? []).map(Number)
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(10 * 16 - 1)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(30 * 16 + 1)
    expect(homePaths({ outline: [], areas: [] }, { x: 20, y: 20 }, 10)).toBeNull()
  })
})
