import { describe, expect, it } from 'vitest'
import { layout } from '#charts/rings-layout.ts'
import { model, options, OUTER, OWN_SIZE, type Ring, type RingsModel } from '#charts/rings.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { must } from '#tests/support/panel-data.ts'
import { boxOf, meeting, notFinite, outside, overlapping, type Circle } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { publishedAs } from './reshape.ts'
import { FRAME_NAMES, markupOf, visualOf } from './visual.ts'

/** The heading over the rings. */
const HEADING = { top: 4.5 }

const ringsOf = (snapshot: Snapshot) => {
  const { data, rems } = visualOf(snapshot, 'xiangxiantong', 'rings', options, HEADING)
  return { rings: model(data), rems }
}
const counted = (cities: number, counties: number, more: Partial<Observation> = {}): Snapshot =>
  publishedAs(publishedAs(normal(), 'xxt.rolloutCities', { obsValue: String(cities), ...more }), 'xxt.rolloutCounties', { obsValue: String(counties), ...more })

/** As the emblem draws them: the own places a little larger. */
const placesOf = ({ dots, dotRadius }: Ring): Circle[] => dots.map(({ x, y, own }) => ({ x, y, r: own ? dotRadius * OWN_SIZE : dotRadius }))
const allOf = ({ rings }: RingsModel): Circle[] => rings.flatMap(placesOf)

const CASES = [
  ['11 and 90', 11, 90],
  ['5 and 12', 5, 12],
  ['24 and 120', 24, 120],
  ['1 and 3', 1, 3],
  ['60 and 400', 60, 400],
  ['none', 0, 0]
] as const

describe.each(FRAME_NAMES)('the rings on the %s', (frame) => {
  it.each(CASES)('hold %s places: one dot one place, none on another, all within the texture', (_, cities, counties) => {
    const { rings } = ringsOf(counted(cities, counties))
    expect(rings.rings.map(({ dots }) => dots.length)).toEqual([cities, counties])
    expect(overlapping(allOf(rings))).toEqual([])
    for (const { x, y, r } of allOf(rings)) expect(Math.hypot(x, y) + r).toBeLessThan(OUTER - 2.4)
    expect(notFinite(rings)).toEqual([])
  })

  it.each([2, 3, 4, 5])('have room for %i labels, none on another nor on the rings', (count) => {
    const { rings, rems } = ringsOf(normal())
    const levels = Array.from({ length: count }, (_, index) => must(rings.levels[index % rings.levels.length]))
    const room = rems(frame)
    const places = layout({ levels }, room)
    if (places === null) return expect(count).toBe(5)
    const labels = places.levels.map(({ x, y }) => ({ x, y: y - 0.7, width: 11, height: 4.2 }))
    const emblem = boxOf({ x: places.cx, y: places.cy, r: OUTER * places.scale })
    expect(meeting(labels)).toEqual([])
    expect(meeting([emblem, ...labels])).toEqual([])
    expect(outside([emblem], room)).toEqual([])
    expect(notFinite(places)).toEqual([])
  })
})

describe('the rings of other data', () => {
  const markup = (snapshot: Snapshot): string => markupOf(snapshot, 'xiangxiantong', 'rings')
  const dotsIn = (drawn: string): string[] => [...drawn.matchAll(/class="(rings-(?:dot|own)[^"]*)"/g)].map(([, name = '']) => name)

  it('show an empty ring and 0 for no place, and no ring and the reason for a count that is not told', () => {
    const none = markup(publishedAs(normal(), 'xxt.rolloutCities', { obsValue: '0' }))
    expect(none).toContain('data-figure="xxt.rolloutCities@330000"')
    expect(none.split('rings-orbit').length - 1).toBe(2)
    const missing = markup(publishedAs(normal(), 'xxt.rolloutCities', { obsValue: null, obsStatus: 'O' }))
    expect(missing.split('rings-orbit').length - 1).toBe(1)
    expect(missing).toContain('未报')
  })

  it('are hollow while their count is demo, dashed gold while it is a forecast', () => {
    expect(new Set(dotsIn(markup(counted(11, 90, { origin: 'demo' }))))).toEqual(new Set(['rings-own is-demo', 'rings-dot is-demo']))
    expect(new Set(dotsIn(markup(counted(11, 90, { obsStatus: 'F' }))))).toEqual(new Set(['rings-own is-forecast', 'rings-dot is-forecast']))
    expect(markup(counted(11, 90, { origin: 'demo' }))).toContain('演示')
    expect(new Set(dotsIn(markup(counted(11, 90, { origin: 'reported' }))))).toEqual(new Set(['rings-own', 'rings-dot']))
  })

  it('follow the qualifier of the count', () => {
    const marks = (more: Partial<Observation>): unknown[] => {
      const dots = must(ringsOf(publishedAs(normal(), 'xxt.rolloutCounties', more)).rings.rings[1]).dots
      return [
        dots.filter(({ opacity, dashed }) => opacity === 1 && !dashed),
        dots.filter(({ opacity }) => opacity < 1),
        dots.filter(({ dashed }) => dashed)
      ].map(({ length }) => length)
    }
    expect(marks(QUALIFIED.exact)).toEqual([90, 0, 0])
    expect(marks(QUALIFIED.余)).toEqual([90, 3, 0])
    expect(marks(QUALIFIED.以上)).toEqual([90, 0, 3])
    for (const more of [QUALIFIED.近, QUALIFIED.magnitude, range('95')]) expect(marks(more)).toEqual([0, 0, 0])
    const { rings } = ringsOf(publishedAs(normal(), 'xxt.rolloutCounties', QUALIFIED.余))
    expect(overlapping(allOf(rings))).toEqual([])
  })

  it('are drawn dot by dot, solid while published', () => {
    expect(dotsIn(markup(normal()))).toHaveLength(101)
    expect(markup(normal())).not.toContain('演示')
  })
})
