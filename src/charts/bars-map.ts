import type { Feature, FeatureCollection } from '#contract/pack.ts'
import { alpha, rampAt } from '#tokens/colour.ts'
import type { Theme } from '#tokens/themes.ts'
import type { BarsModel, BarsRow } from './bars.ts'
import { hatchPath } from './hatch.ts'
import { aspectScaleAt, extentOf, featurePath, type Extent, type Position, type Project } from './map-geometry.ts'
import { labelColours, type LabelColours } from './map-label.ts'

/** The box that the areas are fitted into, in px. */
export interface BarsMapRoom {
  readonly width: number
  readonly height: number
  readonly theme: Theme
}

export interface BarsMapArea {
  readonly code: string
  readonly name: string
  readonly path: string
  readonly fill: string
  /** Stripes of a demo value, to be clipped to the area; null for any other. */
  readonly hatch: string | null
  readonly stripe: string
  readonly label: LabelColours & { readonly x: number; readonly y: number }
}

const INSET = 4
const STRIPES = 11

/** True to shape, as large as the box allows, in its middle. */
function projectionInto(extent: Extent, { width, height }: BarsMapRoom): Project {
  const squeeze = aspectScaleAt(extent)
  const [wide, tall] = [(extent.east - extent.west) * squeeze, extent.north - extent.south]
  const scale = Math.min((width - 2 * INSET) / wide, (height - 2 * INSET) / tall)
  const [left, top] = [(width - wide * scale) / 2, (height - tall * scale) / 2]
  return ([lon = 0, lat = 0]: Position) => [left + (lon - extent.west) * squeeze * scale, top + (extent.north - lat) * scale]
}

function stripesOver(feature: Feature, project: Project): string {
  const { west, east, south, north } = extentOf([feature])
  const [[left = 0, top = 0], [right = 0, bottom = 0]] = [project([west, north]), project([east, south])]
  return hatchPath({ x: left, y: top, width: right - left, height: bottom - top }, STRIPES)
}

/** Where a bar's share of the longest stands on the ramp: the shortest is not nothing, and not white. */
const shareOf = ({ value }: BarsRow, low: number, high: number): number => (high === low ? 0.5 : ((value ?? low) - low) / (high - low))

interface Drawing extends BarsMapRoom {
  readonly project: Project
  readonly low: number
  readonly high: number
}

function areaOf(row: BarsRow, feature: Feature, { project, low, high, theme }: Drawing): BarsMapArea {
  const [lon = 0, lat = 0] = feature.properties.labelPoint ?? []
  const [x = 0, y = 0] = project([lon, lat])
  const fill = row.value === null ? theme.bg2 : rampAt(theme.ramp, shareOf(row, low, high))
  return {
    code: row.key,
    name: row.name,
    path: featurePath(feature, project, true),
    fill,
    hatch: row.look === 'demo' ? stripesOver(feature, project) : null,
    stripe: alpha(theme.mapHatch, theme.light ? 0.42 : 0.24),
    label: { x, y, ...labelColours(fill, theme) }
  }
}

/** Where the areas of the bars lie, in the colours of a map: for who does not know them by name. Empty where one has no outline. */
export function barsMap({ rows }: BarsModel, boundaries: FeatureCollection | undefined, room: BarsMapRoom): readonly BarsMapArea[] {
  const found = rows.map((row) => ({
    row,
    feature: boundaries?.features.find(({ properties }) => properties.kind === 'area' && properties.code === row.key)
  }))
  const features = found.flatMap(({ feature }) => feature ?? [])
  if (features.length === 0 || features.length < rows.length) return []
  const values = rows.flatMap(({ value }) => value ?? [])
  const drawing = { ...room, project: projectionInto(extentOf(features), room), low: Math.min(...values), high: Math.max(...values) }
  return found.flatMap(({ row, feature }) => (feature === undefined ? [] : [areaOf(row, feature, drawing)]))
}
