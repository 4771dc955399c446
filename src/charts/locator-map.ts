import type { FeatureCollection } from '#contract/pack.ts'
import { alpha, rampAt } from '#tokens/colour.ts'
import { PICTURE } from '#tokens/sizes.ts'
import { apart } from './apart.ts'
import { labelColours } from './map-label.ts'
import { aspectScaleAt, extentOf, featurePath, linesOf, type Project } from './map-geometry.ts'
import type { Room, Shape } from './picture.ts'

/** An area with its place on the ramp, 0..1; null where it has no value. */
export interface ShadedArea {
  readonly code: string
  readonly name: string
  readonly share: number | null
  readonly demo: boolean
}

interface Box {
  readonly width: number
  readonly height: number
}

type Feature = FeatureCollection['features'][number]

/** True to shape, as large as the box allows, in its middle. */
function projectionInto(features: readonly Feature[], { width, height }: Box): Project {
  const extent = extentOf(features)
  const squeeze = aspectScaleAt(extent)
  const [wide, tall] = [(extent.east - extent.west) * squeeze, extent.north - extent.south]
  const scale = Math.min(width / wide, height / tall)
  const [left, top] = [(width - wide * scale) / 2, (height - tall * scale) / 2]
  return ([lon = 0, lat = 0]) => [left + (lon - extent.west) * squeeze * scale, top + (extent.north - lat) * scale]
}

function areaShapes(feature: Feature, { share, demo }: ShadedArea, project: Project, { theme }: Room): Shape[] {
  const fill = share === null ? theme.bg2 : rampAt(theme.ramp, share)
  const dark = (share ?? 0) > 0.72 && !theme.light
  const stripes = dark ? alpha(theme.bg0, 0.26) : alpha(theme.mapHatch, theme.light ? 0.42 : 0.24)
  return [
    {
      kind: 'path',
      d: featurePath(feature, project, true),
      fill: demo ? { hatch: stripes, ground: fill, period: 9, stripe: 2 } : fill,
      stroke: theme.mapEdge,
      strokeWidth: 1.4,
      round: true
    }
  ]
}

/** Names at their areas; those that would stand on each other give way. */
function names(found: readonly (readonly [Feature, ShadedArea])[], project: Project, room: Room): Shape[] {
  const letters = { font: 'sans', weight: 600, size: PICTURE.min } as const
  const at = found.map(([feature, { name }]) => {
    const [x = 0, y = 0] = project(feature.properties.labelPoint ?? linesOf(feature)[0]?.[0] ?? [])
    return { x, y, width: room.measure(name, letters) + 2, height: 18 }
  })
  const down = apart(at)
  return found.map(([, { name, share }], index): Shape => {
    const { text, halo } = labelColours(share === null ? room.theme.bg2 : rampAt(room.theme.ramp, share), room.theme)
    const { x = 0, y = 0 } = at[index] ?? {}
    return { kind: 'text', ...letters, text: name, x, y: y + (down[index] ?? 0) + 5, align: 'middle', fill: text, halo: { colour: halo, width: 3 } }
  })
}

/** A small map that shows where the areas of a list lie and how they compare; none where the boundaries lack one of them. */
export function locatorMap(areas: readonly ShadedArea[], boundaries: FeatureCollection | undefined, box: Box, room: Room): readonly Shape[] {
  const found = areas.flatMap((area): (readonly [Feature, ShadedArea])[] => {
    const feature = boundaries?.features.find(({ properties }) => properties.kind === 'area' && properties.code === area.code)
    return feature === undefined ? [] : [[feature, area]]
  })
  if (found.length === 0 || found.length < areas.length) return []
  const project = projectionInto(
    found.map(([feature]) => feature),
    box
  )
  return [...found.flatMap(([feature, area]) => areaShapes(feature, area, project, room)), ...names(found, project, room)]
}
