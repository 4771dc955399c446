import { describe, expect, it } from 'vitest'
import { layout } from '#charts/rings-layout.ts'
import { model, options, summary, table, type RingsModel } from '#charts/rings.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'

const ringsOf = (snapshot: Snapshot): RingsModel => model(dataOf(snapshot, 'levels', options))

describe('the rings', () => {
  const { rings, figures, wedge, centre, here } = ringsOf(normal())

  it('have as many dots as the published number says', () => {
    expect(rings.map(({ indicator, dots }) => [indicator.id, dots.length])).toEqual([
      ['xxt.rolloutCities', 11],
      ['xxt.rolloutCounties', 90]
    ])
    for (const { dots, observation } of rings) expect(String(dots.length)).toBe(observation.obsValue)
    expect(rings.map(({ dots }) => dots.filter(({ own }) => own).length)).toEqual([1, 6])
  })

  it('have the own dots centred in the west', () => {
    for (const { dots } of rings) {
      const own = dots.filter((dot) => dot.own)
      const middle = own.reduce((sum, { y }) => sum + y, 0)
      expect(middle).toBeCloseTo(0, 6)
      expect(Math.max(...own.map(({ x }) => x))).toBeLessThan(Math.min(...dots.filter((dot) => !dot.own).map(({ x }) => x)) + 1e-6)
    }
  })

  it('are circles of even steps, each outside the one before', () => {
    for (const { dots, radius } of rings) {
      for (const { x, y } of dots) expect(Math.hypot(x, y)).toBeCloseTo(radius, 6)
      const gaps = dots.map(({ x, y }, index) => Math.hypot(x - must(dots[(index + 1) % dots.length]).x, y - must(dots[(index + 1) % dots.length]).y))
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-6)
    }
    expect(must(rings[1]).radius).toBeGreaterThan(must(rings[0]).radius)
  })

  it('have a wedge over the own counties', () => {
    expect(wedge).toBeCloseTo((Math.PI * 6) / 90, 9)
    expect([centre, here]).toEqual(['省级应用', '衢州'])
  })

  it('keep their phrases beside them', () => {
    expect(figures.map(({ label, observation, indicator }) => label + phrase(observation, indicator.unitMeasure))).toEqual([
      '贯通层级4级',
      '地市11个',
      '县(市、区)90个',
      '衢州协同部门12个',
      '衢州协同事项44个'
    ])
    expect(ringsOf(published())).toEqual(ringsOf(normal()))
  })

  it('lose a ring without a figure, and its places with it', () => {
    const cities = ringsOf(changed(normal(), (o) => (o.indicator === 'xxt.rolloutCounties' ? null : o)))
    expect(cities.rings.map(({ indicator }) => indicator.id)).toEqual(['xxt.rolloutCities'])
    expect(cities.wedge).toBeCloseTo(Math.PI / 11, 9)
    const none = ringsOf(changed(normal(), (o) => (o.indicator.startsWith('xxt.rollout') ? { ...o, obsValue: null, obsStatus: 'O' } : o)))
    expect([none.rings, none.wedge]).toEqual([[], 0])
  })

  it('draw no dots for a number that could not be told apart', () => {
    expect(ringsOf(extreme()).rings.map(({ dots }) => dots.length)).toEqual([0, 0])
    expect(ringsOf(extreme()).wedge).toBeLessThan(0.001)
  })
})

const LEVELS = {
  display: '四级贯通',
  centre: '省级应用',
  here: '衢州',
  rings: [
    { indicator: 'xxt.rolloutCities', label: '地市', own: 1 },
    { indicator: 'xxt.rolloutCounties', label: '县(市、区)', own: 6 }
  ],
  figures: [{ indicator: 'xxt.rolloutLevels', label: '贯通层级' }],
  levels: [
    { label: '乡镇(街道)', at: 'texture', text: '贯通', note: '数量未公布' },
    { label: '县(市、区)', indicator: 'xxt.rolloutCounties' },
    { label: '地市', indicator: 'xxt.rolloutCities' },
    { at: 'centre', milestone: '2022-08-04' }
  ]
}
const levelled = (snapshot: Snapshot): RingsModel => model(dataOf(snapshot, 'levels', options, { options: LEVELS }))
const words = ({ levels }: RingsModel): unknown[] =>
  levels.map(({ label, figure, text, note, own }) => [label, figure === null ? text : phrase(figure.observation, figure.indicator.unitMeasure), note, own])

