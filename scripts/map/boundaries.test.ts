import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { areaKm2 } from './area-km2.ts'
import { isArea } from './boundary-features.ts'
import type { Boundaries, BoundaryFeature } from './boundary-features.ts'
import { distanceTo, isInside } from './distance.ts'
import { ECHO_DISTANCES } from './echo-lines.ts'
import { linesOf, polygonsOf } from './geometry.ts'
import type { Line, Position } from './geometry.ts'
import { LABEL_HEIGHT, LABEL_WIDTH } from './label-points.ts'
import { BOX_X, BOX_Y, CLEARANCE, labelDistance } from './neighbour-labels.ts'
import { planarArea } from './planar-area.ts'
import { boxOf, OUTLINE_HEIGHT, planeOf } from './plane.ts'

// The file as it is committed; the limits are the hard ones, the command aims below them.
const PACK = new URL('../../packs/quzhou/', import.meta.url)
const text = readFileSync(new URL('boundaries.geo.json', PACK), 'utf8')
const originals = JSON.parse(readFileSync(new URL('map-original-areas.json', PACK), 'utf8')) as Record<string, number>
const boundaries = JSON.parse(text) as Boundaries

type Kind = BoundaryFeature['properties']['kind']
function ofKind<K extends Kind>(kind: K) {
  type Wanted = Extract<BoundaryFeature, { readonly properties: { readonly kind: K } }>
  return boundaries.features.filter((feature): feature is Wanted => feature.properties.kind === kind)
}

const areas = boundaries.features.filter(isArea)
const outline = ofKind('outline').flatMap(({ geometry }) => polygonsOf(geometry))
const echoes = ofKind('echo').flatMap(({ geometry }) => linesOf(geometry))
const plane = planeOf(outline)
const planeOutline = outline.flat().map((ring) => ring.map(plane.toPlane))

function edgesOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) => line.slice(1).map((end, i) => [line[i], end].map(String).join('>')))
}

function crossings(line: Line): number {
  const turn = (a: Position, b: Position, c: Position): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
  const segments = line.slice(1).map((end, i) => [line[i] ?? end, end] as const)
  return segments.flatMap(([a, b], i) => segments.slice(i + 2).filter(([c, d]) => turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0))
    .length
}

describe('the committed boundaries', () => {
  it('have the six counties in order, then outline, echo lines and neighbours', () => {
    expect(areas.map(({ properties }) => `${properties.code} ${properties.name}`)).toEqual([
      '330802 柯城区',
      '330803 衢江区',
      '330822 常山县',
      '330824 开化县',
      '330825 龙游县',
      '330881 江山市'
    ])
    expect(areas.every(({ properties }) => properties.parent === '330800')).toBe(true)
    const kinds = [...new Set(boundaries.features.map(({ properties }) => properties.kind))]
    expect(kinds).toEqual(['area', 'outline', 'echo', 'neighbour', 'neighbour-label'])
    expect(ofKind('outline').map(({ properties }) => properties)).toEqual([{ kind: 'outline', code: '330800', name: '衢州市' }])
  })

  it('stay inside the budgets', () => {
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
    expect(Buffer.byteLength(areas.map((area) => JSON.stringify(area)).join())).toBeLessThanOrEqual(25_000)
    expect(brotliCompressSync(text, quality).length).toBeLessThanOrEqual(12_288)
  })

  it('keep each area within 2 % of the original', () => {
    for (const { properties, geometry } of areas) {
      const original = originals[properties.code] ?? Number.NaN
      expect(Math.abs(areaKm2(polygonsOf(geometry)) / original - 1), properties.name).toBeLessThanOrEqual(0.02)
    }
  })

  it('share every border: an edge has a twin the other way round or is on the outline', () => {
    const rings = areas.flatMap(({ geometry }) => polygonsOf(geometry).flat())
    const edges = edgesOf(rings)
    const all = new Set(edges)
    expect(all.size).toBe(edges.length)
    const unpaired = edges.filter((edge) => !all.has(edge.split('>').reverse().join('>')))
    expect(unpaired.sort()).toEqual(edgesOf(outline.flat()).sort())
    const sum = areas.reduce((total, { geometry }) => total + areaKm2(polygonsOf(geometry)), 0)
    expect(Math.abs(sum / areaKm2(outline) - 1)).toBeLessThan(1e-6)
  })

  it('are closed rings that do not cross themselves, outer ones counter-clockwise', () => {
    for (const polygon of [...areas, ...ofKind('outline')].flatMap(({ geometry }) => polygonsOf(geometry))) {
      expect(polygon).toHaveLength(1)
      const ring = polygon[0] ?? []
      expect(ring.at(-1)).toEqual(ring[0])
      expect(planarArea(ring)).toBeGreaterThan(0)
      expect(crossings(ring)).toBe(0)
    }
  })
})

