import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { alpha, mix, rampAt } from '#tokens/colour.ts'
import { MOTION } from '#tokens/durations.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import type { CountyMapModel, MapArea } from './county-map.ts'
import { entering } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth } from './hatch.ts'
import { apart, type Placed } from './apart.ts'
import { labelColours } from './map-label.ts'
import { aspectScaleAt, extentOf } from './map-geometry.ts'
import { ground, path, placement, relief, shapeOf, type Ground, type GroundContext } from './map-ground.ts'

/** One fixed name: registerMap never frees, so a new map takes the old one's place. */
export const MAP_NAME = 'region'

interface MapContext extends GroundContext {
  /** The least scale of its labels. */
  readonly leastLabel: number
  readonly selected: string | undefined
}

/** Labels are made for an outline 40 rem high; on a smaller one they shrink with it, down to a size that can be read where it hangs. */
const labelScale = (tall: number, { rem, leastLabel }: MapContext): number => Math.max(leastLabel, Math.min(1, tall / (40 * rem)))

interface Drawing extends Ground {
  readonly model: CountyMapModel
  readonly ctx: MapContext
}

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
  return { type: 'group', children: entering(area.demo, [fill, ...stripes(area, shape, drawing)]) }
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

const shrunk = (text: string, room: number): number => Math.max(0.6, Math.min(1, room / text.length))

/** The room that a name over its value takes; digits of the number face are about 0.45 em wide. */
function labelBox({ project, ctx, labelScale }: Drawing, { region, text, labelPoint }: MapArea): Placed {
  const rem = ctx.rem * labelScale
  const [x = 0, y = 0] = project(labelPoint)
  const wide = Math.max(region.name.length * TYPE.county * shrunk(region.name, 5), text.length * 0.45 * TYPE.mapValue * shrunk(text, 8))
  return { x, y, width: wide * rem, height: (text === '' ? 1.5 : 3.2) * rem }
}

function label(drawing: Drawing, area: MapArea, down: number): object[] {
  const { ctx, project } = drawing
  const { theme } = ctx
  const rem = ctx.rem * drawing.labelScale
  const [x = 0, at = 0] = project(area.labelPoint)
  const y = at + down
  const colours = labelColours(fillOf(area, ctx), theme)
  const halo = { stroke: colours.halo, lineWidth: 0.26 * rem, lineJoin: 'round' }
  const line = (text: string, below: number, style: object): object => ({
    type: 'text',
    silent: true,
    style: { text, x, y: y + below * rem, align: 'center', verticalAlign: 'middle', fill: colours.text, ...halo, fontWeight: 600, ...style }
  })
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

const AREAS = 2

/**
 * The areas have a canvas of their own: while their fills change, the ground's soft shadows beneath and the relief's above
 * stand still, and only what moves is drawn in each frame.
 */
const depthOf = (z: number): object => ({ z, zlevel: z < AREAS ? 0 : z === AREAS ? 1 : 2 })

/** A silent layer of one item that draws whatever `layer` returns. */
const layerSeries = (id: string, z: number, layer: Layer, base: Omit<Drawing, 'project'>): object => ({
  id,
  type: 'custom',
  coordinateSystem: 'geo',
  geoIndex: 0,
  ...depthOf(z),
  silent: true,
  data: [0],
  renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => ({ type: 'group', children: layer({ ...base, project: (position) => api.coord([...position]) }) })
})

/** Small areas side by side: their labels give way to each other. */
function labels(drawing: Drawing): object[] {
  const { areas } = drawing.model
  const down = apart(areas.map((area) => labelBox(drawing, area)))
  return areas.flatMap((area, index) => label(drawing, area, down[index] ?? 0))
}

/** Stacked layers on one invisible geo: ground, areas (clickable, series id `areas`), relief, selection, labels. */
export function option(model: CountyMapModel, ctx: MapContext): EChartsCoreOption {
  const extent = extentOf(model.areas.map(({ feature }) => feature))
  const { tall, ...place } = placement(extent, ctx)
  const base = { model, ctx, labelScale: labelScale(tall, ctx) }
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
      layerSeries('ground', 1, (drawing) => ground(drawing), base),
      {
        id: 'areas',
        type: 'custom',
        coordinateSystem: 'geo',
        geoIndex: 0,
        ...depthOf(AREAS),
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
