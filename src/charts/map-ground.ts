import type { Feature } from '#contract/pack.ts'
import { alpha, mix } from '#tokens/colour.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import type { MapFit } from './county-map.ts'
import { aspectScaleAt, fadingPaths, featurePath, linesOf, type Extent, type Project } from './map-geometry.ts'
import type { ChartContext } from './panel-data.ts'

export interface GroundContext extends ChartContext {
  readonly fit: MapFit
}

/** What lies under the values of a map: its areas, their surroundings, and how places come to be pixels. */
export interface Ground {
  readonly model: { readonly areas: readonly { readonly feature: Feature }[]; readonly context: readonly Feature[] }
  readonly ctx: GroundContext
  readonly project: Project
  /** Under 1 on a small map, whose labels shrink with it. */
  readonly labelScale: number
}

const outlineOf = (model: Ground['model']): readonly Feature[] => {
  const outline = model.context.filter(({ properties }) => properties.kind === 'outline')
  return outline.length > 0 ? outline : model.areas.map(({ feature }) => feature)
}

/** Where the areas' bounding box lands: centred in the fit, as large as it allows, true to shape. */
export function placement(extent: Extent, { width, height, rem, fit }: GroundContext): { layoutCenter: [number, number]; layoutSize: number; tall: number } {
  const room = { width: Math.min(fit.width * rem, width), height: height - (fit.top + fit.bottom) * rem }
  const aspect = ((extent.east - extent.west) * aspectScaleAt(extent)) / (extent.north - extent.south)
  const tall = Math.min(room.height, room.width / aspect)
  return { layoutCenter: [width / 2, fit.top * rem + room.height / 2], layoutSize: Math.max(tall, tall * aspect), tall }
}

/** The same place without a chart: degrees to pixels, for what must know its places before it is drawn. */
export function projectionOf(extent: Extent, ctx: GroundContext): { readonly project: Project; readonly tall: number } {
  const {
    layoutCenter: [x, y],
    tall
  } = placement(extent, ctx)
  const [lon, lat] = [(extent.west + extent.east) / 2, (extent.south + extent.north) / 2]
  const [scale, squeeze] = [tall / (extent.north - extent.south), aspectScaleAt(extent)]
  return { tall, project: ([east = 0, north = 0]) => [x + (east - lon) * squeeze * scale, y - (north - lat) * scale] }
}

export const shapeOf = (features: readonly Feature[], project: Project): string => features.map((feature) => featurePath(feature, project, true)).join('')

export const path = (pathData: string, style: object, more: object = {}): object => ({
  type: 'path',
  silent: true,
  shape: { pathData },
  style: { fill: 'none', ...style },
  ...more
})

/** Neighbours and echo lines fade towards the edge of an ellipse around the map. */
function fade({ ctx }: Ground): (x: number, y: number) => number {
  const { width, height, rem, fit } = ctx
  const [cx, cy] = [width / 2, (height + (fit.top - fit.bottom) * rem) / 2]
  const [rx, ry] = [Math.max(36 * rem, width * 0.5), Math.min(31 * rem, height * 0.56)]
  return (x, y) => {
    const distance = Math.hypot((x - cx) / rx, (y - cy) / ry)
    return Math.max(0, Math.min(1, (1 - distance) / 0.42))
  }
}

function neighbours(drawing: Ground): object[] {
  const { model, ctx, project } = drawing
  const lines = model.context.filter(({ properties }) => properties.kind === 'neighbour').flatMap(linesOf)
  return fadingPaths(lines, project, fade(drawing)).map(({ path: data, opacity }) =>
    path(data, { stroke: ctx.theme.neighLine, lineWidth: 0.075 * ctx.rem, opacity })
  )
}

/** The brand's circles around the outline, each fainter than the one before. */
function echoes(drawing: Ground): object[] {
  const { model, ctx, project } = drawing
  const colour = ctx.theme.light ? ctx.theme.line2 : (ctx.theme.ramp[4] ?? ctx.theme.line2)
  return model.context
    .filter(({ properties }) => properties.kind === 'echo')
    .flatMap((feature) =>
      fadingPaths(linesOf(feature), project, fade(drawing)).map(({ path: data, opacity }) =>
        path(data, { stroke: colour, lineWidth: 0.085 * ctx.rem, opacity: opacity * (ctx.theme.light ? 0.5 : 0.62) * 0.68 ** (feature.properties.order ?? 0) })
      )
    )
}

