import { describe, expect, it } from 'vitest'
import { model, options, type RingsModel } from '#charts/rings.ts'
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
