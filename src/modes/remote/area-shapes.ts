import type { EndpointAnswer } from '#contract/endpoints.ts'

type Boundaries = EndpointAnswer<'boundaries'>

export interface AreaShapes {
  readonly viewBox: string
  readonly areas: readonly { readonly code: string; readonly path: string }[]
}

type Point = readonly [number, number]

const isPoint = (value: unknown): value is Point => Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number'

/** The rings of a polygon or of several, however deep they lie. */
function ringsOf(coordinates: unknown): Point[][] {
  if (!Array.isArray(coordinates)) return []
  return coordinates.every(isPoint) ? [coordinates] : coordinates.flatMap(ringsOf)
}

const WIDTH = 1_000

/** The areas of a boundary file as paths in one box: degrees of longitude are as short as they are at that latitude. */
export function areaShapes({ features }: Boundaries): AreaShapes {
  const areas = features.flatMap(({ properties, geometry }) =>
    properties.kind === 'area' && properties.code !== undefined ? [{ code: properties.code, rings: ringsOf(geometry.coordinates) }] : []
  )
  const points = areas.flatMap(({ rings }) => rings.flat())
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [west, south, north] = [Math.min(...xs), Math.min(...ys), Math.max(...ys)]
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const unit = WIDTH / Math.max(1e-9, (Math.max(...xs) - west) * squeeze)
  const at = ([x, y]: Point): string => `${((x - west) * squeeze * unit).toFixed(1)} ${((north - y) * unit).toFixed(1)}`
  return {
    viewBox: `-8 -8 ${WIDTH + 16} ${((north - south) * unit + 16).toFixed(1)}`,
    areas: areas.map(({ code, rings }) => ({ code, path: rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('') }))
  }
}
