import type { Feature, FeatureCollection } from './geometry.ts'
import type { LineGeometry, PointGeometry, PolygonGeometry, Position } from './geometry.ts'

// The features of packs/<pack>/boundaries.geo.json, in the order in which they stand there.

export type AreaFeature = Feature<
  PolygonGeometry,
  {
    readonly kind: 'area'
    readonly code: string
    readonly parent: string
    readonly name: string
    /** Middle of a two-line label. */
    readonly labelPoint: Position
  }
>
type OutlineFeature = Feature<PolygonGeometry, { readonly kind: 'outline'; readonly code: string; readonly name: string }>
type EchoFeature = Feature<LineGeometry, { readonly kind: 'echo'; readonly order: number }>
export type NeighbourFeature = Feature<LineGeometry, { readonly kind: 'neighbour'; readonly name: string }>
export type NeighbourLabelFeature = Feature<PointGeometry, { readonly kind: 'neighbour-label'; readonly name: string }>

export type ContextFeature = NeighbourFeature | NeighbourLabelFeature
export type BoundaryFeature = AreaFeature | OutlineFeature | EchoFeature | ContextFeature
export type Boundaries = FeatureCollection<BoundaryFeature>

export function isArea(feature: BoundaryFeature): feature is AreaFeature {
  return feature.properties.kind === 'area'
}

export function isContext(feature: BoundaryFeature): feature is ContextFeature {
  const { kind } = feature.properties
  return kind === 'neighbour' || kind === 'neighbour-label'
}
