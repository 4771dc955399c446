import { polygonGeometry, polygonsOf } from './geometry.ts'
import type { Area, Polygon, PolygonGeometry } from './geometry.ts'
import { MapError } from './map-error.ts'
import { PRECISION } from './round.ts'
import { runMapshaper } from './run-mapshaper.ts'
import type { Layer } from './run-mapshaper.ts'

// Sources digitise a common border twice; points this close (degrees, about 130 m) are one point.
const SNAP = 0.0012
// Cracks and crumbs below these sizes come from the digitising, not from the ground.
const CLEAN = '-clean gap-fill-area=3km2 sliver-control=0.9'
const CRUMBS = '-filter-islands min-area=1km2'

/** Simplified areas with common borders, sorted by code; `interval` is in metres. */
export async function simplifyAreas(areas: readonly Area[], interval: number): Promise<Area[]> {
  const simplified = await runMapshaper<PolygonGeometry, { code: string; name: string }>({
    layer: layerOf(areas),
    importOptions: `snap-interval=${SNAP}`,
    commands: `${CLEAN} ${CRUMBS} -simplify interval=${interval} keep-shapes ${CLEAN}`,
    outputOptions: `precision=${PRECISION}`
  })
  return simplified.features
    .map(({ properties, geometry }) => ({ ...properties, polygons: polygonsOf(geometry) }))
    .sort((a, b) => a.code.localeCompare(b.code, 'en'))
}

/** The union of areas that share their borders: exactly their outer vertices. */
export async function dissolveAreas(areas: readonly Area[]): Promise<readonly Polygon[]> {
  const { features } = await runMapshaper<PolygonGeometry, null>({
    layer: layerOf(areas),
    commands: '-dissolve'
  })
  const [outline] = features
  if (!outline) throw new MapError('合并后没有轮廓（规则：至少要有一个面要素）')
  return polygonsOf(outline.geometry)
}

function layerOf(areas: readonly Area[]): Layer<PolygonGeometry, { code: string; name: string }> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ code, name, polygons }) => ({
      type: 'Feature',
      properties: { code, name },
      geometry: polygonGeometry(polygons)
    }))
  }
}
