import * as z from 'zod/mini'
import { Indicator } from '#contract/indicator.ts'
import { IndicatorId, ObservationInput, RegionCode } from '#contract/observation.ts'
import { Region } from '#contract/region.ts'
import { Scene, SceneId } from '#contract/scene.ts'
import { WallSettings } from '#contract/wall.ts'

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max))

export const Source = z.strictObject({
  id: text(40),
  title: text(80),
  publisher: z.optional(text(80)),
  period: z.optional(text(40)),
  note: z.optional(text(200))
})

export const Milestone = z.strictObject({
  date: z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  name: text(40),
  shortName: z.optional(text(12)),
  highlight: z.optional(z.boolean())
})

export const Programme = z.strictObject({ theme: SceneId, name: text(40) })

/** Where the boundaries come from. A map without 审图号 is a schematic and says so on screen. */
export const MapTerms = z.strictObject({ file: text(80), schematic: z.boolean(), reviewNo: z.nullable(text(40)), source: text(200), terms: text(200) })

/** The codes of a dimension, in order, with their names. */
export const CodeList = z.strictObject({
  dimension: text(40),
  /** The names are invented: where demo figures are off, so is the list. */
  demo: z.optional(z.boolean()),
  /** Indicators whose total these codes split without remainder. The stages of a process split nothing. */
  splits: z.optional(z.array(IndicatorId)),
  codes: z.array(z.strictObject({ code: text(64), name: text(40) }))
})

export const PackInfo = z.strictObject({
  id: SceneId,
  title: text(20),
  product: text(20),
  root: RegionCode,
  timeZone: text(40),
  /** Counts under this are suppressed everywhere (status Q). 0 switches suppression off. */
  threshold: z.int().check(z.nonnegative()),
  map: MapTerms,
  sources: z.array(Source),
  themes: z.array(z.strictObject({ id: SceneId, name: text(20) })),
  scenes: z.array(SceneId).check(z.minLength(1)),
  milestones: z.array(Milestone),
  programmes: z.array(Programme),
  codeLists: z.array(CodeList),
  /** Packs stored with older releases have none. */
  wall: z.optional(WallSettings)
})

const Position = z.array(z.number()).check(z.minLength(2), z.maxLength(3))
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: Position }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(Position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position))) })
])

/** GeoJSON (RFC 7946). `kind` tells what a feature is for: area, outline, echo, neighbour, neighbour-label. */
export const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({
    kind: z.enum(['area', 'outline', 'echo', 'neighbour', 'neighbour-label']),
    code: z.optional(z.string()),
    parent: z.optional(z.string()),
    name: z.optional(z.string()),
    order: z.optional(z.int()),
    labelPoint: z.optional(Position)
  }),
  geometry: Geometry
})

export const FeatureCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) })

/** Everything a deployment brings, as stored with a release. */
export const PackDocument = z.strictObject({
  info: PackInfo,
  regions: z.array(Region),
  indicators: z.array(Indicator),
  scenes: z.array(Scene),
  boundaries: FeatureCollection
})

export const PackObservations = z.array(ObservationInput)

export type CodeList = z.infer<typeof CodeList>
export type Programme = z.infer<typeof Programme>
export type Source = z.infer<typeof Source>
export type Milestone = z.infer<typeof Milestone>
export type PackInfo = z.infer<typeof PackInfo>
export type PackDocument = z.infer<typeof PackDocument>
export type Feature = z.infer<typeof Feature>
export type FeatureCollection = z.infer<typeof FeatureCollection>
