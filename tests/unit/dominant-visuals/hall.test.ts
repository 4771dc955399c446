import { describe, expect, it } from 'vitest'
import { hallGeometry, type HallGeometry } from '#charts/hall-geometry.ts'
import { contentOf, hallShapes } from '#charts/hall-shapes.ts'
import { model, options, type HallModel } from '#charts/hall.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { must } from '#tests/support/panel-data.ts'
import { boxOf, meeting, notFinite, outside, overlapping, type Rect } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { publishedAs, reportedWhere, where, withMechanisms, withNames } from './reshape.ts'
import { FRAME_NAMES, markupOf, visualOf, type Frame, type Room } from './visual.ts'

function hallOf(snapshot: Snapshot, frame: Frame = 'wall'): { hall: HallModel; geometry: HallGeometry; room: Room } {
  const { data, rems } = visualOf(snapshot, 'yinling', 'hall', options)
  const hall = model(data)
  const room = rems(frame)
  return { hall, geometry: hallGeometry(room, contentOf(hall)), room }
}

const jointsOf = ({ columns, beams, joint }: HallGeometry): Rect[] =>
  beams.flatMap(({ y, height }) => columns.map(({ x }) => ({ x: x - joint / 2, y: y + (height - joint) / 2, width: joint, height: joint })))

const CASES: readonly (readonly [string, () => Snapshot, number, number])[] = [
  ['4 mechanisms in 6 counties', () => withMechanisms(normal(), 4), 4, 6],
  ['9 mechanisms in 6 counties', normal, 9, 6],
  ['15 mechanisms in 6 counties', () => withMechanisms(normal(), 15), 15, 6],
  ['15 mechanisms in 11 counties', () => withMechanisms(eleven(), 15), 15, 11],
  ['4 mechanisms in 3 counties', () => withMechanisms(three(), 4), 4, 3]
]

describe.each(FRAME_NAMES)('the hall on the %s', (frame) => {
  it.each(CASES)('holds %s: a column each, a beam each, no joint on another, all inside', (_, fixture, columns, counties) => {
    const { hall, geometry, room } = hallOf(fixture(), frame)
    expect([geometry.columns.length, geometry.beams.length]).toEqual([columns, counties])
    expect(hall.rows.flatMap(({ joints }) => joints.filter((joint) => joint !== null))).toHaveLength(columns * counties)
    const joints = jointsOf(geometry)
    expect(meeting(joints)).toEqual([])
    expect(meeting(geometry.columns.map(({ shaft }) => shaft))).toEqual([])
    expect(meeting(geometry.columns.map(({ foot }) => foot))).toEqual([])
    expect(meeting(geometry.beams)).toEqual([])
    expect(outside([...joints, ...geometry.bricks, ...geometry.beams, geometry.plaque, geometry.architrave], room)).toEqual([])
    expect(notFinite(geometry)).toEqual([])
    const wide = geometry.numerals.down ? 1 : Math.max(...hall.columns.map(({ numeral }) => numeral.length))
    const numerals = geometry.columns.map(({ x }) => {
      const width = wide * geometry.numerals.size
      return { x: x - width / 2, y: geometry.numeralY - 0.5, width, height: 1 }
    })
    expect(meeting(numerals)).toEqual([])
    // A joint that is still a mark, not a speck.
    expect(geometry.joint).toBeGreaterThan(1)
  })

  it('gives way to the names of its columns, however many are told', () => {
    const named = withNames(withMechanisms(normal(), 15), '民族宗教工作协调机制')
    const [usual, long] = [hallOf(withMechanisms(normal(), 15), frame), hallOf(named, frame)]
    const lines = contentOf(long.hall).words.reduce((sum, text) => sum + Math.ceil((text.length * 1.125) / long.geometry.foot.width), 0)
    expect(long.geometry.foot.y).toBeLessThan(usual.geometry.foot.y)
    expect(long.geometry.foot.y + 1.6 * (1 + lines)).toBeLessThanOrEqual(long.room.height + 0.5)
    expect(meeting(jointsOf(long.geometry))).toEqual([])
  })

  it.each([0, 1, 5, 24, 100, 120, 400])('stands on %i bricks, none on another', (count) => {
    const { geometry, room } = hallOf(publishedAs(normal(), 'yl.events', { obsValue: String(count), bound: 'exact', qualifier: undefined }), frame)
    expect(geometry.bricks).toHaveLength(count)
    expect(meeting(geometry.bricks)).toEqual([])
    expect(outside(geometry.bricks, room)).toEqual([])
    expect(new Set(geometry.bricks.map(({ width }) => width.toFixed(1))).size).toBeLessThanOrEqual(2)
  })

  it.each([
    [0, 0],
    [5, 8],
    [12, 24]
  ])('has %i and %i dots on its ridge, none on another', (national, provincial) => {
    const roofed = publishedAs(publishedAs(normal(), 'jz.national', { obsValue: String(national) }), 'jz.provincial', { obsValue: String(provincial) })
    const { geometry, room } = hallOf(roofed, frame)
    const dots = geometry.dots.flatMap(({ dots: own, radius }) => own.map(({ x, y }) => ({ x, y, r: radius })))
    expect(dots).toHaveLength(national + provincial)
    expect(overlapping(dots)).toEqual([])
    expect(outside(dots.map(boxOf), room)).toEqual([])
  })
})

