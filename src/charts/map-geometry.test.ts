import { describe, expect, it } from 'vitest'
import { hatchPath, hatchPeriod, hatchWidth } from '#charts/hatch.ts'
import { aspectScaleAt, extentOf, fadingPaths, featurePath, linePath, linesOf } from '#charts/map-geometry.ts'
import { Feature } from '#contract/pack.ts'

const feature = (type: string, coordinates: unknown): Feature =>
  Feature.parse({ type: 'Feature', properties: { kind: 'area' }, geometry: { type, coordinates } })
const plain = ([x = 0, y = 0]: readonly number[]): readonly number[] => [x, y]
const ring = [
  [0, 0],
  [4, 0],
  [4, 2],
  [0, 0]
]
const hole = [
  [1, 0.5],
  [2, 0.5],
  [2, 1],
  [1, 0.5]
]

describe('linesOf', () => {
  it.each<[string, unknown, number]>([
    ['Point', [1, 2], 1],
    ['LineString', ring, 1],
    ['MultiLineString', [ring, hole], 2],
    ['Polygon', [ring, hole], 2],
    ['MultiPolygon', [[ring, hole], [ring]], 3]
  ])('%s', (type, coordinates, count) => {
    const lines = linesOf(feature(type, coordinates))
    expect(lines).toHaveLength(count)
    expect(lines.flat().every((position) => position.every((value) => typeof value === 'number'))).toBe(true)
  })
})

describe('paths', () => {
  it('close when asked', () => {
    expect(linePath(ring, plain, true)).toBe('M0.0 0.0L4.0 0.0L4.0 2.0L0.0 0.0Z')
    expect(linePath(ring.slice(0, 2), plain, false)).toBe('M0.0 0.0L4.0 0.0')
    expect(linePath([], plain, true)).toBe('')
    expect(featurePath(feature('Polygon', [ring, hole]), plain, true).match(/M/g)).toHaveLength(2)
  })

  it('are projected', () => {
    expect(
      linePath(
        [
          [1, 1],
          [2, 2]
        ],
        ([x = 0, y = 0]) => [x * 10, 100 - y],
        false
      )
    ).toBe('M10.0 99.0L20.0 98.0')
  })
})

describe('extent and aspect', () => {
  it('hold all features', () => {
    expect(extentOf([feature('Polygon', [ring]), feature('Point', [-3, 7])])).toEqual({ west: -3, east: 4, south: 0, north: 7 })
  })

  it('shrink degrees of longitude with latitude', () => {
    expect(aspectScaleAt({ west: 0, east: 1, south: 59, north: 61 })).toBeCloseTo(0.5, 9)
    expect(aspectScaleAt({ west: 0, east: 1, south: -1, north: 1 })).toBeCloseTo(1, 9)
  })
})

describe('fadingPaths', () => {
  it('puts each piece of a line into a step of equal opacity, and drops what has faded', () => {
    const line = [
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 0]
    ]
    const paths = fadingPaths([line], plain, (x) => (x >= 4 ? 0 : 1 - x / 4), 4)
    expect(paths).toEqual([
      { path: 'M2.0 0.0L3.0 0.0', opacity: 0.25 },
      { path: 'M1.0 0.0L2.0 0.0', opacity: 0.5 },
      { path: 'M0.0 0.0L1.0 0.0', opacity: 0.75 }
    ])
  })

  it('does not join one line to the next', () => {
    expect(fadingPaths([[[0, 0]], [[5, 5]]], plain, () => 1)).toEqual([])
  })
})

describe('hatch', () => {
  const stripes = (path: string): number[][] => [...path.matchAll(/M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)/g)].map((match) => match.slice(1).map(Number))

  it('runs at 45 degrees from edge to edge, a period apart, over the whole box', () => {
    const found = stripes(hatchPath({ x: 10, y: 20, width: 100, height: 40 }, 8))
    for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of found) expect([x2 - x1, y1, y2]).toEqual([40, 60, 20])
    const starts = found.map(([x1 = 0]) => x1)
    expect(starts.slice(1).map((x, index) => x - (starts[index] ?? 0))).toEqual(starts.slice(1).map(() => 8))
    expect(starts[0]).toBeLessThanOrEqual(10 - 40)
    expect(starts.at(-1)).toBeGreaterThanOrEqual(110 - 8)
  })

  it('keeps its phase along a row of boxes, so that neighbours do not jar', () => {
    const starts = [
      { x: 0, y: 0, width: 64, height: 16 },
      { x: 64, y: 0, width: 64, height: 16 }
    ].map((box) => stripes(hatchPath(box, 8)).map(([x1 = 0]) => x1 % 8))
    expect(new Set(starts.flat().map(Math.abs))).toEqual(new Set([0]))
  })

  it('is never finer than an LED wall can show', () => {
    expect([hatchPeriod(4), hatchPeriod(16), hatchPeriod(32)].map(Math.round)).toEqual([11, 11, 23])
    expect([hatchWidth(4), hatchWidth(16), hatchWidth(32)]).toEqual([2, 2, 4])
  })
})
