import type { EChartsCoreOption } from 'echarts/core'
import { alpha } from '#tokens/colour.ts'
import { DEMO, FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { faintness, moreOf, type Beyond } from './counted.ts'
import { chartText, widest } from './chart-text.ts'
import { entering, published } from './entrance.ts'
import type { ChartContext } from './panel-data.ts'
import { layout, nameRoom, packRings, type Moon, type WaveLayout } from './session-wave-layout.ts'
import type { Session, SessionWaveModel } from './session-wave.ts'

interface Drawing {
  readonly session: Session
  readonly moon: Moon
  readonly radius: number
  readonly colour: string
  readonly name: number
  readonly ctx: ChartContext
}

const colourOf = ({ last, forecast, demands }: Session, { muted, theme }: ChartContext): string => {
  if (muted || (demands !== null && demands.obsValue === null)) return theme.neutral
  return last || forecast ? theme.accent : theme.data
}

/** The half-circle over or under the line, from left to right. */
const arcPath = ({ x, y, up }: Moon, radius: number): string => `M${x - radius} ${y}A${radius} ${radius} 0 0 ${up ? 1 : 0} ${x + radius} ${y}`

const path = (pathData: string, style: object): object => ({ type: 'path', shape: { pathData }, style: { fill: 'none', ...style } })

/** Light from the straight side outwards, stronger at the crown. */
const tint = ({ moon: { up }, colour, ctx: { theme } }: Drawing): object => ({
  type: 'radial',
  x: 0.5,
  y: up ? 1 : 0,
  r: 1,
  colorStops: [
    { offset: 0, color: alpha(colour === theme.data ? theme.lift : colour, 0.12) },
    { offset: 1, color: alpha(colour, 0.25) }
  ]
})

/** Dashed while the split is demo or forecast; the number of half-moons alone is published, and its outline solid. */
function body(drawing: Drawing): object[] {
  const { session, moon, radius, colour, ctx } = drawing
  const dash = session.demo || session.forecast ? DEMO.dash.map((length) => length * ctx.rem) : undefined
  return [
    path(`${arcPath(moon, radius)}Z`, { fill: tint(drawing) }),
    path(arcPath(moon, radius), { stroke: colour, lineWidth: 0.14 * ctx.rem, lineDash: dash })
  ]
}

/** Half a ring's width drawn, half left out. */
const dashed = (stroke: number): number[] => [stroke * 1.5, stroke]

/** Beyond the count: each fainter than the one before, or dashed. */
function further({ session: { beyond }, radius, colour, ctx }: Drawing, nth: number, at: { cx: number; cy: number }, size: number): object {
  const lineWidth = Math.min(0.17 * ctx.rem, size * radius * 0.32)
  const style = { fill: 'none', stroke: colour, lineWidth, ...(beyond === 'dashed' ? { lineDash: dashed(lineWidth) } : { opacity: faintness(nth) }) }
  return { type: 'circle', shape: { ...at, r: size * radius }, style }
}

/** Demo: a ring, with a dot in it once answered. Reported: a full disc once answered. What is in hand is an open ring in both. */
function ring({ session, radius, colour, ctx }: Drawing, index: number, at: { cx: number; cy: number }, size: number): object[] {
  const { rings, open, demo } = session
  const answered = open !== null && index < (rings ?? 0) - open
  const stroke = Math.min(0.17 * ctx.rem, size * radius * 0.32)
  const solid = answered && !demo
  const circle = {
    type: 'circle',
    shape: { ...at, r: size * radius },
    style: { fill: solid ? colour : ctx.theme.bg0, stroke: colour, lineWidth: stroke, lineDash: open === null ? dashed(stroke) : undefined }
  }
  const dot = { type: 'circle', shape: { ...at, r: size * radius * 0.36 }, style: { fill: colour } }
  return answered && demo ? [circle, dot] : [circle]
}

/** What the session's number takes of the middle, as a share of the radius: its height, a little of its width, and a gap. */
function clearOf(drawing: Drawing): number {
  const [size, rem] = [numberSize(drawing), drawing.ctx.rem]
  const half = (widest([String(drawing.session.number)]) * size) / 2
  return Math.min(MOST_CLEAR, Math.hypot(half * 0.6, NUMBER.from * rem + size * 0.9 + NUMBER.gap * rem) / drawing.radius)
}

function demands(drawing: Drawing): object[] {
  const { session, moon, radius, colour, ctx } = drawing
  if (session.rings === null) return []
  const counted = session.rings
  const { rings, size, arcs } = packRings(counted + moreOf(session.beyond), clearOf(drawing))
  const side = moon.up ? -1 : 1
  return [
    ...arcs.map((arc) => path(arcPath(moon, arc * radius), { stroke: alpha(colour, 0.3), lineWidth: Math.max(0.5, 0.05 * ctx.rem) })),
    ...rings.flatMap(({ x, y }, index) => {
      const at = { cx: moon.x + x * radius, cy: moon.y + side * y * radius }
      return index < counted ? ring(drawing, index, at, size) : [further(drawing, index - counted, at, size)]
    })
  ]
}

/** Where the session's number stands, in rem from the straight side, and what is free around it. */
const NUMBER = { from: 0.5, gap: 0.15 } as const
/** Rings need room too, in half-moons so small that their number fills them. */
const MOST_CLEAR = 0.7

/** What the number is set in: smaller in small half-moons, never under the least size. */
const sized = (drawing: Drawing, rem: number, ofRadius: number): number =>
  Math.max(TYPE.min * drawing.ctx.rem, Math.min(rem * drawing.ctx.rem, drawing.radius * ofRadius))

const numberSize = (drawing: Drawing): number => sized(drawing, 2.4, 0.3)

const text = ({ ctx }: Drawing, style: object): object => ({ ...chartText(ctx, { align: 'center', fill: ctx.theme.t3, ...style }), silent: false })

/** The session's number within, its date across the line, its count beyond the crown. */
function words(drawing: Drawing): object[] {
  const { session, moon, radius, name, ctx } = drawing
  const { theme, rem } = ctx
  const [out, back] = moon.up ? [-1, 1] : [1, -1]
  const [beyond, across] = moon.up ? ['bottom', 'top'] : ['top', 'bottom']
  const own = session.demands !== null && session.demands.obsValue === null
  const marked = session.last && !ctx.muted
  const date = { width: name, overflow: 'truncate', ellipsis: '…' }
  return [
    text(drawing, {
      text: String(session.number),
      x: moon.x,
      y: moon.y + out * NUMBER.from * rem,
      verticalAlign: beyond,
      fontFamily: FONT.num,
      fontWeight: 500,
      fontSize: numberSize(drawing),
      fill: marked ? theme.accent : theme.t1
    }),
    ...(session.name === ''
      ? []
      : [
          text(drawing, {
            text: session.name,
            x: moon.x,
            y: moon.y + back * 0.55 * rem,
            verticalAlign: across,
            fill: marked ? theme.accent : theme.t3,
            ...date
          })
        ]),
    text(drawing, {
      text: `${session.text}${session.forecast ? ' 预计' : ''}`,
      x: moon.x,
      y: moon.y + out * (radius + 0.4 * rem),
      verticalAlign: beyond,
      ...(own ? {} : { fontFamily: FONT.num, fontWeight: 500, fontSize: sized(drawing, 1.5, 0.19) }),
      fill: theme.t2
    })
  ]
}

const here = ({ session, moon, colour, ctx }: Drawing): object[] =>
  session.last ? [{ type: 'circle', shape: { cx: moon.x, cy: moon.y, r: 0.34 * ctx.rem }, style: { fill: colour } }] : []

const renderMoon = (model: SessionWaveModel, wave: WaveLayout, ctx: ChartContext) => (params: { dataIndex: number }) => {
  const [session, moon] = [model.sessions[params.dataIndex], wave.moons[params.dataIndex]]
  if (session === undefined || moon === undefined) return { type: 'group', children: [] }
  const drawing = { session, moon, radius: wave.radius, colour: colourOf(session, ctx), name: nameRoom(model) * ctx.rem, ctx }
  return { type: 'group', children: [...body(drawing), ...entering(session.demo || session.forecast, demands(drawing)), ...words(drawing), ...here(drawing)] }
}

const waterline = (y: number, { width, rem, theme }: ChartContext): object => ({
  type: 'line',
  shape: { x1: 0, y1: y, x2: width, y2: y },
  style: { stroke: theme.line2, lineWidth: Math.max(1, STROKE.hair * rem) }
})

/** Behind the last session one more outline, faint or dashed: the figure says that there were more. */
function beyondLast(moon: Moon | undefined, radius: number, beyond: Beyond, { rem, theme, muted }: ChartContext): object[] {
  if (moon === undefined) return []
  const style = { stroke: muted ? theme.neutral : theme.data, lineWidth: 0.14 * rem }
  return published([
    path(arcPath(moon, radius), { ...style, ...(beyond === 'dashed' ? { lineDash: DEMO.dash.map((length) => length * rem) } : { opacity: faintness(0) }) })
  ])
}

const renderLines =
  ({ sessions, beyond }: SessionWaveModel, { lines, moons, radius }: WaveLayout, ctx: ChartContext) =>
  () => ({
    type: 'group',
    children: [...lines.map((y) => waterline(y, ctx)), ...beyondLast(moons[sessions.length], radius, beyond, ctx)]
  })

/** A wave of half-moons, one a session (series id `moons`), with one ring for each demand. */
export function option(model: SessionWaveModel, ctx: ChartContext): EChartsCoreOption {
  const wave = layout(model, ctx)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    series: [
      { id: 'line', type: 'custom', coordinateSystem: 'none', z: 1, silent: true, data: [0], renderItem: renderLines(model, wave, ctx) },
      {
        id: 'moons',
        type: 'custom',
        coordinateSystem: 'none',
        z: 2,
        data: model.sessions.map((_, index) => index),
        renderItem: renderMoon(model, wave, ctx)
      }
    ]
  }
}
