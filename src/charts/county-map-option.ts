import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import type { Feature } from '#contract/pack.ts'
import { alpha, mix, rampAt } from '#tokens/colour.ts'
import { MOTION } from '#tokens/durations.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import type { CountyMapModel, MapArea, MapFit } from './county-map.ts'
import { hatchPath, hatchPeriod, hatchWidth } from './hatch.ts'
import { aspectScaleAt, extentOf, fadingPaths, featurePath, linesOf, type Extent, type Project } from './map-geometry.ts'
import type { ChartContext } from './panel-data.ts'

/** One fixed name: registerMap never frees, so a new map takes the old one's place. */
export const MAP_NAME = 'region'

interface MapContext extends ChartContext {
  readonly fit: MapFit
  readonly selected: string | undefined
}

/** Labels are made for an outline 40 rem high; on a smaller one they shrink with it, down to a size that can be read in the hand. */
const labelScale = (tall: number, rem: number): number => Math.max(0.6, Math.min(1, tall / (40 * rem)))

interface Drawing {
  readonly model: CountyMapModel
  readonly ctx: MapContext
  readonly project: Project
  readonly labelScale: number
}

const outlineOf = (model: CountyMapModel): readonly Feature[] => {
  const outline = model.context.filter(({ properties }) => properties.kind === 'outline')
  return outline.length > 0 ? outline : model.areas.map(({ feature }) => feature)
}

/** Where the areas' bounding box lands: centred in the fit, as large as it allows, true to shape. */
function placement(extent: Extent, { width, height, rem, fit }: MapContext): { layoutCenter: [number, number]; layoutSize: number; tall: number } {
  const room = { width: Math.min(fit.width * rem, width), height: height - (fit.top + fit.bottom) * rem }
  const aspect = ((extent.east - extent.west) * aspectScaleAt(extent)) / (extent.north - extent.south)
  const tall = Math.min(room.height, room.width / aspect)
  return { layoutCenter: [width / 2, fit.top * rem + room.height / 2], layoutSize: Math.max(tall, tall * aspect), tall }
}

const shapeOf = (features: readonly Feature[], project: Project): string => features.map((feature) => featurePath(feature, project, true)).join('')

const path = (pathData: string, style: object, more: object = {}): object => ({
  type: 'path',
  silent: true,
  shape: { pathData },
  style: { fill: 'none', ...style },
  ...more
})

/** Neighbours and echo lines fade towards the edge of an ellipse around the map. */
function fade({ ctx }: Drawing): (x: number, y: number) => number {
  const { width, height, rem, fit } = ctx
  const [cx, cy] = [width / 2, (height + (fit.top - fit.bottom) * rem) / 2]
  const [rx, ry] = [Math.max(36 * rem, width * 0.5), Math.min(31 * rem, height * 0.56)]
  return (x, y) => {
    const distance = Math.hypot((x - cx) / rx, (y - cy) / ry)
    return Math.max(0, Math.min(1, (1 - distance) / 0.42))
  }
}

function neighbours(drawing: Drawing): object[] {
  const { model, ctx, project } = drawing
  const lines = model.context.filter(({ properties }) => properties.kind === 'neighbour').flatMap(linesOf)
  return fadingPaths(lines, project, fade(drawing)).map(({ path: data, opacity }) =>
    path(data, { stroke: ctx.theme.neighLine, lineWidth: 0.075 * ctx.rem, opacity })
  )
}

