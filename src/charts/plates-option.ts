import type { EChartsCoreOption } from 'echarts/core'
import { alpha, mix } from '#tokens/colour.ts'
import { DEMO, FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import type { Theme } from '#tokens/themes.ts'
import { widest } from './chart-text.ts'
import { moreOf } from './counted.ts'
import { entering } from './entrance.ts'
import { extentOf } from './map-geometry.ts'
import { ground, path, projectionOf, relief, shapeOf, type Ground, type GroundContext } from './map-ground.ts'
import { labelColours } from './map-label.ts'
import { platesLayout, RING, type PlacedPlate, type PlatesLayout, type PlateSize } from './plates-layout.ts'
import type { Count, Plate, PlatesFit, PlatesModel } from './plates.ts'

export interface PlatesContext extends GroundContext {
  readonly fit: PlatesFit
  /** The least scale of the names. */
  readonly leastLabel: number
  readonly selected: string | undefined
}

/** The table cloth lies thicker than the usual map, so that the plates lie on something. */
const THICKNESS = 1.1
/** The golden angle: the rings inside lie as seeds do, evenly at every count. */
const GOLDEN = 2.399963
/** Of rings beyond the count. */
const FAINT = 0.36
/** Neighbours are not named: their names would stand between plates. */
const NO_NEIGHBOURS = 0
const NAME_GAP = 0.45
const NUMBER = 1.75
const HEIGHT = 2
/** Rings are made for an outline this high, in rem; on a smaller map they shrink with it. */
const TALL = 51

/** Names are made for an outline 40 rem high. */
const nameScale = (tall: number, { rem, leastLabel }: PlatesContext): number => Math.max(leastLabel, Math.min(1, tall / (40 * rem)))

interface Laid {
  readonly layout: PlatesLayout
  readonly project: Ground['project']
  /** Of the names. */
  readonly names: number
}

/** The rings that take room: those beyond the count as well. */
const drawnOf = ({ rings, beyond }: Count): number | null => (rings === null ? null : rings + moreOf(beyond))

/** All places in rem, from the same numbers for the picture and for what can be pressed in it. */
export function layPlates({ areas, plates }: PlatesModel, ctx: PlatesContext): Laid {
  const { project, tall } = projectionOf(extentOf(areas.map(({ feature }) => feature)), ctx)
  const { rem, width, height } = ctx
  const names = nameScale(tall, ctx)
  const sizes = plates.map(({ at, inner, rim, region, bare }): PlateSize => {
    const [x = 0, y = 0] = project(at)
    const wide = region.name.length * TYPE.county + (bare ? 0 : NAME_GAP) + widest([inner.text]) * NUMBER
    return { inner: drawnOf(inner), rim: drawnOf(rim), home: [x / rem, y / rem], label: { width: wide * names, height: HEIGHT * names } }
  })
  const room = { width: width / rem, height: height / rem, top: HEIGHT * names * 1.15, scale: Math.min(1, tall / (TALL * rem)) * (ctx.fit.rings ?? 1) }
  return { project, names, layout: platesLayout(sizes, room) }
}

/** Circles as one path: 60 rings are one mark to draw. */
const circlesPath = (centres: readonly (readonly [number, number])[], r: number): string =>
  centres.map(([x, y]) => `M${(x - r).toFixed(1)} ${y.toFixed(1)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`).join('')

const seeds = (count: number, step: number, x: number, y: number): [number, number][] =>
  Array.from({ length: count }, (_, index) => {
    const reach = step * Math.sqrt(index + 0.5)
    return [x + reach * Math.cos(index * GOLDEN), y + reach * Math.sin(index * GOLDEN)]
  })

const around = (count: number, radius: number, x: number, y: number): [number, number][] =>
  Array.from({ length: count }, (_, index) => {
    const angle = -Math.PI / 2 + (index / count) * 2 * Math.PI
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })

/** Demo rings are hollow, published and reported ones filled, a forecast's dashed gold. */
function ringStyle({ look }: Count, colour: string, width: number, { theme, rem }: PlatesContext): object {
  if (look === 'solid') return { fill: colour, stroke: colour, lineWidth: width }
  if (look === 'demo') return { fill: theme.bg0, stroke: colour, lineWidth: width }
  return { fill: theme.bg0, stroke: theme.accent, lineWidth: width, lineDash: DEMO.dash.map((length) => length * rem * 0.4) }
}

interface Rings {
  readonly count: Count
  readonly centres: readonly (readonly [number, number])[]
  readonly r: number
  readonly colour: string
  readonly width: number
}

/** The rings that are counted and, in a path of their own, those that the qualifier speaks of: faint, or dashed. */
function ringPaths({ count, centres, r, colour, width }: Rings, ctx: PlatesContext): object[] {
  const [counted, style] = [count.rings ?? 0, ringStyle(count, colour, width, ctx)]
  const further = centres.slice(counted)
  const dashes = { fill: 'none', stroke: colour, lineWidth: width, lineDash: DEMO.dash.map((length) => length * ctx.rem * 0.4) }
  return entering(count.look !== 'solid', [
    path(circlesPath(centres.slice(0, counted), r), style),
    ...(further.length === 0 ? [] : [path(circlesPath(further, r), count.beyond === 'dashed' ? dashes : { ...style, opacity: FAINT })])
  ])
}

const circle = (x: number, y: number, r: number, style: object): object => ({ type: 'circle', silent: true, shape: { cx: x, cy: y, r }, style })

function plateItem(plate: Plate, placed: PlacedPlate | undefined, scale: number, ctx: PlatesContext): object {
  if (placed === undefined || plate.bare) return { type: 'group', children: [] }
  const { theme, rem, muted } = ctx
  const [x, y, radius] = [placed.x * rem, placed.y * rem, placed.radius * rem]
  const lit = plate.region.code === ctx.selected
  const edge = lit ? theme.accent : muted ? theme.neutral : theme.data
  const inner = lit ? theme.accent : muted ? theme.neutral : mix(theme.data, theme.t1, 0.28)
  const px = (length: number): number => length * scale * rem
  const rims = placed.rims.flatMap(({ radius: own, count }) => around(count, own * rem, x, y))
  return {
    type: 'group',
    children: [
      circle(x, y + 0.35 * rem, radius, { fill: theme.shade, opacity: theme.light ? 0.14 : 0.35 }),
      // The one mark of the plate that can be pressed.
      {
        type: 'circle',
        shape: { cx: x, cy: y, r: radius },
        style: { fill: alpha(theme.bg0, 0.86), stroke: alpha(edge, 0.85), lineWidth: (lit ? 0.19 : 0.1) * rem }
      },
      circle(x, y, placed.field * rem + px(0.1), { fill: 'none', stroke: theme.line2, lineWidth: STROKE.hair * rem }),
      ...ringPaths(
        { count: plate.inner, centres: seeds(drawnOf(plate.inner) ?? 0, px(RING.step), x, y), r: px(RING.inner), colour: inner, width: Math.max(1, px(0.17)) },
        ctx
      ),
      ...ringPaths({ count: plate.rim, centres: rims, r: px(RING.rim), colour: theme.t3, width: Math.max(0.8, px(0.12)) }, ctx)
    ]
  }
}

/** The name, then the number: one line, in a halo of the ground. */
function nameItem(plate: Plate, placed: PlacedPlate, names: number, ctx: PlatesContext): object[] {
  const { theme } = ctx
  const rem = ctx.rem * names
  const { text, halo } = labelColours(tint(theme), theme)
  const lit = plate.region.code === ctx.selected && !theme.light
  const at = plate.bare ? { x: placed.x, y: placed.y, align: 'center' as const } : placed.label
  if (at === null) return []
  const style = { verticalAlign: 'middle', fill: lit ? theme.accent : text, stroke: halo, lineWidth: 0.3 * rem, lineJoin: 'round', fontWeight: 600 }
  const wide = plate.region.name.length * TYPE.county
  const number = widest([plate.inner.text]) * (plate.bare ? TYPE.min : NUMBER)
  const all = (wide + NAME_GAP + number) * rem
  const left = at.x * ctx.rem - (at.align === 'center' ? all / 2 : at.align === 'right' ? all : 0)
  const numeral =
    plate.inner.rings === null && plate.bare
      ? { fontFamily: FONT.inline, fontSize: TYPE.min * rem, fontWeight: 400 }
      : { fontFamily: FONT.num, fontSize: NUMBER * rem }
  const word = (text: string, x: number, more: object): object => ({
    type: 'text',
    silent: true,
    style: { text, x, y: at.y * ctx.rem, align: 'left', ...style, ...more }
  })
  return [
    word(plate.region.name, left, { fontFamily: FONT.sans, fontSize: TYPE.county * rem }),
    word(plate.inner.text, left + (wide + NAME_GAP) * rem, numeral)
  ]
}

/** The cloth: one quiet colour, since the plates carry the values. */
const tint = (theme: Theme): string => mix(theme.ramp[0] ?? theme.bg2, theme.ramp[1] ?? theme.bg2, 0.7)

const cloth = ({ model, ctx, project }: Ground): object[] =>
  model.areas.map(({ feature }) =>
    path(shapeOf([feature], project), {
      fill: alpha(tint(ctx.theme), 0.82),
      stroke: alpha(ctx.theme.mapEdge, 0.8),
      lineWidth: 0.11 * ctx.rem,
      lineJoin: 'round'
    })
  )

const silent = (id: string, z: number, children: () => object[]): object => ({
  id,
  type: 'custom',
  coordinateSystem: 'none',
  z,
  silent: true,
  data: [0],
  renderItem: () => ({ type: 'group', children: children() })
})

/** Ground, cloth, relief, plates (clickable, series id `plates`, item by item) and names. */
export function option(model: PlatesModel, ctx: PlatesContext): EChartsCoreOption {
  const { layout, project, names } = layPlates(model, ctx)
  const base: Ground = { model, ctx, project, labelScale: NO_NEIGHBOURS }
  const placed = (index: number): PlacedPlate | undefined => layout.plates[index]
  return {
    animation: false,
    textStyle: { fontFamily: FONT.sans },
    series: [
      silent('ground', 1, () => ground(base, THICKNESS)),
      silent('cloth', 2, () => cloth(base)),
      silent('relief', 3, () => relief(base)),
      {
        id: 'plates',
        type: 'custom',
        coordinateSystem: 'none',
        z: 4,
        data: model.plates.map((_, index) => index),
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const plate = model.plates[dataIndex]
          return plate === undefined ? { type: 'group', children: [] } : plateItem(plate, placed(dataIndex), layout.scale, ctx)
        }
      },
      silent('names', 5, () =>
        model.plates.flatMap((plate, index) => {
          const at = placed(index)
          return at === undefined ? [] : nameItem(plate, at, names, ctx)
        })
      )
    ]
  }
}
