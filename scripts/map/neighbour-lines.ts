import type { NeighbourFeature } from './boundary-features.ts'
import { lineGeometry, linesOf, polygonGeometry } from './geometry.ts'
import type { Area, Line, LineGeometry, Position } from './geometry.ts'
import type { Plane } from './plane.ts'
import { PRECISION, roundLine } from './round.ts'
import { runMapshaper } from './run-mapshaper.ts'

// What a 32:9 wall can show around the outline, in rem from its centre.
const REACH_X = 62
const REACH_Y = 36
// Orientation lines only: coarser than the counties (degrees, metres).
const SNAP = 0.0015
const INTERVAL = 600
// Positions; no salient worth drawing is shorter.
const LOOP = 8
// Stands for the city itself in the sort order: borders with it are its outline and are drawn once, as that.
const SELF = 0

export type City = { readonly name: string; readonly areas: readonly Area[] }

/** Borders of the cities around `self`: each border once, with the first city it belongs to; clipped to the wall. */
export async function neighbourLines(self: readonly Area[], neighbours: readonly City[], plane: Plane): Promise<NeighbourFeature[]> {
  const { features } = await runMapshaper<LineGeometry, { order: number }>({
    layer: layerOf([{ name: '', areas: self }, ...neighbours]),
    importOptions: `snap-interval=${SNAP}`,
    commands: [
      '-dissolve order -clean gap-fill-area=8km2 sliver-control=1',
      '-lines each="order = B ? Math.min(A.order, B.order) : A.order"',
      `-filter "order > ${SELF}" -clip bbox=${boxAround(plane)}`,
      `-simplify interval=${INTERVAL} -dissolve order -sort order`
    ].join(' '),
    outputOptions: `precision=${PRECISION}`
  })
  return features.map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: { kind: 'neighbour', name: neighbours[properties.order - 1]?.name ?? '' },
    geometry: lineGeometry(linesOf(geometry).map((line) => withoutLoops(roundLine(line))))
  }))
}

// A salient simplified to a thread would stand on the line as a spur: where the line comes back to a place, it is cut short.
function withoutLoops(line: Line): Line {
  const kept: Position[] = []
  for (const position of line) {
    const back = kept.slice(-LOOP).findLastIndex(([lon, lat]) => lon === position[0] && lat === position[1])
    if (back < 0) kept.push(position)
    else kept.splice(Math.max(0, kept.length - LOOP) + back + 1)
  }
  return kept
}

function layerOf(cities: readonly City[]) {
  return {
    type: 'FeatureCollection',
    features: cities.flatMap(({ areas }, order) =>
      areas.map(({ polygons }) => ({
        type: 'Feature' as const,
        properties: { order },
        geometry: polygonGeometry(polygons)
      }))
    )
  } as const
}

function boxAround(plane: Plane): string {
  const southWest = plane.fromPlane([-REACH_X, -REACH_Y])
  const northEast = plane.fromPlane([REACH_X, REACH_Y])
  return [...southWest, ...northEast].join(',')
}