/** The brand's circles around the outline, each fainter than the one before. */
function echoes(drawing: Drawing): object[] {
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
function plateau({ model, ctx, project }: Drawing): object[] {
  const { theme, rem } = ctx
  const depth = 0.75 * rem
  const layers = Math.ceil(depth / 1.2)
  const outline = shapeOf(outlineOf(model), project)
  const shadow = path(outline, { fill: theme.shade, opacity: 0.42, shadowBlur: 2.2 * rem, shadowColor: theme.shade }, { y: depth * 2.2 })
  const steps = Array.from({ length: layers }, (_, index) => {
    const down = (layers - index) / layers
    return path(outline, { fill: mix(theme.side, theme.mapEdge, down * 0.85) }, { y: depth * down })
  })
  return theme.light ? steps : [shadow, ...steps]
}

const neighbourNames = ({ model, ctx, project, labelScale: scale }: Drawing): object[] =>
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

const fillOf = ({ share }: MapArea, { theme, muted }: MapContext): string =>
  share === null ? theme.bg2 : muted ? mix(theme.bg2, theme.neutral, 0.2 + share * 0.5) : rampAt(theme.ramp, share)

/** Stripes over a demo value's area; darker ones where the fill is bright. */
function stripes(area: MapArea, shape: string, { ctx, project, model }: Drawing): object[] {
  if (!area.demo) return []
  const { west, east, south, north } = extentOf([area.feature])
  const [[left = 0, top = 0], [right = 0, bottom = 0]] = [project([west, north]), project([east, south])]
  const dark = (area.share ?? 0) > 0.72 && !ctx.theme.light
  const colour = dark ? alpha(ctx.theme.bg0, 0.26) : alpha(ctx.theme.mapHatch, ctx.theme.light ? 0.42 : 0.24)
  const data = hatchPath({ x: left, y: top, width: right - left, height: bottom - top }, hatchPeriod(ctx.rem))
  return model.areas.length === 0
    ? []
    : [
        {
          type: 'group',
          silent: true,
          clipPath: { type: 'path', shape: { pathData: shape } },
          children: [path(data, { stroke: colour, lineWidth: hatchWidth(ctx.rem) })]
        }
      ]
}

function areaItem(drawing: Drawing, index: number): object {
  const { model, ctx, project } = drawing
  const area = model.areas[index]
  if (area === undefined) return { type: 'group', children: [] }
  const shape = shapeOf([area.feature], project)
  const border = { stroke: alpha(ctx.theme.mapEdge, ctx.theme.light ? 1 : 0.72), lineWidth: 0.11 * ctx.rem, lineJoin: 'round' }
  const fill = { type: 'path', shape: { pathData: shape }, style: { fill: fillOf(area, ctx), ...border }, transition: ['style'] }
  return { type: 'group', children: [fill, ...stripes(area, shape, drawing)] }
}

const gradient = (colorStops: object[], x2: number): object => ({ type: 'linear', x: 0, y: 0, x2, y2: 1, colorStops })

/** Light from the upper left over the whole plateau, weak enough to leave the fills their value; and its rim. */
function relief({ model, ctx, project }: Drawing): object[] {
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

function selection({ model, ctx, project }: Drawing): object[] {
  const area = model.areas.find(({ region }) => region.code === ctx.selected)
  if (area === undefined) return []
  const { accent, light } = ctx.theme
  return [
    path(shapeOf([area.feature], project), {
      stroke: accent,
      lineWidth: STROKE.accentRule * ctx.rem,
      lineJoin: 'round',
      ...(light ? {} : { shadowBlur: ctx.rem, shadowColor: alpha(accent, 0.55) })
    })
  ]
}

function label(drawing: Drawing, area: MapArea): object[] {
  const { ctx, project } = drawing
  const { theme } = ctx
  const rem = ctx.rem * drawing.labelScale
  const [x = 0, y = 0] = project(area.labelPoint)
  const onDark = !theme.light || (area.share ?? 0) > 0.5
  const fill = theme.light && onDark ? theme.bg0 : theme.mapText
  const halo = {
    stroke: alpha(theme.light ? fillOf(area, ctx) : mix(fillOf(area, ctx), theme.bg0, 0.42), theme.light ? 0.85 : 0.7),
    lineWidth: 0.26 * rem,
    lineJoin: 'round'
  }
  const line = (text: string, down: number, style: object): object => ({
    type: 'text',
    silent: true,
    style: { text, x, y: y + down * rem, align: 'center', verticalAlign: 'middle', fill, ...halo, fontWeight: 600, ...style }
  })
  const shrunk = (text: string, room: number): number => Math.max(0.6, Math.min(1, room / text.length))
  const name = { fontFamily: FONT.sans, fontSize: TYPE.county * rem * shrunk(area.region.name, 5) }
  if (area.text === '') return [line(area.region.name, 0, name)]
  const value =
    area.share === null
      ? { fontFamily: FONT.inline, fontSize: TYPE.min * rem, fontWeight: 400 }
      : { fontFamily: FONT.num, fontSize: TYPE.mapValue * rem * shrunk(area.text, 8) }
  const own = area.period === null ? [] : [line(area.period, 2.3, { fontFamily: FONT.inline, fontSize: TYPE.min * rem, fontWeight: 400 })]
  return [line(area.region.name, -0.8, name), line(area.text, 0.9, value), ...own]
}

type Layer = (drawing: Drawing) => object[]

/** A silent layer of one item that draws whatever `layer` returns. */
const layerSeries = (id: string, z: number, layer: Layer, base: Omit<Drawing, 'project'>): object => ({
  id,
  type: 'custom',
  coordinateSystem: 'geo',
  geoIndex: 0,
  z,
  silent: true,
  data: [0],
  renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => ({ type: 'group', children: layer({ ...base, project: (position) => api.coord([...position]) }) })
})

const ground: Layer = (drawing) => [...neighbours(drawing), ...echoes(drawing), ...plateau(drawing), ...neighbourNames(drawing)]
const labels: Layer = (drawing) => drawing.model.areas.flatMap((area) => label(drawing, area))

/** Stacked layers on one invisible geo: ground, areas (clickable, series id `areas`), relief, selection, labels. */
export function option(model: CountyMapModel, ctx: MapContext): EChartsCoreOption {
  const extent = extentOf(model.areas.map(({ feature }) => feature))
  const { tall, ...place } = placement(extent, ctx)
  const base = { model, ctx, labelScale: labelScale(tall, ctx.rem) }
  return {
    animation: true,
    animationDuration: 0,
    animationDurationUpdate: MOTION.metric,
    textStyle: { fontFamily: FONT.sans },
    geo: {
      map: MAP_NAME,
      silent: true,
      roam: false,
      aspectScale: aspectScaleAt(extent),
      ...place,
      itemStyle: { areaColor: 'transparent', borderWidth: 0 },
      label: { show: false },
      emphasis: { disabled: true }
    },
    series: [
      layerSeries('ground', 1, ground, base),
      {
        id: 'areas',
        type: 'custom',
        coordinateSystem: 'geo',
        geoIndex: 0,
        z: 2,
        data: model.areas.map((_, index) => index),
        renderItem: (params: { dataIndex: number }, api: CustomSeriesRenderItemAPI) =>
          areaItem({ ...base, project: (position) => api.coord([...position]) }, params.dataIndex)
      },
      layerSeries('relief', 3, relief, base),
      layerSeries('selection', 4, selection, base),
      layerSeries('labels', 5, labels, base)
    ]
  }
}
