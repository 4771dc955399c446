import { polygonGeometry, polygonsOf } from './geometry.ts'
import type { Line, Polygon, PolygonGeometry, Position } from './geometry.ts'
import type { Plane } from './plane.ts'
import { planarArea } from './planar-area.ts'
import { runMapshaper } from './run-mapshaper.ts'

/** Distances of the echo lines from the outline, in rem at an outline height of 46 rem (the design's 同心 motif). */
export const ECHO_DISTANCES = [0.9, 2.1, 3.7, 5.8, 8.6, 12.2] as const

// Hollows narrower than about twice this are rounded off, so a line never doubles back into a valley.
const rounding = (distance: number): number => 0.6 + 0.45 * distance
// How far a line may be off its true place, in rem: a third of a pixel at 1080p.
const TOLERANCE = 0.02
// mapshaper takes small numbers for degrees; thousandths of a rem it takes for a plane.
const SCALE = 1000

/** One closed line per distance, [lon, lat], each around the one before it; holes and islands are covered. */
export async function echoLines(outline: readonly Polygon[], plane: Plane): Promise<Line[]> {
  const shape = scaled(outline, plane)
  const lines: Line[] = []
  for (const distance of ECHO_DISTANCES) lines.push(await echoLine(shape, distance, plane))
  return lines
}

// Out too far and back again rounds the hollow corners that a plain buffer leaves sharp.
async function echoLine(shape: PolygonGeometry, distance: number, plane: Plane): Promise<Line> {
  const wide = await buffer(shape, distance + rounding(distance))
  const back = await buffer(wide, -rounding(distance), `-simplify dp interval=${TOLERANCE * SCALE}`)
  return outerRing(back).map(([x, y]) => plane.fromPlane([x / SCALE, y / SCALE]))
}

async function buffer(shape: PolygonGeometry, radius: number, then = ''): Promise<PolygonGeometry> {
  const feature = { type: 'Feature', properties: null, geometry: shape } as const
  const { features } = await runMapshaper<PolygonGeometry, null>({
    layer: { type: 'FeatureCollection', features: [feature] },
    commands: `-buffer ${radius * SCALE} quad-segs=24 tolerance=0.1% ${then}`
  })
  const [result] = features
  if (!result) throw new Error('轮廓过小，画不出外围线')
  // Holes of a buffer are enclosed valleys: not part of the ripple.
  return polygonGeometry([[outerRing(result.geometry)]])
}

function outerRing(geometry: PolygonGeometry): Line {
  const rings = polygonsOf(geometry).map(([outer = []]) => outer)
  return rings.reduce((a, b) => (Math.abs(planarArea(b)) > Math.abs(planarArea(a)) ? b : a), [])
}

function scaled(polygons: readonly Polygon[], plane: Plane): PolygonGeometry {
  const scale = (position: Position): Position => {
    const [x, y] = plane.toPlane(position)
    return [x * SCALE, y * SCALE]
  }
  return polygonGeometry(polygons.map((rings) => rings.map((ring) => ring.map(scale))))
}
