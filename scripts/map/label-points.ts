import { distanceTo, isInside } from './distance.ts'
import type { Area, Line, Polygon, Position } from './geometry.ts'
import { boxOf } from './plane.ts'
import type { Plane } from './plane.ts'
import { planarArea } from './planar-area.ts'

/** A county's label on the wall, name over value, in rem. */
export const LABEL_WIDTH = 5
export const LABEL_HEIGHT = 3.4
const GAP = 0.3
const STEP = 0.25
// Room beyond this (1 = the label's own half height to the nearest border) buys nothing: then the middle wins.
const ENOUGH_ROOM = 1.45
// Loss of score for each rem away from the middle.
const PULL = 0.04

type Candidate = { readonly point: Position; readonly score: number }
type Place = { readonly code: string; readonly candidates: readonly Candidate[] }

/** Where the labels stand, [lon, lat] by code; the tightest area chooses first and the others keep clear of it. */
export function labelPoints(areas: readonly Area[], plane: Plane): Map<string, Position> {
  const taken = new Map<string, Position>()
  const places = areas.map(({ code, polygons }) => ({
    code,
    candidates: candidates(polygons.map((rings) => rings.map((r) => r.map(plane.toPlane))))
  }))
  for (const { code, candidates: options } of places.sort((a, b) => best(a) - best(b))) {
    const free = options.find(({ point }) => ![...taken.values()].some((p) => overlap(p, point)))
    const choice = free ?? options[0]
    if (choice) taken.set(code, choice.point)
  }
  return new Map([...taken].map(([code, point]) => [code, plane.fromPlane(point)]))
}

function best({ candidates: [first] }: Place): number {
  return first?.score ?? -Infinity
}

function overlap([ax, ay]: Position, [bx, by]: Position): boolean {
  return Math.abs(ax - bx) < LABEL_WIDTH + GAP && Math.abs(ay - by) < LABEL_HEIGHT + GAP
}

function candidates(polygons: readonly Polygon[]): Candidate[] {
  const middle = centroid(polygons.map(([outer = []]) => outer))
  const squared = polygons.flat().map((ring) => ring.map(square))
  return gridInside(polygons)
    .map((point) => ({ point, score: score(point, squared, middle) }))
    .sort((a, b) => b.score - a.score)
}

function score(point: Position, squared: readonly Line[], middle: Position): number {
  const room = distanceTo(square(point), squared) / (LABEL_HEIGHT / 2)
  const away = Math.hypot(point[0] - middle[0], point[1] - middle[1])
  return Math.min(room, ENOUGH_ROOM) - PULL * away
}

// A label is wider than high: squeezing x makes its box a square, and plain distances then measure its room.
function square([x, y]: Position): Position {
  return [(x * LABEL_HEIGHT) / LABEL_WIDTH, y]
}

function gridInside(polygons: readonly Polygon[]): Position[] {
  const { west, south, east, north } = boxOf(polygons.flat())
  const points: Position[] = []
  for (let x = west; x <= east; x += STEP) {
    for (let y = south; y <= north; y += STEP) points.push([x, y])
  }
  return points.filter((point) => isInside(point, polygons))
}

/** Of the largest ring: islands do not pull the label off the mainland. */
function centroid(rings: readonly Line[]): Position {
  const ring = rings.reduce((a, b) => (Math.abs(planarArea(b)) > Math.abs(planarArea(a)) ? b : a), [])
  let [sumX, sumY, sum] = [0, 0, 0]
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [x, y]
    const weight = x * nextY - nextX * y
    sumX += (x + nextX) * weight
    sumY += (y + nextY) * weight
    sum += weight
  })
  return [sumX / (3 * sum), sumY / (3 * sum)]
}