describe('labels', () => {
  it('stand inside their counties and clear of each other', () => {
    const points = areas.map(({ properties, geometry }) => {
      expect(isInside(properties.labelPoint, polygonsOf(geometry)), properties.name).toBe(true)
      return plane.toPlane(properties.labelPoint)
    })
    points.forEach(([x, y], i) => {
      for (const [otherX, otherY] of points.slice(i + 1)) {
        expect(Math.abs(x - otherX) > LABEL_WIDTH || Math.abs(y - otherY) > LABEL_HEIGHT).toBe(true)
      }
    })
  })

  it('put 衢江区 into its wide south', () => {
    const [kecheng, qujiang] = areas.map(({ properties }) => plane.toPlane(properties.labelPoint))
    expect((kecheng?.[1] ?? 0) - (qujiang?.[1] ?? 0)).toBeGreaterThan(LABEL_HEIGHT)
  })

  it('name six neighbours inside the map box and away from the outline', () => {
    const labels = ofKind('neighbour-label')
    expect(labels.map(({ properties }) => properties.name)).toEqual(['安徽 · 黄山', '江西 · 上饶', '福建 · 南平', '浙江 · 杭州', '金华', '丽水'])
    for (const { properties, geometry } of labels) {
      const [x, y] = plane.toPlane(geometry.coordinates)
      expect(Math.abs(x), properties.name).toBeLessThan(BOX_X)
      expect(Math.abs(y), properties.name).toBeLessThan(BOX_Y)
      expect(labelDistance([x, y], properties.name, planeOutline)).toBeGreaterThan(CLEARANCE - 0.05)
    }
  })
})

describe('echo lines', () => {
  it('are six closed lines without crossings, each around the one before', () => {
    expect(ofKind('echo').map(({ properties }) => properties.order)).toEqual([0, 1, 2, 3, 4, 5])
    const rings = [...outline.flat(), ...echoes]
    echoes.forEach((line, i) => {
      expect(line.at(-1)).toEqual(line[0])
      expect(crossings(line)).toBe(0)
      expect((rings[i] ?? []).every((position) => isInside(position, [[line]]))).toBe(true)
    })
  })

  it('keep their distance on the screen, and only bridge hollows', () => {
    const { north, south } = boxOf(planeOutline)
    expect(north - south).toBeCloseTo(OUTLINE_HEIGHT, 6)
    echoes.forEach((line, i) => {
      const wanted = ECHO_DISTANCES[i] ?? 0
      const distances = line.map((position) => distanceTo(plane.toPlane(position), planeOutline))
      expect(Math.min(...distances)).toBeGreaterThan(wanted - 0.1)
      const close = distances.filter((distance) => distance < wanted + 0.1)
      expect(close.length / distances.length).toBeGreaterThan(0.5)
    })
  })
})

describe('neighbours', () => {
  it('are lines of six cities inside the ultra-wide frame, off the outline itself', () => {
    const names = ofKind('neighbour').map(({ properties }) => properties.name)
    expect(names).toEqual(['黄山市', '上饶市', '南平市', '杭州市', '金华市', '丽水市'])
    for (const { geometry } of ofKind('neighbour')) {
      const points = linesOf(geometry).flat().map(plane.toPlane)
      expect(points.every(([x, y]) => Math.abs(x) < 62.1 && Math.abs(y) < 36.1)).toBe(true)
      const touching = points.filter((point) => distanceTo(point, planeOutline) < 0.2)
      expect(touching.length).toBeLessThanOrEqual(4)
    }
  })
})
