import type { EChartsCoreOption } from 'echarts/core'
import { alpha } from '#tokens/colour.ts'
import { DEMO, FONT, STROKE } from '#tokens/sizes.ts'
import { chartText } from './chart-text.ts'
import { entering } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth } from './hatch.ts'
import { layer } from './layer.ts'
import type { ChartContext } from './panel-data.ts'
import type { RidgelineModel } from './ridgeline.ts'
import { layout, type DayPlace, type MonthPlace, type RidgelineLayout } from './ridgeline-layout.ts'

/** A curve leans towards its neighbours by this much of the way between them, and never beyond the two days it joins. */
const SMOOTH = 0.15

const point = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)} ${y.toFixed(1)}`

function segment(run: readonly DayPlace[], index: number): string {
  const [a, b, c, d] = [run[index - 1] ?? run[index], run[index], run[index + 1], run[index + 2] ?? run[index + 1]]
  if (a === undefined || b === undefined || c === undefined || d === undefined) return ''
  const within = (y: number): number => Math.max(Math.min(b.y, c.y), Math.min(Math.max(b.y, c.y), y))
  const first = [b.x + (c.x - a.x) * SMOOTH, within(b.y + (c.y - a.y) * SMOOTH)] as const
  const second = [c.x - (d.x - b.x) * SMOOTH, within(c.y - (d.y - b.y) * SMOOTH)] as const
  return `C${point(first)} ${point(second)} ${point([c.x, c.y])}`
}

const curve = (run: readonly DayPlace[]): string => {
  const [first] = run
  return first === undefined ? '' : `M${point([first.x, first.y])}${run.map((_, index) => segment(run, index)).join('')}`
}

const path = (pathData: string, style: object): object => ({ type: 'path', silent: true, shape: { pathData }, style: { fill: 'none', ...style } })

interface Drawing {
  readonly ctx: ChartContext
  readonly places: RidgelineLayout
}

const colourOf = ({ theme, muted }: ChartContext, latest: boolean): string => (muted ? theme.neutral : latest ? theme.accent : theme.data)

/** Stripes under demo values of the month in front; behind it they would only flicker through each other. */
function stripes({ ctx }: Drawing, area: string, run: readonly DayPlace[], base: number): object {
  const [x, end] = [run[0]?.x ?? 0, run.at(-1)?.x ?? 0]
  const y = Math.min(base, ...run.map((place) => place.y))
  const data = hatchPath({ x, y, width: end - x, height: base - y }, hatchPeriod(ctx.rem))
  return {
    type: 'group',
    silent: true,
    clipPath: { type: 'path', shape: { pathData: area } },
    children: [path(data, { stroke: alpha(colourOf(ctx, true), 0.34), lineWidth: hatchWidth(ctx.rem) })]
  }
}

/** A run of days: it hides what is behind it, has a tint, stripes where it is demo and in front, and its line. */
function runItems(drawing: Drawing, { month, base }: MonthPlace, run: readonly DayPlace[]): object[] {
  const { ctx } = drawing
  const { rem, theme } = ctx
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined) return []
  const colour = colourOf(ctx, month.latest)
  if (first === last)
    return [
      { type: 'circle', silent: true, shape: { cx: first.x, cy: first.y, r: 0.2 * rem }, style: { fill: month.demo ? theme.bg0 : colour, stroke: colour } }
    ]
  const line = curve(run)
  const area = `${line}L${point([last.x, base])}L${point([first.x, base])}Z`
  const dash = month.demo ? { lineDash: DEMO.dash.map((length) => length * rem) } : {}
  return [
    path(area, { fill: alpha(theme.bg0, 0.96) }),
    path(area, { fill: alpha(colour, month.demo ? 0.12 : 0.2) }),
    ...(month.demo && month.latest ? [stripes(drawing, area, run, base)] : []),
    path(line, { stroke: colour, lineWidth: (month.latest ? 0.16 : 0.125) * rem, lineJoin: 'round', ...dash })
  ]
}

function monthItem(drawing: Drawing, place: MonthPlace): object {
  const { ctx, places } = drawing
  const zero = {
    type: 'line',
    silent: true,
    shape: { x1: places.left, y1: place.base, x2: place.end, y2: place.base },
    style: { stroke: ctx.theme.line2, lineWidth: Math.max(1, STROKE.hair * ctx.rem) }
  }
  return {
    type: 'group',
    children: [
      ...entering(
        place.month.demo,
        place.runs.flatMap((run) => runItems(drawing, place, run))
      ),
      zero
    ]
  }
}

/** A rim of the ground keeps the words readable over the lines. */
function words({ ctx, places }: Drawing): object[] {
  const days = places.ticks.map(({ text, x }, index) =>
    chartText(ctx, { text, x, y: places.axisY, align: index === 0 ? 'left' : 'center', fill: ctx.theme.t3 })
  )
  const peaks = places.peaks.map(({ text, x, y, latest }) =>
    chartText(ctx, {
      text,
      x,
      y,
      align: 'center',
      verticalAlign: 'bottom',
      fill: latest && !ctx.muted ? ctx.theme.accent : ctx.theme.t1,
      stroke: ctx.theme.bg0,
      lineWidth: 0.4 * ctx.rem
    })
  )
  return [...days, ...peaks]
}

/** One month one item, each in front of the one before; the names over all of them. */
export function option(model: RidgelineModel, ctx: ChartContext): EChartsCoreOption {
  const places = layout(model, ctx)
  const drawing = { ctx, places }
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    series: [
      layer(
        'months',
        1,
        places.months.map((place) => monthItem(drawing, place))
      ),
      layer('words', 2, words(drawing))
    ]
  }
}
