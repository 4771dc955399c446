import type { Feature } from '#contract/pack.ts'

export type Position = readonly number[]
export type Project = (position: Position) => readonly number[]

/** The rings or lines of a feature, whatever its geometry type. */
export function linesOf({ geometry }: Feature): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]]
    case 'LineString':
      return [geometry.coordinates]
    case 'MultiLineString':
      return geometry.coordinates
    case 'Polygon':
      return geometry.coordinates
    case 'MultiPolygon':
      return geometry.coordinates.flat()
  }
}

const pair = (project: Project, position: Position): string =>
  project(position)
    .map((value) => value.toFixed(1))
    .join(' ')

export const linePath = (line: readonly Position[], project: Project, closed: boolean): string =>
  line.length === 0 ? '' : `M${line.map((position) => pair(project, position)).join('L')}${closed ? 'Z' : ''}`

export const featurePath = (feature: Feature, project: Project, closed: boolean): string =>
  linesOf(feature)
    .map((line) => linePath(line, project, closed))
    .join('')

export interface Extent {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

export function extentOf(features: readonly Feature[]): Extent {
  const points = features.flatMap((feature) => linesOf(feature).flat())
  const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)]
  return { west: Math.min(...lons), east: Math.max(...lons), south: Math.min(...lats), north: Math.max(...lats) }
}

/** Degrees of longitude shrink with latitude: without this the map would be too wide. */
export const aspectScaleAt = ({ south, north }: Extent): number => Math.cos((((south + north) / 2) * Math.PI) / 180)

/** The path's points that fade with distance, cut into steps of equal opacity. */
export function fadingPaths(
  lines: readonly (readonly Position[])[],
  project: Project,
  opacityAt: (x: number, y: number) => number,
  steps = 6
): { readonly path: string; readonly opacity: number }[] {
  const paths = Array.from({ length: steps }, () => '')
  for (const line of lines) {
    let before: readonly number[] | null = null
    for (const position of line) {
      const point = project(position)
      const [x = 0, y = 0] = point
      const step = Math.ceil(opacityAt(x, y) * steps) - 1
      if (before !== null && step >= 0) paths[step] += `M${(before[0] ?? 0).toFixed(1)} ${(before[1] ?? 0).toFixed(1)}L${x.toFixed(1)} ${y.toFixed(1)}`
      before = point
    }
  }
  return paths.map((path, index) => ({ path, opacity: (index + 1) / steps })).filter(({ path }) => path !== '')
}
