import { describe, expect, it } from 'vitest'
import { blockOf, layout } from '#charts/unit-bricks-layout.ts'
import { option } from '#charts/unit-bricks-option.ts'
import { model, options, summary, table, type UnitBricksModel, type UnitBricksOptions } from '#charts/unit-bricks.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { alpha } from '#tokens/colour.ts'
import { THEMES } from '#tokens/themes.ts'
import { drawSvg } from '#tests/support/draw-svg.ts'
import { context, dataOf, must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, textsOf, type Item } from '#tests/support/render-items.ts'
import { splitPack, toldOfRoot } from '#tests/support/split-pack.ts'

type Wanted = Partial<UnitBricksOptions> & { readonly codes?: readonly string[]; readonly period?: string }

const bricksOf = (observations: readonly ObservationInput[], { codes = ['a', 'b', 'c'], period, ...more }: Wanted = {}): UnitBricksModel =>
  must(
    model(
      dataOf(
        splitPack(
          observations,
          [
            { indicator: 'served', area: 'root', freq: '_Z' },
            { indicator: 'served', area: 'root', freq: '_Z', by: 'kind' },
            { indicator: 'served', area: 'root', freq: 'M' }
          ],
          codes
        ),
        'map',
        options,
        { period, options: { indicator: 'served', ...more } }
      )
    )
  )
const month = (timePeriod: string, obsValue: string | null): ObservationInput => toldOfRoot({ timePeriod, freq: 'M', obsValue, origin: 'demo' })
const box = { width: 400, height: 220, rem: 16 }
const itemsFor = (bricks: UnitBricksModel): Item[] => itemsOf(option(bricks, context()), 'bricks', () => [0, 0])
const counted = (bricks: UnitBricksModel): number[] => layout(bricks, box).map(({ bricks: { length } }) => length)

describe('bricks by code', () => {
  const bricks = bricksOf([toldOfRoot({ obsValue: '2' }, 'a'), toldOfRoot({ obsValue: '5', origin: 'demo' }, 'b'), toldOfRoot({ obsValue: '7' })], {
    by: 'kind',
    figures: [{ indicator: 'served', tail: '事项' }]
  })

  it('are as many as the value says, all of one size', () => {
    expect(counted(bricks)).toEqual([2, 5, 0])
    const heights = new Set(layout(bricks, box).flatMap((place) => place.bricks.map(({ height }) => height.toFixed(6))))
    expect(heights.size).toBe(1)
  })

  it('stand on one floor and do not touch', () => {
    const [first, second] = layout(bricks, box)
    expect(must(first).floor).toBe(must(second).floor)
    const tops = must(second).bricks.map(({ y, height }) => [y, y + height])
    for (const [index, [top]] of tops.slice(0, -1).entries()) expect(must(tops[index + 1])[1]).toBeLessThan(must(top))
    expect(must(tops[0])[1]).toBeCloseTo(must(second).floor, 6)
  })

  it('keep code order or stand by value', () => {
    expect(bricks.columns.map(({ name }) => name)).toEqual(['甲', '乙', '丙'])
    const sorted = bricksOf([toldOfRoot({ obsValue: '2' }, 'a'), toldOfRoot({ obsValue: '5' }, 'b')], { by: 'kind', order: 'value' })
    expect(sorted.columns.map(({ name, text }) => name + text)).toEqual(['乙5', '甲2', '丙未公布'])
  })

  it('are hollow for demo and solid for what is reported, with the value and the name below', () => {
    const [reported, demo, absent] = itemsFor(bricks)
    expect(flat(must(reported)).filter(({ style }) => style?.fill === THEMES.ink.data)).toHaveLength(2)
    expect(flat(must(demo)).filter(({ clipPath }) => clipPath !== undefined)).toHaveLength(5)
    expect(flat(must(demo)).filter(({ style }) => style?.stroke === alpha(THEMES.ink.data, 0.55))).toHaveLength(5)
    expect(textsOf([must(absent)])).toEqual(['未公布', '丙'])
  })

  it('are said in words', () => {
    expect(summary(bricks)).toBe('served7件，served分3项（截至2022年10月）：乙最多，5件；甲最少，2件；丙未公布')
    expect(table(bricks).rows).toEqual([
      ['served', '7件', '截至2022年10月', '已报送'],
      ['甲', '2件', '截至2022年10月', '已报送'],
      ['乙', '5件', '截至2022年10月', '演示'],
      ['丙', '未公布', '', '']
    ])
    const none = bricksOf([toldOfRoot({ obsValue: '7' })], { by: 'kind', figures: [{ indicator: 'served' }], noColumns: '部门名单未公布' })
    expect([none.columns, summary(none)]).toEqual([[], 'served7件，部门名单未公布'])
  })
})