/** The plateau's edge: the outline again and again, a pixel lower each time and darker. */
function plateau({ model, ctx, project }: Ground, thickness: number): object[] {
  const { theme, rem } = ctx
  const depth = thickness * rem
  const layers = Math.ceil(depth / 1.2)
  const outline = shapeOf(outlineOf(model), project)
  const shadow = path(outline, { fill: theme.shade, opacity: 0.42, shadowBlur: 2.2 * rem, shadowColor: theme.shade }, { y: depth * 2.2 })
  const steps = Array.from({ length: layers }, (_, index) => {
    const down = (layers - index) / layers
    return path(outline, { fill: mix(theme.side, theme.mapEdge, down * 0.85) }, { y: depth * down })
  })
  return theme.light ? steps : [shadow, ...steps]
}

const neighbourNames = ({ model, ctx, project, labelScale: scale }: Ground): object[] =>
  // On a small map they would stand on the counties.
  scale < 1
    ? []
    : model.context
        .filter(({ properties }) => properties.kind === 'neighbour-label')
        .flatMap((feature) => {
          const [x = 0, y = 0] = project(linesOf(feature)[0]?.[0] ?? [])
          const half = ((feature.properties.name ?? '').length / 2 + 0.5) * TYPE.min * ctx.rem
          if (y < 5.5 * ctx.rem || y > ctx.height + 3 * ctx.rem) return []
          const style = {
            text: feature.properties.name,
            x: Math.max(half, Math.min(ctx.width - half, x)),
            y: Math.min(y, ctx.height - 1.2 * ctx.rem),
            align: 'center',
            verticalAlign: 'middle',
            fill: ctx.theme.t3,
            fontFamily: FONT.inline,
            fontSize: TYPE.min * ctx.rem
          }
          return [{ type: 'text', silent: true, style }]
        })

const gradient = (colorStops: object[], x2: number): object => ({ type: 'linear', x: 0, y: 0, x2, y2: 1, colorStops })

/** Light from the upper left over the whole plateau, weak enough to leave the fills their value; and its rim. */
export function relief({ model, ctx, project }: Ground): object[] {
  const { theme, rem } = ctx
  const outline = shapeOf(outlineOf(model), project)
  if (theme.light) return [path(outline, { stroke: theme.line2, lineWidth: STROKE.hair * rem })]
  const bright = theme.ramp[5] ?? theme.data
  const light = gradient(
    [
      { offset: 0, color: alpha(bright, 0.15) },
      { offset: 0.5, color: alpha(bright, 0) },
      { offset: 1, color: alpha(theme.shade, 0.26) }
    ],
    0.75
  )
  const rim = gradient(
    [
      { offset: 0, color: alpha(theme.t1, 0.95) },
      { offset: 0.55, color: alpha(theme.ramp[4] ?? bright, 0.65) },
      { offset: 1, color: alpha(theme.ramp[3] ?? bright, 0.35) }
    ],
    0.8
  )
  const glow = path(outline, { stroke: alpha(theme.t1, 0.16), lineWidth: 0.4 * rem, shadowBlur: 1.1 * rem, shadowColor: alpha(theme.t1, 0.6) })
  return [
    path(outline, { fill: light }),
    { type: 'group', silent: true, clipPath: { type: 'path', shape: { pathData: outline } }, children: [glow] },
    path(outline, { stroke: rim, lineWidth: 0.11 * rem, lineJoin: 'round' })
  ]
}

/** The plateau's usual thickness in rem. */
const THICKNESS = 0.75

/** Everything under the areas. */
export const ground = (drawing: Ground, thickness = THICKNESS): object[] => [
  ...neighbours(drawing),
  ...echoes(drawing),
  ...plateau(drawing, thickness),
  ...neighbourNames(drawing)
]
