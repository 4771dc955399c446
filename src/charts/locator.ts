import type { Feature, FeatureCollection } from '#contract/pack.ts'
import { aspectScaleAt, extentOf, featurePath, linesOf, type Extent, type Position, type Project } from './map-geometry.ts'

/** The box that the areas are fitted into, in the svg's own units. */
export const LOCATOR = { width: 100, height: 90, inset: 2 } as const

export interface LocatorArea {
  readonly code: string
  readonly path: string
  readonly lit: boolean
}

export interface Locator {
  readonly areas: readonly LocatorArea[]
  readonly viewBox: string
}

/** True to shape, as large as the box allows, in its middle. */
function projectionInto({ west, east, south, north }: Extent): Project {
  const squeeze = aspectScaleAt({ west, east, south, north })
  const [wide, tall] = [(east - west) * squeeze, north - south]
  const scale = Math.min((LOCATOR.width - 2 * LOCATOR.inset) / wide, (LOCATOR.height - 2 * LOCATOR.inset) / tall)
  const [left, top] = [(LOCATOR.width - wide * scale) / 2, (LOCATOR.height - tall * scale) / 2]
  return ([lon = 0, lat = 0]: Position) => [left + (lon - west) * squeeze * scale, top + (north - lat) * scale]
}

const isDrawn = (feature: Feature): boolean => linesOf(feature).some((line) => line.length > 2)

/** A small map of all areas with one of them lit; null where the boundaries do not have it. */
export function locatorOf(boundaries: FeatureCollection | undefined, lit: string): Locator | null {
  const areas = (boundaries?.features ?? []).filter((feature) => feature.properties.kind === 'area' && isDrawn(feature))
  if (!areas.some(({ properties }) => properties.code === lit)) return null
  const project = projectionInto(extentOf(areas))
  return {
    viewBox: `0 0 ${LOCATOR.width} ${LOCATOR.height}`,
    areas: areas.map((feature) => ({
      code: feature.properties.code ?? '',
      path: featurePath(feature, project, true),
      lit: feature.properties.code === lit
    }))
  }
}
