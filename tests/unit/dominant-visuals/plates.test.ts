import { describe, expect, it } from 'vitest'
import { layPlates, option, type PlatesContext } from '#charts/plates-option.ts'
import { RING } from '#charts/plates-layout.ts'
import { model, options, type PlatesModel } from '#charts/plates.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { boxOf, brokenIn, hollowIn, meeting, outside, overlapping, wordsIn, type Circle } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { overAreas, publishedAs, reportedWhere, type Values } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf, type Frame } from './visual.ts'

const { bg0 } = THEMES.ink

function platesOf(snapshot: Snapshot, frame: Frame = 'wall'): { plates: PlatesModel; ctx: PlatesContext } {
  const { data, room } = visualOf(snapshot, 'shitang', 'plates', options)
  return { plates: must(model(data)), ctx: { ...inkIn(room(frame)), fit: data.options.fit[frame], leastLabel: 1, selected: undefined } }
}

/** The circles that a path of rings is made of. */
const ringsOn = (item: Item): Circle[] =>
  [...(item.shape?.pathData ?? '').matchAll(/M([-\d.]+) ([-\d.]+)a([\d.]+)/g)].map(([, x, y, r]) => ({ x: Number(x) + Number(r), y: Number(y), r: Number(r) }))

/** Each plate's paths of rings: inside, and on the rim. */
const drawn = ({ plates, ctx }: ReturnType<typeof platesOf>): Item[][] =>
  itemsOf(option(plates, ctx), 'plates', (point) => [...point]).map((item) => flat(item).filter(({ type }) => type === 'path'))

const both = (snapshot: Snapshot, canteens: Values, points: Values = canteens): Snapshot =>
  overAreas(overAreas(snapshot, 'st.canteens', canteens), 'st.points', points)

const CASES: readonly (readonly [string, () => Snapshot, number])[] = [
  ['3 counties', three, 3],
  ['6 counties', normal, 6],
  ['11 counties', eleven, 11],
  ['6 counties with 120 canteens in one', () => both(normal(), [120, 12, 3, 1, 0, 60]), 6],
  ['6 counties with 200 meal points in one', () => both(normal(), [5, 12, 3, 1, 0, 60], [200, 2, 9, 0, 33, 41]), 6],
  ['the whole city on one', published, 1]
]

describe.each(FRAME_NAMES)('the plates on the %s', (frame) => {
  it.each(CASES)('hold %s: one ring one canteen, none on another, each in its own plate', (_, fixture, count) => {
    const laid = platesOf(fixture(), frame)
    const { layout } = layPlates(laid.plates, laid.ctx)
    const { rem } = laid.ctx
    expect(layout.plates).toHaveLength(count)
    expect(overlapping(layout.plates.map(({ x, y, radius }) => ({ x, y, r: radius })))).toEqual([])
    expect(
      outside(
        layout.plates.map(({ x, y, radius }) => boxOf({ x: x * rem, y: y * rem, r: radius * rem })),
        laid.ctx
      )
    ).toEqual([])
    drawn(laid).forEach(([inner, rim], index) => {
      const [plate, place] = [must(laid.plates.plates[index]), must(layout.plates[index])]
      const [inside, around] = [ringsOn(must(inner)), ringsOn(must(rim))]
      expect([inside.length, around.length]).toEqual([plate.inner.rings ?? 0, plate.rim.rings ?? 0])
      const loose = [...inside, ...around].map(({ x, y, r }) => ({ x, y, r: r - 0.06 * RING.inner * rem }))
      expect(overlapping(loose)).toEqual([])
      for (const { x, y, r } of [...inside, ...around])
        expect(Math.hypot(x - place.x * rem, y - place.y * rem) + r).toBeLessThanOrEqual(place.radius * rem + 0.1)
    })
  })

  it.each(CASES)('keep the names of %s apart and inside', (_, fixture) => {
    const { plates, ctx } = platesOf(fixture(), frame)
    const words = wordsIn(option(plates, ctx), ctx)
    expect(meeting(words)).toEqual([])
    expect(outside(words, ctx)).toEqual([])
    expect(brokenIn(option(plates, ctx))).toEqual([])
  })
})

describe('the plates of other data', () => {
  it('are empty with a 0 where there is none, and without rings and with the reason where none is told', () => {
    const laid = platesOf(both(normal(), [44, 0, null, 38, 58, 60], [50, 0, null, 36, 50, 60]))
    expect(laid.plates.plates.map(({ inner, bare }) => [inner.text, inner.rings, bare])).toEqual([
      ['44', 44, false],
      ['0', 0, false],
      ['未报', null, true],
      ['38', 38, false],
      ['58', 58, false],
      ['60', 60, false]
    ])
    expect(drawn(laid).map((paths) => paths.length)).toEqual([2, 2, 0, 2, 2, 2])
    expect(brokenIn(option(laid.plates, laid.ctx))).toEqual([])
  })

  it('turn solid where they are reported, county by county', () => {
    const hollow = (snapshot: Snapshot): number[] => drawn(platesOf(snapshot)).map((paths) => hollowIn(paths, bg0).length)
    expect(hollow(normal())).toEqual([2, 2, 2, 2, 2, 2])
    expect(hollow(reported())).toEqual([0, 0, 0, 0, 0, 0])
    expect(hollow(reportedWhere(normal(), ({ refArea }) => refArea === '330824'))).toEqual([2, 2, 2, 0, 2, 2])
    expect(hollow(published())).toEqual([0])
  })

  it('say 演示 as long as something is', () => {
    expect(markupOf(normal(), 'shitang', 'plates')).toContain('演示')
    expect(markupOf(reported(), 'shitang', 'plates')).not.toContain('演示')
  })

  it('follow the qualifier of the total', () => {
    const marks = (more: Partial<Observation>): unknown[] => {
      const paths = must(drawn(platesOf(publishedAs(published(), 'st.canteens', more)))[0])
      const [inner, further] = paths
      const behind = paths.length > 2 ? must(further) : null
      return [ringsOn(must(inner)).length, behind === null ? 0 : ringsOn(behind).length, behind?.style?.lineDash !== undefined]
    }
    expect(marks(QUALIFIED.exact)).toEqual([290, 0, false])
    expect(marks(QUALIFIED.余)).toEqual([290, 3, false])
    expect(marks(QUALIFIED.以上)).toEqual([290, 3, true])
    for (const more of [QUALIFIED.近, QUALIFIED.magnitude, range('300')]) expect(marks(more)).toEqual([0, 0, false])
  })
})
