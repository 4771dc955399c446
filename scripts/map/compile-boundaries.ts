import type { AreaFeature, Boundaries, ContextFeature } from './boundary-features.ts'
import { AREAS_BUDGET, sizesOf } from './boundary-sizes.ts'
import { checkAreas } from './check-areas.ts'
import { echoLines } from './echo-lines.ts'
import { polygonGeometry } from './geometry.ts'
import type { Area, Polygon } from './geometry.ts'
import { labelPoints } from './label-points.ts'
import { MapError } from './map-error.ts'
import { planeOf } from './plane.ts'
import type { Plane } from './plane.ts'
import { roundLine, roundPosition } from './round.ts'
import { dissolveAreas, simplifyAreas } from './simplify-areas.ts'

// Metres, fine to coarse; the first that fits the budgets is taken, so the result never depends on a search's luck.
const INTERVALS = Array.from({ length: 60 }, (_, i) => Math.round(60 * 1.08 ** i))

type Root = { readonly code: string; readonly name: string }
type Source = {
  readonly root: Root
  readonly areas: readonly Area[]
  /** Neighbours and their names, for the outline that came out. */
  readonly context: (outline: readonly Polygon[], plane: Plane) => Promise<readonly ContextFeature[]>
}

/** Simplifies until the budgets hold, then adds outline, label places, echo lines and context. */
export async function compileBoundaries(source: Source): Promise<Boundaries> {
  for (const interval of INTERVALS) {
    const areas = await simplifyAreas(source.areas, interval)
    if (JSON.stringify(areas).length > AREAS_BUDGET) continue
    const boundaries = await assemble(source, areas)
    if (sizesOf(boundaries).fits) return boundaries
  }
  throw new MapError(`边界数据过大，简化后仍超出体积预算（规则：各区划合计不超过${AREAS_BUDGET}字节）`)
}

async function assemble(source: Source, areas: readonly Area[]): Promise<Boundaries> {
  checkAreas(source.areas, areas)
  const outline = await dissolveAreas(areas)
  const plane = planeOf(outline)
  const { code, name } = source.root
  const echoes = await echoLines(outline, plane)
  return {
    type: 'FeatureCollection',
    features: [
      ...areaFeatures(areas, code, plane),
      {
        type: 'Feature',
        properties: { kind: 'outline', code, name },
        geometry: polygonGeometry(outline)
      },
      ...echoes.map((line, order) => ({
        type: 'Feature' as const,
        properties: { kind: 'echo' as const, order },
        geometry: { type: 'LineString' as const, coordinates: roundLine(line) }
      })),
      ...(await source.context(outline, plane))
    ]
  }
}

function areaFeatures(areas: readonly Area[], parent: string, plane: Plane): AreaFeature[] {
  const points = labelPoints(areas, plane)
  return areas.map(({ code, name, polygons }) => ({
    type: 'Feature',
    properties: {
      kind: 'area',
      code,
      parent,
      name,
      labelPoint: roundPosition(points.get(code) ?? plane.centre)
    },
    geometry: polygonGeometry(polygons)
  }))
}
