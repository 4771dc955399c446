import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { riverShape, type BranchShape, type RiverRoom } from '#charts/river-geometry.ts'
import type { Branch, RiverModel } from '#charts/river.ts'
import { must } from '#tests/support/panel-data.ts'

type Input = Parameters<typeof riverShape>[0]

const branch = (value: number | null, index: number): Branch => ({
  key: String(index),
  name: `甲${index}`,
  observation: null,
  text: String(value),
  phrase: String(value),
  value,
  look: 'demo',
  programme: null
})

const riverOf = (total: number, sources: readonly (number | null)[], outlets: readonly (number | null)[]): Input => ({
  total: { sure: total, until: total, edge: 'none' } as RiverModel['total'],
  sources: sources.map(branch),
  outlets: outlets.map(branch)
})

const WALL: RiverRoom = { course: 'across', width: 77, height: 39.6 }
const COLUMN: RiverRoom = { course: 'down', width: 21.9, height: 35 }
const SPLIT = riverOf(518, [203, 172, 143], [84, 96, 55, 62, 104, 117])
const numbers = (path: string): number[] => [...path.matchAll(/-?[\d.]+/g)].map(Number)

/** A band's width at its own end and where it meets the trunk. */
function widthsOf({ band }: BranchShape): [number, number] {
  const y = numbers(must(band)).filter((_, index) => index % 2 === 1)
  return [Math.abs(must(y[0]) - must(y.at(-1))), Math.abs(must(y[3]) - must(y[4]))]
}

const cross = ({ label }: BranchShape, course: RiverRoom['course']): [number, number] =>
  course === 'across' ? [label.y, label.y + label.height] : [label.x, label.x + label.width]

describe('the river laid out', () => {
  it('has one scale for everything that flows', () => {
    const { trunk, sources, outlets } = riverShape(SPLIT, WALL)
    const unit = trunk.height / 518
    for (const shape of [...sources, ...outlets]) {
      const value = must(shape.branch.value)
      for (const width of widthsOf(shape)) expect(width).toBeCloseTo(value * unit, 1)
      expect(must(shape.node).height).toBeCloseTo(value * unit, 6)
    }
  })

  it('takes two thirds of the wall at most, and grows with a wider one', () => {
    expect(riverShape(SPLIT, WALL).trunk.height).toBeCloseTo(WALL.height * 0.66)
    expect(riverShape(SPLIT, { course: 'across', width: 112, height: 55.5 }).trunk.height).toBe(30)
  })

  it('fills the trunk edge to edge, in order and without a gap', () => {
    const { trunk, sources } = riverShape(SPLIT, WALL)
    const starts = sources.map(({ band }) => must(numbers(must(band))[1]))
    expect(starts[0]).toBeCloseTo(trunk.y, 1)
    expect(starts[1]).toBeCloseTo(trunk.y + (203 / 518) * trunk.height, 1)
    expect(must(starts[2]) + must(widthsOf(must(sources[2])))[0]).toBeCloseTo(trunk.y + trunk.height, 1)
  })

  it('draws no band for what is missing, keeps its name and leaves its share open', () => {
    const { trunk, sources } = riverShape(riverOf(518, [203, null, 143], [84]), WALL)
    expect(sources.map(({ band, node }) => [band === null, node === null])).toEqual([
      [false, false],
      [true, true],
      [false, false]
    ])
    expect(must(sources[1]).label.height).toBeGreaterThan(3)
    const open = trunk.height - (346 / 518) * trunk.height
    expect(trunk.y + trunk.height - must(numbers(must(must(sources[2]).band))[1]) - must(must(sources[2]).node).height).toBeCloseTo(open, 1)
  })

  it('runs to its end where a side has no branches', () => {
    const whole = riverShape(riverOf(518, [], []), WALL)
    expect([whole.trunk.x, whole.trunk.width, whole.banks]).toEqual([0, 77, []])
    const half = riverShape(riverOf(518, [518], []), WALL)
    expect([half.trunk.x + half.trunk.width, half.banks.length]).toEqual([77, 1])
  })

  it('keeps words of branches apart and inside, in both courses, for 2 to 5 channels and 1 to 11 counties', () => {
    const values = (least: number, most: number) => fc.array(fc.option(fc.integer({ min: 0, max: 9999 })), { minLength: least, maxLength: most })
    fc.assert(
      fc.property(
        fc.constantFrom(WALL, COLUMN, { ...WALL, width: 112 }),
        values(2, 5),
        values(1, 11),
        fc.integer({ min: 1, max: 9999 }),
        (room, sources, outlets, total) => {
          const shape = riverShape(riverOf(total, sources, outlets), room)
          const breadth = room.course === 'across' ? room.height : room.width
          for (const side of [shape.sources, shape.outlets]) {
            const lines = new Map<number, [number, number][]>()
            for (const one of side) {
              const line = room.course === 'across' ? one.label.x : one.label.y
              lines.set(line, [...(lines.get(line) ?? []), cross(one, room.course)])
            }
            for (const spans of lines.values())
              spans.forEach(([from, to], index) => {
                expect(to).toBeGreaterThan(from)
                if (index > 0) expect(from).toBeGreaterThanOrEqual(must(spans[index - 1])[1] - 1e-6)
                if (room.course === 'across') {
                  expect(from).toBeGreaterThanOrEqual(-1e-6)
                  expect(to).toBeLessThanOrEqual(breadth + 1e-6)
                }
              })
            for (const { node } of side) if (node !== null) expect(room.course === 'across' ? node.y : node.x).toBeGreaterThanOrEqual(-1e-6)
          }
          expect(JSON.stringify(shape)).not.toMatch(/null,"height"|NaN|Infinity/)
        }
      )
    )
  })

  it('turns with its course: what was across is down', () => {
    const { trunk, sources, outlets } = riverShape(SPLIT, COLUMN)
    expect(must(sources[0]).label.y).toBeLessThan(trunk.y)
    expect(must(outlets[0]).label.y).toBeGreaterThan(trunk.y + trunk.height)
    expect(must(sources[1]).label.x).toBeGreaterThan(must(sources[0]).label.x)
  })

  it('puts names on one line where there are many', () => {
    expect(riverShape(SPLIT, WALL).tight).toEqual({ sources: false, outlets: false })
    expect(
      riverShape(
        riverOf(
          11,
          [6, 5],
          Array.from({ length: 11 }, () => 1)
        ),
        WALL
      ).tight
    ).toEqual({ sources: false, outlets: true })
  })
})
