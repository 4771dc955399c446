import { describe, expect, it } from 'vitest'
import { layout } from '#charts/session-wave-layout.ts'
import { option } from '#charts/session-wave-option.ts'
import { model, options, type SessionWaveModel } from '#charts/session-wave.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { THEMES } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { flat, itemsOf, type Item } from '#tests/support/render-items.ts'
import { boxOf, brokenIn, circlesOf, covering, hollowIn, meeting, outside, overlapping, wordsIn, type Circle } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { publishedAs, reportedWhere, where, withSessions, type Values } from './reshape.ts'
import { FRAME_NAMES, inkIn, markupOf, visualOf, type Room } from './visual.ts'

const KEY = { bottom: 1.6 }
const { bg0 } = THEMES.ink

const waveOf = (snapshot: Snapshot) => {
  const { data, room } = visualOf(snapshot, 'qinqing', 'wave', options, KEY)
  return { wave: must(model(data)), room }
}

/** One item a session, with what it groups. */
const moonsIn = (wave: SessionWaveModel, room: Room): Item[][] => itemsOf(option(wave, inkIn(room)), 'moons', (point) => [...point]).map(flat)

/** The rings of demands in a half-moon: without the dot inside an answered one and the dot of the latest session. */
const ringsIn = (moon: readonly Item[]): Circle[] => circlesOf(moon.filter(({ style }) => style?.stroke !== undefined))

const evenly = (count: number, demands: number): Values => Array.from({ length: count }, (_, index) => Math.max(0, demands - (index % 4)))

const CASES: readonly (readonly [string, Values])[] = [
  ['5 sessions', [12, 14, 17, 15, 18]],
  ['5 sessions with 200 demands each', evenly(5, 200)],
  ['11 sessions', evenly(11, 19)],
  ['12 sessions', evenly(12, 19)],
  ['24 sessions', evenly(24, 19)],
  ['24 sessions with 60 demands each', evenly(24, 60)],
  ['one session', [13]],
  ['a session without demands', [12, 0, 14]]
]

describe.each(FRAME_NAMES)('the wave on the %s', (frame) => {
  it.each(CASES)('counts out %s: one ring one demand, none on another, each in its own half-moon', (_, values) => {
    const { wave, room } = waveOf(withSessions(normal(), values))
    const size = room(frame)
    const { moons, radius } = layout(wave, { ...size })
    const drawn = moonsIn(wave, size)
    expect(drawn).toHaveLength(values.length)
    drawn.forEach((moon, index) => {
      const rings = ringsIn(moon)
      const { x, y, up } = must(moons[index])
      expect(rings).toHaveLength(must(values[index]))
      expect(overlapping(rings)).toEqual([])
      for (const ring of rings) {
        expect(Math.hypot(ring.x - x, ring.y - y) + ring.r).toBeLessThanOrEqual(radius)
        expect(up ? y - ring.y : ring.y - y).toBeGreaterThan(0)
      }
      expect(outside(rings.map(boxOf), size)).toEqual([])
    })
  })

  it.each(CASES)('keeps the words of %s apart and inside', (_, values) => {
    const { wave, room } = waveOf(withSessions(normal(), values))
    const size = room(frame)
    const words = wordsIn(option(wave, inkIn(size)), size)
    expect(meeting(words)).toEqual([])
    expect(outside(words, size)).toEqual([])
    expect(covering(moonsIn(wave, size).flatMap(ringsIn), words)).toEqual([])
    expect(brokenIn(option(wave, inkIn(size)))).toEqual([])
  })
})

describe('the wave of other data', () => {
  const size = waveOf(normal()).room('wall')
  const drawn = (snapshot: Snapshot): Item[][] => moonsIn(waveOf(snapshot).wave, size)
  const textsIn = (moon: readonly Item[] | undefined): string[] => (moon ?? []).flatMap(({ style }) => style?.text ?? [])

  it('says 0 where there was no demand, and 未报 where none is told: the one is not the other', () => {
    const [, zero, , missing] = drawn(withSessions(normal(), [12, 0, 14, null, 9]))
    expect(ringsIn(must(zero))).toEqual([])
    expect(textsIn(zero)).toContain('0')
    expect(ringsIn(must(missing))).toEqual([])
    expect(textsIn(missing)).toContain('未报')
    expect(textsIn(missing)).not.toContain('0')
  })

  it('turns solid where it is reported, session by session', () => {
    const hollow = (snapshot: Snapshot): number[] => drawn(snapshot).map((moon) => hollowIn(moon, bg0).length)
    expect(Math.min(...hollow(normal()))).toBeGreaterThan(0)
    // What is still in hand stays an open ring: it says so, and not that it is demo.
    expect(hollow(reported())).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 7])
    const third = hollow(reportedWhere(normal(), ({ breakdown }) => breakdown?.['session'] === 's03'))
    expect(third.map((count) => count === 0)).toEqual(third.map((_, index) => index === 2))
  })

  it('says 演示 as long as something is', () => {
    expect(markupOf(normal(), 'qinqing', 'wave')).toContain('演示')
    expect(markupOf(reported(), 'qinqing', 'wave')).not.toContain('演示')
  })

  it('keeps the outline of published sessions solid without a split', () => {
    const none = { ...normal(), observations: normal().observations.filter(({ origin }) => origin === 'published') }
    const moons = drawn(none)
    expect(moons).toHaveLength(11)
    expect(moons.flatMap((moon) => hollowIn(moon, bg0))).toEqual([])
  })

  it('follows the qualifier of the number of sessions: one more half-moon that is faint or dashed', () => {
    const further = (more: Partial<Observation>): unknown[] => {
      const { wave } = waveOf(publishedAs(normal(), 'qq.sessions', more))
      const arcs = itemsOf(option(wave, inkIn(size)), 'line', (point) => [...point])
        .flatMap(flat)
        .filter(({ type }) => type === 'path')
      expect([wave.sessions.length, layout(wave, size).moons.length]).toEqual([11, 11 + arcs.length])
      return arcs.map(({ style }) => [(style?.opacity ?? 1) < 1, style?.lineDash !== undefined])
    }
    expect(further(QUALIFIED.exact)).toEqual([])
    expect(further(QUALIFIED.余)).toEqual([[true, false]])
    expect(further(QUALIFIED.以上)).toEqual([[false, true]])
    for (const more of [QUALIFIED.近, QUALIFIED.magnitude, range('12')]) expect(further(more)).toEqual([])
  })

  it('follows the qualifier of a session, and never drops its word', () => {
    const third = (more: Partial<Observation>): [number, string] => {
      const snapshot = where(reported(), 'qq.demands', more, ({ breakdown }) => breakdown?.['session'] === 's03')
      const moon = must(drawn(snapshot)[2])
      expect(overlapping(ringsIn(moon))).toEqual([])
      return [ringsIn(moon).length, must(textsIn(moon).at(-1))]
    }
    expect(third(QUALIFIED.exact)).toEqual([17, '17'])
    expect(third(QUALIFIED.余)).toEqual([20, '17余个'])
    expect(third(QUALIFIED.以上)).toEqual([20, '17个以上'])
    expect(third(range('20'))).toEqual([0, '17至20个'])
    expect(third({ ...QUALIFIED.magnitude, scale: 10_000_000, obsValue: '10000000' })).toEqual([0, '上千万个'])
  })
})
