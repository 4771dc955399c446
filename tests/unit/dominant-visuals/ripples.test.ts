import { describe, expect, it } from 'vitest'
import { geometry } from '#charts/ripples-geometry.ts'
import { model, options } from '#charts/ripples.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { boxOf, notFinite, outside, overlapping } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { publishedAs } from './reshape.ts'
import { FRAME_NAMES, markupOf, visualOf, type Frame } from './visual.ts'

const exchanges = (more: Partial<Observation>): Snapshot => publishedAs(normal(), 'lj.exchanges', more)

function rippled(snapshot: Snapshot, frame: Frame = 'wall') {
  const { data, rems } = visualOf(snapshot, 'lianyi', 'ripples', options)
  const { width, height } = rems(frame)
  const ripples = model(data)
  return { ripples, shape: geometry(ripples, width, height, 'wide'), room: { width, height } }
}

describe.each(FRAME_NAMES)('the ripples on the %s', (frame) => {
  it.each([1, 5, 24, 40, 120, 160])('carry %i exchanges: one dot one exchange, none on another, all between the shores', (count) => {
    const { ripples, shape, room } = rippled(exchanges({ obsValue: String(count) }), frame)
    const solid = shape.dots.filter(({ opacity }) => opacity === 1)
    expect(solid).toHaveLength(count)
    expect(shape.dots).toHaveLength(count + ripples.fading)
    expect(overlapping(solid)).toEqual([])
    expect(outside(shape.dots.map(boxOf), room)).toEqual([])
    const { home, homeSize, away } = shape
    for (const { x, y, r } of solid) {
      expect(Math.hypot(x - home.x, y - home.y) - r).toBeGreaterThan(homeSize)
      expect(Math.hypot(x - away.x, y - away.y) - r).toBeGreaterThan(away.light)
    }
    expect(overlapping([{ ...away, r: away.light }, shape.apart, { ...home, r: homeSize }])).toEqual([])
    expect(notFinite(shape)).toEqual([])
  })
})

describe('the ripples of other data', () => {
  const markup = (snapshot: Snapshot): string => markupOf(snapshot, 'lianyi', 'ripples')

  it('carry no dot where there was none and none where nothing is told: the words tell one from the other', () => {
    const zero = rippled(exchanges({ obsValue: '0', bound: 'exact', qualifier: undefined }))
    const missing = rippled(exchanges({ obsValue: null, obsStatus: 'O', qualifier: undefined }))
    for (const { shape } of [zero, missing]) expect([shape.dots, notFinite(shape)]).toEqual([[], []])
    expect(markup(exchanges({ obsValue: '0', bound: 'exact', qualifier: undefined }))).toContain('data-figure="lj.exchanges@330800"')
    expect(markup(exchanges({ obsValue: null, obsStatus: 'O', qualifier: undefined }))).toContain('未报')
  })

  it('follow the qualifier: 余 fades, 以上 is dashed, 近 leaves the last one in doubt, what cannot be counted has no dots', () => {
    const marks = (more: Partial<Observation>): number[] => {
      const { dots } = rippled(exchanges(more)).shape
      expect(overlapping(dots.filter(({ opacity }) => opacity === 1))).toEqual([])
      return [
        dots.filter(({ opacity, dashed }) => opacity === 1 && !dashed),
        dots.filter(({ opacity }) => opacity < 1),
        dots.filter(({ dashed }) => dashed)
      ].map(({ length }) => length)
    }
    expect(marks(QUALIFIED.exact)).toEqual([40, 0, 0])
    expect(marks(QUALIFIED.余)).toEqual([40, 3, 0])
    expect(marks(QUALIFIED.超)).toEqual([40, 3, 0])
    expect(marks(QUALIFIED.以上)).toEqual([40, 0, 3])
    expect(marks(QUALIFIED.近)).toEqual([39, 1, 0])
    expect(marks(QUALIFIED.magnitude)).toEqual([0, 0, 0])
    expect(marks(range('50'))).toEqual([0, 0, 0])
    expect(rippled(exchanges({ obsStatus: 'F' })).ripples.look).toBe('forecast')
  })

  it('are hollow with the word 演示 only while the figure is demo', () => {
    const origins = (['published', 'reported', 'demo'] as const).map((origin) => exchanges({ origin }))
    expect(origins.map((snapshot) => rippled(snapshot).ripples.look)).toEqual(['solid', 'solid', 'demo'])
    expect(origins.map((snapshot) => markup(snapshot).includes('演示'))).toEqual([false, false, true])
  })
})
