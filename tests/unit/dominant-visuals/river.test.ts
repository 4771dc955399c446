import { describe, expect, it } from 'vitest'
import { riverShape, type BranchShape, type RiverShape } from '#charts/river-geometry.ts'
import { model, options } from '#charts/river.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { must } from '#tests/support/panel-data.ts'
import { meeting, notFinite, outside } from './marks.ts'
import { QUALIFIED, range } from './qualified.ts'
import { overAreas, publishedAs, reportedWhere, total, withChannels, type Values } from './reshape.ts'
import { FRAME_NAMES, markupOf, visualOf, type Frame } from './visual.ts'

/** The tag under the river. */
const TAG = { bottom: 2 }

function shapeOf(snapshot: Snapshot, frame: Frame = 'wall'): { shape: RiverShape; width: number; height: number } {
  const { data, rems } = visualOf(snapshot, 'huigui', 'river', options, TAG)
  const { width, height } = rems(frame)
  return { shape: riverShape(must(model(data)), { course: 'across', width, height }), width, height }
}

const nodesOf = (shapes: readonly BranchShape[]) => shapes.flatMap(({ node }) => node ?? [])
const CHANNELS: readonly (readonly [string, Values])[] = [
  ['2 channels', [400, 118]],
  ['3 channels', [203, 172, 143]],
  ['5 channels', [203, 172, 143, 0, 1]]
]
const COUNTIES: readonly (readonly [string, () => Snapshot])[] = [
  ['3 counties', three],
  ['6 counties', normal],
  ['11 counties', eleven]
]

describe.each(FRAME_NAMES)('the river on the %s', (frame) => {
  it.each(CHANNELS)('has %s on one scale that sum to the trunk', (_, values) => {
    const { shape } = shapeOf(withChannels(normal(), values), frame)
    const unit = shape.trunk.height / total(values)
    expect(shape.sources).toHaveLength(values.length)
    shape.sources.forEach(({ node }, index) => expect(must(node).height).toBeCloseTo(must(values[index]) * unit, 6))
    expect(nodesOf(shape.sources).reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(shape.trunk.height, 6)
  })

  it.each(COUNTIES)('reaches %s, none on another, all inside', (_, fixture) => {
    const { shape, ...room } = shapeOf(fixture(), frame)
    for (const side of [shape.sources, shape.outlets]) {
      expect(meeting(nodesOf(side))).toEqual([])
      expect(meeting(side.map(({ label }) => label))).toEqual([])
      expect(outside([...nodesOf(side), ...side.map(({ label }) => label)], room)).toEqual([])
    }
    expect(outside([shape.trunk, shape.heart], room)).toEqual([])
    expect(notFinite(shape)).toEqual([])
  })

  it.each(COUNTIES)('gives each of %s its share of one scale', (_, fixture) => {
    const { shape } = shapeOf(fixture(), frame)
    const unit = shape.trunk.height / 518
    for (const { branch, node } of shape.outlets) expect(must(node).height).toBeCloseTo(must(branch.value) * unit, 6)
  })
})

describe('the river of other data', () => {
  const counties: Values = [0, 96, null, 62, 104, 117]

  it('draws 0 as a bar of no width with its number, and nothing where there is none', () => {
    const { shape } = shapeOf(overAreas(normal(), 'zs.projects', counties))
    const drawn = shape.outlets.map(({ node, branch }) => [branch.text, node === null ? null : node.height > 0] as const)
    expect(drawn.toSorted(([a], [b]) => Number(a) - Number(b) || a.localeCompare(b))).toEqual(
      expect.arrayContaining([
        ['0', false],
        ['未报', null],
        ['62', true],
        ['96', true],
        ['104', true],
        ['117', true]
      ])
    )
    expect(drawn).toHaveLength(6)
    expect(notFinite(shape)).toEqual([])
  })

  it('stands with nothing but zeros', () => {
    const nothing = overAreas(withChannels(normal(), [0, 0, 0]), 'zs.projects', [0, 0, 0, 0, 0, 0])
    expect(notFinite(shapeOf(nothing).shape)).toEqual([])
    expect(shapeOf(nothing).shape.trunk.height).toBe(0)
  })

  const looks = (snapshot: Snapshot): string[] => shapeOf(snapshot).shape.outlets.map(({ branch }) => branch.look)
  const inJiangshan = ({ refArea }: Observation): boolean => refArea === '330881'

  it('turns solid where it is reported, county by county', () => {
    expect(new Set(looks(normal()))).toEqual(new Set(['demo']))
    expect(new Set(looks(reported()))).toEqual(new Set(['solid']))
    expect(looks(reportedWhere(normal(), inJiangshan))).toEqual(['demo', 'demo', 'demo', 'demo', 'demo', 'solid'])
  })

  it('has its stripes and the word 演示 only as long as something is', () => {
    const [before, partly, after] = [normal(), reportedWhere(normal(), inJiangshan), reported()].map((snapshot) => markupOf(snapshot, 'huigui', 'river'))
    const count = (markup: string | undefined, what: string): number => must(markup).split(what).length - 1
    expect([count(before, 'river-branch is-demo'), count(partly, 'river-branch is-demo'), count(after, 'river-branch is-demo')]).toEqual([9, 8, 0])
    expect(count(after, 'fill="url(#')).toBe(0)
    expect([before, partly, after].map((markup) => count(markup, '演示') > 0)).toEqual([true, true, false])
    expect([before, after].map((markup) => count(markup, 'river-trunk is-solid'))).toEqual([1, 1])
  })

  it('sets a range smaller, so that both its numbers stand in the trunk', () => {
    const sizes = (more: Partial<Observation>): boolean => markupOf(publishedAs(normal(), 'zs.projects', more), 'huigui', 'river').includes('figure-grand')
    expect([sizes(QUALIFIED.exact), sizes(range('540'))]).toEqual([true, false])
  })

  it('follows the qualifier of the trunk: 余 fades below it, 以上 is dashed, a range is a bar, a magnitude has no trunk', () => {
    const marks = (more: Partial<Observation>): [number, number, string] => {
      const snapshot = publishedAs(normal(), 'zs.projects', more)
      const { trunk, beyond, sources } = shapeOf(snapshot).shape
      const unit = must(must(sources[0]).node).height / 203
      expect(beyond === null || Math.abs(beyond.y - trunk.y - trunk.height) < 1e-6).toBe(true)
      const edge = /river-beyond is-(\w+)/.exec(markupOf(snapshot, 'huigui', 'river'))?.[1] ?? ''
      return [trunk.height / unit, (beyond?.height ?? 0) / unit, edge]
    }
    const close = ([sure, open, edge]: [number, number, string]): unknown[] => [Math.round(sure * 10) / 10, Math.round(open * 10) / 10, edge]
    expect(close(marks(QUALIFIED.exact))).toEqual([518, 0, ''])
    expect(close(marks({ ...QUALIFIED.余, obsValue: '500' }))).toEqual([500, 100, 'fading'])
    expect(close(marks({ ...QUALIFIED.超, obsValue: '500' }))).toEqual([500, 100, 'fading'])
    expect(close(marks({ ...QUALIFIED.以上, obsValue: '500' }))).toEqual([500, 100, 'dashed'])
    expect(close(marks({ ...QUALIFIED.近, obsValue: '520' }))).toEqual([494, 26, 'fading'])
    expect(close(marks({ ...range('540'), obsValue: '500' }))).toEqual([500, 40, 'dashed'])
    expect(close(marks(QUALIFIED.magnitude))).toEqual([0, 0, ''])
  })
})
