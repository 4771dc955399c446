// The few GeoJSON shapes the map command reads and writes; positions are [lon, lat] in degrees.

export type Position = readonly [number, number]
export type Line = readonly Position[]
/** Outer ring first, holes after it; every ring repeats its first position at the end. */
export type Polygon = readonly Line[]

export type PolygonGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Polygon[] }
export type LineGeometry =
  | { readonly type: 'LineString'; readonly coordinates: Line }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] }
export type PointGeometry = { readonly type: 'Point'; readonly coordinates: Position }
export type Geometry = PolygonGeometry | LineGeometry | PointGeometry

export type Feature<G, P> = {
  readonly type: 'Feature'
  readonly properties: P
  readonly geometry: G
}
export type FeatureCollection<F> = {
  readonly type: 'FeatureCollection'
  readonly features: readonly F[]
}

/** A county with its shape, before any label or simplification. */
export type Area = {
  readonly code: string
  readonly name: string
  readonly polygons: readonly Polygon[]
}

export function polygonsOf(geometry: PolygonGeometry): readonly Polygon[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
}

export function polygonGeometry(polygons: readonly Polygon[]): PolygonGeometry {
  const [only] = polygons
  return only && polygons.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons }
}

export function linesOf(geometry: LineGeometry): readonly Line[] {
  return geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
}

export function lineGeometry(lines: readonly Line[]): LineGeometry {
  const [only] = lines
  return only && lines.length === 1 ? { type: 'LineString', coordinates: only } : { type: 'MultiLineString', coordinates: lines }
}
