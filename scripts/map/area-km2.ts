import type { Line, Polygon } from './geometry.ts'
import { planarArea } from './planar-area.ts'

const KM_PER_DEGREE = 111.195

/** Area in km2, holes subtracted, on the sinusoidal plane (lon * cos lat, lat), which keeps areas. */
export function areaKm2(polygons: readonly Polygon[]): number {
  return polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0) * KM_PER_DEGREE ** 2
}

function polygonArea([outer, ...holes]: Polygon): number {
  const holeArea = holes.reduce((sum, hole) => sum + ringArea(hole), 0)
  return outer ? ringArea(outer) - holeArea : 0
}

function ringArea(ring: Line): number {
  const equalArea = ring.map(([lon, lat]) => [lon * Math.cos((lat * Math.PI) / 180), lat] as const)
  return Math.abs(planarArea(equalArea))
}