describe('the labels beside the rings', () => {
  it('name each level with its count, its own places and what is not published', () => {
    const rings = levelled(normal())
    expect(words(rings)).toEqual([
      ['乡镇(街道)', '贯通', '数量未公布', false],
      ['县(市、区)', '90个', '其中衢州 6', true],
      ['地市', '11个', '其中衢州 1', true],
      ['提级为省级应用', '2022-08-04', '', false]
    ])
    expect([rings.scope, rings.note]).toEqual(['浙江省 2022-08', '推广范围，不等于已全部完成'])
    expect(rings.levels.map(({ radius }) => radius)).toEqual([100, 76, 48, 23])
    expect(summary(rings)).toBe(
      '四级贯通：贯通层级4级，乡镇(街道)贯通（数量未公布），县(市、区)90个（其中衢州 6），地市11个（其中衢州 1），提级为省级应用2022-08-04'
    )
    expect(table(rings).rows.map(([name, value, period]) => [name, value, period])).toEqual([
      ['贯通层级', '4级', '2022年8月'],
      ['乡镇(街道)', '贯通', ''],
      ['县(市、区)', '90个', '2022年8月'],
      ['地市', '11个', '2022年8月'],
      ['提级为省级应用', '2022-08-04', '']
    ])
  })

  it('say that a count is not there, and claim no own places then', () => {
    const missing = levelled(changed(normal(), (o) => (o.indicator === 'xxt.rolloutCounties' ? { ...o, obsValue: null, obsStatus: 'O' } : o)))
    expect(words(missing)[1]).toEqual(['县(市、区)', '', '', false])
    expect(words(levelled(changed(normal(), (o) => (o.indicator === 'xxt.rolloutCounties' ? null : o))))[1]).toEqual(['县(市、区)', '未公布', '', false])
  })
})

describe('the places of rings and labels', () => {
  const rings = levelled(normal())
  const box = { width: 768, height: 450, rem: 16 }

  it('keep rings, name and labels inside of the box and apart', () => {
    const { cx, cy, scale, levels } = must(layout(rings, box))
    expect(cx - 100 * scale).toBeGreaterThan(3 * 16)
    expect(cy + 106 * scale).toBeLessThanOrEqual(box.height)
    const [first] = levels
    expect(must(first).x).toBeGreaterThan(cx + 106 * scale)
    expect(must(first).x + 11 * 16).toBeLessThan(box.width)
    for (const [index, { y }] of levels.slice(1).entries()) expect(y - must(levels[index]).y).toBeGreaterThanOrEqual(4.9 * 16 - 1e-6)
  })

  it('have their labels further out in a wide box, still inside of it', () => {
    const wide = { ...box, width: 1400 }
    const [near, far] = [layout(rings, box), layout(rings, wide)]
    const leader = (places: ReturnType<typeof layout>): number => must(must(places).levels[0]).x - must(places).cx - 100 * must(places).scale
    expect(leader(far)).toBeGreaterThan(leader(near) + 3 * 16)
    expect(must(must(far).levels[0]).x + 11 * 16).toBeLessThan(wide.width)
    expect(must(far).cx - 100 * must(far).scale).toBeGreaterThan(3 * 16)
  })

  it('lead each label to its own ring', () => {
    const { cx, cy, scale, levels } = must(layout(rings, box))
    for (const [index, { leader }] of levels.entries()) {
      const [, x = 0, y = 0] = (/^M([\d.]+) ([\d.]+)/.exec(leader) ?? []).map(Number)
      expect(Math.hypot(x - cx, y - cy)).toBeCloseTo(must(rings.levels[index]).radius * scale, 3)
    }
  })

  it('are none where there is no room side by side', () => {
    expect(layout(rings, { width: 350, height: 600, rem: 16 })).toBeNull()
    expect(layout(rings, { width: 768, height: 200, rem: 16 })).toBeNull()
  })
})