describe('the hall of other data', () => {
  const markup = (snapshot: Snapshot): string => markupOf(snapshot, 'yinling', 'hall')
  const jointClasses = (snapshot: Snapshot): string[] => [...markup(snapshot).matchAll(/class="[^"]*hall-joint ([^"]*)"/g)].map(([, name = '']) => name)
  const demoJoints = (snapshot: Snapshot): number => jointClasses(snapshot).filter((name) => name.includes('is-demo')).length

  it('marks what is not reported apart from what has not begun', () => {
    const first = ({ refArea, breakdown }: Observation): boolean => refArea === '330802' && breakdown?.['mechanism'] === 'm1'
    const none = hallOf(where(normal(), 'jz.progress', { obsValue: 'none' }, first)).hall
    const missing = hallOf(where(normal(), 'jz.progress', { obsValue: null, obsStatus: 'O' }, first)).hall
    expect([none, missing].map(({ rows }) => must(must(rows[0]).joints[0]).mark)).toEqual(['empty', 'missing'])
  })

  it('turns solid where it is reported, county by county', () => {
    expect(jointClasses(normal())).toHaveLength(54)
    expect([demoJoints(normal()), demoJoints(reported())]).toEqual([54, 0])
    expect(demoJoints(reportedWhere(normal(), ({ refArea }) => refArea === '330881'))).toBe(45)
  })

  it('says 演示 as long as something is', () => {
    expect(markup(normal())).toContain('演示')
    expect(markup(reported())).not.toContain('演示')
  })

  it('follows the qualifier of its bricks: 超 dissolves, 以上 is dashed, what cannot be counted has none', () => {
    const marks = (more: Partial<Observation>): number[] => {
      const { bricks } = hallOf(publishedAs(normal(), 'yl.events', more)).geometry
      expect(meeting(bricks)).toEqual([])
      return [
        bricks.filter(({ opacity, dashed }) => opacity === 1 && !dashed),
        bricks.filter(({ opacity }) => opacity < 1),
        bricks.filter(({ dashed }) => dashed)
      ].map(({ length }) => length)
    }
    expect(marks(QUALIFIED.exact)).toEqual([100, 0, 0])
    expect(marks(QUALIFIED.超)).toEqual([100, 8, 0])
    expect(marks(QUALIFIED.以上)).toEqual([100, 0, 8])
    for (const more of [QUALIFIED.近, QUALIFIED.magnitude, range('120')]) expect(marks(more)).toEqual([0, 0, 0])
  })

  it('follows the qualifier of its dots, and has a forecast dashed gold', () => {
    const dots = (more: Partial<Observation>): string[] => {
      const { hall, geometry } = hallOf(publishedAs(normal(), 'jz.provincial', more))
      const all = hallShapes(hall, geometry, undefined).filter(({ className }) => className.startsWith('hall-dot') && !className.includes('is-accent'))
      return all.map(({ className }) => className)
    }
    const eight = (name: string): string[] => Array.from({ length: 8 }, () => name)
    expect(dots(QUALIFIED.exact)).toEqual(eight('hall-dot'))
    expect(dots(QUALIFIED.余)).toEqual([...eight('hall-dot'), 'hall-dot is-fading'])
    expect(dots(QUALIFIED.以上)).toEqual([...eight('hall-dot'), 'hall-dot is-dashed'])
    expect(dots(QUALIFIED.magnitude)).toEqual([])
    expect(dots({ obsStatus: 'F' })).toEqual(eight('hall-dot is-forecast'))
  })

  it('has published bricks and dots solid whatever the split is', () => {
    for (const snapshot of [normal(), reported()]) {
      const { hall, geometry } = hallOf(snapshot)
      expect(hallShapes(hall, geometry, undefined).filter(({ className }) => className.includes('is-demo'))).toEqual([])
    }
  })
})