describe('bricks by month', () => {
  it('stand in time, with the year where there are two', () => {
    const bricks = bricksOf([month('2022-01', '2'), month('2021-12', '1')])
    expect(bricks.columns.map(({ name, year, text }) => [name, year, text])).toEqual([
      ['12月', '2021年', '1'],
      ['1月', '2022年', '2']
    ])
    expect(bricksOf([month('2022-01', '2'), month('2022-02', '1')]).columns.map(({ year }) => year)).toEqual(['', ''])
    expect(summary(bricks)).toContain('2022年1月最多，2件；2021年12月最少，1件')
  })

  it('leave room for a month that nobody reported, and say so', () => {
    const bricks = bricksOf([month('2021-11', '2'), month('2022-01', '4')])
    expect(bricks.columns.map(({ name, year, value, text }) => [name, year, value, text])).toEqual([
      ['11月', '2021年', 2, '2'],
      ['12月', '', null, '未报'],
      ['1月', '2022年', 4, '4']
    ])
    expect(counted(bricks)).toEqual([2, 0, 4])
    expect(summary(bricks)).toContain('2021年12月未报')
    expect(table(bricks).rows[1]).toEqual(['2021年12月', '未报', '', ''])
  })

  it('end with the chosen period; a month without a report has no brick', () => {
    const bricks = bricksOf([month('2022-01', '2'), month('2022-02', null), month('2022-03', '4')], { period: '2022-02' })
    expect(bricks.columns.map(({ text }) => text)).toEqual(['2', '未报'])
    expect(counted(bricks)).toEqual([2, 0])
  })
})

describe('what cannot be counted', () => {
  it.each([['25'], ['1.5'], ['-1'], ['123456789012']])('%s is a plain bar or none', (obsValue) => {
    const bricks = bricksOf([toldOfRoot({ obsValue }, 'a'), toldOfRoot({ obsValue: '3' }, 'b')], { by: 'kind' })
    expect(bricks.countable).toBe(false)
    expect(counted(bricks)).toEqual([Number(obsValue) > 0 ? 1 : 0, 1, 0])
  })
})

describe('a total without parts', () => {
  const totalOf = (more: Partial<ObservationInput>): UnitBricksModel =>
    bricksOf([toldOfRoot({ obsValue: '44', origin: 'published', ...more })], { by: 'kind', figures: [{ indicator: 'served' }] })

  it('is one block of as many bricks, solid when it is published, inside of the panel', () => {
    const bricks = totalOf({})
    expect(bricks.block).toEqual({ value: 44, look: 'solid' })
    const places = blockOf(44, box)
    expect(places).toHaveLength(44)
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(44)
    expect(places.every(({ x, y, width, height }) => x + width <= box.width && y + height <= box.height + 1e-6 && height > 0)).toBe(true)
    const [item] = itemsOf(option(bricks, context()), 'block', () => [0, 0])
    expect(flat(must(item)).filter(({ style }) => style?.fill === THEMES.ink.data)).toHaveLength(44)
  })

  it('is none where its number is not exact, not there or too large', () => {
    for (const more of [{ bound: 'over' as const }, { obsValue: null, obsStatus: 'O' as const }, { obsValue: '121' }]) expect(totalOf(more).block).toBeNull()
  })
})

describe('the places of columns', () => {
  it('go on in a further line where names would touch', () => {
    const many = bricksOf(
      Array.from({ length: 12 }, (_, index) => toldOfRoot({ obsValue: '3' }, `c${index}`)),
      { by: 'kind', codes: Array.from({ length: 12 }, (_, index) => `c${index}`) }
    )
    const lines = (width: number): number => new Set(layout(many, { ...box, width }).map(({ floor }) => floor)).size
    expect([lines(900), lines(350), lines(200)]).toEqual([1, 3, 4])
  })

  it('are no slabs where there is much width', () => {
    const wide = layout(bricksOf([toldOfRoot({ obsValue: '3' }, 'a')], { by: 'kind' }), { ...box, width: 1600 })
    expect(Math.max(...wide.flatMap(({ bricks }) => bricks.map(({ width }) => width)))).toBeLessThanOrEqual(2.6 * 16)
  })

  it('are drawn with texts that can be read', () => {
    const { texts } = drawSvg(option(bricksOf([toldOfRoot({ obsValue: '3' }, 'a')], { by: 'kind' }), context()), { width: 464, height: 220 })
    expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['3', '甲', '未公布']))
    expect(texts.every(({ fontPx }) => fontPx >= 18)).toBe(true)
  })
})
