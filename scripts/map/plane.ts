import type { Line, Polygon, Position } from './geometry.ts'

/** The design measures the map in rem: the outline is drawn this high. */
export const OUTLINE_HEIGHT = 46

export type Plane = {
  /** Middle of the outline's box, [lon, lat]; the plane's origin. */
  readonly centre: Position
  /** [lon, lat] to [x to the east, y to the north] in rem, equal scale both ways near the centre. */
  readonly toPlane: (position: Position) => Position
  readonly fromPlane: (point: Position) => Position
}

/** A local plane for distances as they are seen on the screen: degrees of longitude are shorter than degrees of latitude. */
export function planeOf(polygons: readonly Polygon[]): Plane {
  const { west, south, east, north } = boxOf(polygons.flat())
  const centre: Position = [(west + east) / 2, (south + north) / 2]
  const perDegree = OUTLINE_HEIGHT / (north - south)
  const perLon = perDegree * Math.cos((centre[1] * Math.PI) / 180)
  return {
    centre,
    toPlane: ([lon, lat]) => [(lon - centre[0]) * perLon, (lat - centre[1]) * perDegree],
    fromPlane: ([x, y]) => [centre[0] + x / perLon, centre[1] + y / perDegree]
  }
}

export function boxOf(lines: readonly Line[]) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const [x, y] of lines.flat()) {
    box.west = Math.min(box.west, x)
    box.south = Math.min(box.south, y)
    box.east = Math.max(box.east, x)
    box.north = Math.max(box.north, y)
  }
  return box
}
