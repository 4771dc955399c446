import type { Line, Polygon, Position } from './geometry.ts'

/** Even-odd test over all rings, so holes count as outside. */
export function isInside(point: Position, polygons: readonly Polygon[]): boolean {
  const crossings = polygons.flat().reduce((sum, ring) => sum + crossingsEast(point, ring), 0)
  return crossings % 2 === 1
}

function crossingsEast([x, y]: Position, ring: Line): number {
  return segmentsOf(ring).filter(([[ax, ay], [bx, by]]) => ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax).length
}

/** Shortest distance from a point to any of the lines, in the unit of the coordinates. */
export function distanceTo(point: Position, lines: readonly Line[]): number {
  let nearest = Infinity
  for (const line of lines) {
    for (const [a, b] of segmentsOf(line)) nearest = Math.min(nearest, toSegment(point, a, b))
  }
  return nearest
}

function toSegment([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const share = length === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length
  const t = Math.min(1, Math.max(0, share))
  return Math.hypot(x - ax - t * dx, y - ay - t * dy)
}

function segmentsOf(line: Line): (readonly [Position, Position])[] {
  return line.slice(1).map((end, i) => [line[i] ?? end, end] as const)
}
