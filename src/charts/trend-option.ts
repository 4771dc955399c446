import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { DEMO, FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { alpha } from '#tokens/colour.ts'
import { widest } from './chart-text.ts'
import { entering } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth } from './hatch.ts'
import { isDemo, lineRuns, valuesIn, type LineRun } from './line-runs.ts'
import { axisText, monthAxis } from './month-axis.ts'
import type { ChartContext } from './panel-data.ts'
import { axisMonth, labelledMonths, type TrendModel } from './trend.ts'
import { endText } from './trend-end.ts'

type Coord = (point: [number, number]) => number[]
type Pixel = readonly [number, number]

interface Drawing {
  readonly model: TrendModel
  readonly ctx: ChartContext
  readonly colour: string
  readonly coord: Coord
}

const pixel = ({ coord, model }: Drawing, index: number): Pixel => {
  const [x = 0, y = 0] = coord([index, model.points[index]?.value ?? 0])
  return [x, y]
}

/** The area under one run: stripes for demo, a flat tint for published values. */
function area(drawing: Drawing, { demo, from, to }: LineRun): object {
  const { ctx, colour, coord } = drawing
  const line = Array.from({ length: to - from + 1 }, (_, index) => pixel(drawing, from + index))
  const [, base = 0] = coord([0, 0])
  const left = line[0]?.[0] ?? 0
  const right = line.at(-1)?.[0] ?? 0
  const top = Math.min(...line.map(([, y]) => y))
  const points = [...line, [right, base], [left, base]]
  if (!demo) return { type: 'polygon', shape: { points }, style: { fill: alpha(colour, 0.15) }, silent: true }
  const stripes = hatchPath({ x: left, y: top, width: right - left, height: base - top }, hatchPeriod(ctx.rem))
  return {
    type: 'group',
    silent: true,
    clipPath: { type: 'polygon', shape: { points } },
    children: [{ type: 'path', shape: { pathData: stripes }, style: { stroke: alpha(colour, 0.34), lineWidth: hatchWidth(ctx.rem), fill: 'none' } }]
  }
}

const text = (ctx: ChartContext, style: object): object => ({
  type: 'text',
  silent: true,
  style: { fontFamily: FONT.inline, fontSize: TYPE.min * ctx.rem, fill: ctx.theme.t2, align: 'left', verticalAlign: 'bottom', ...style }
})

/** Where a milestone's label goes, from the right end of the one before: left of its line, right of it, or nowhere. */
function labelSide(x: number, width: number, taken: number, end: number): 'right' | 'left' | null {
  if (x - width >= taken) return 'right'
  return x >= taken && x + width <= end ? 'left' : null
}

/** How far to the right a label may reach: to the chart's edge, but not over a last value that stands as high. */
function labelEnd(drawing: Drawing): number {
  const { ctx, model, coord } = drawing
  const [x, y] = pixel(
    drawing,
    model.points.findLastIndex(({ value }) => value !== null)
  )
  const [, top = 0] = coord([0, model.max])
  return y - top < 0.65 * ctx.rem ? x - 0.5 * ctx.rem : ctx.width
}

/** Thin lines at their months; a label that would lie on another is left out, its line stays. */
function milestones(drawing: Drawing): object[] {
  const { ctx, model, coord } = drawing
  const end = labelEnd(drawing)
  let taken = 0
  return model.milestones.flatMap(({ index, label }) => {
    const [x = 0, base = 0] = coord([index, 0])
    const [, top = 0] = coord([index, model.max])
    const width = widest([label], 'sans') * TYPE.min * ctx.rem
    const align = labelSide(x, width, taken, end)
    if (align !== null) taken = (align === 'left' ? x + width : x) + 0.3 * ctx.rem
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1: x, y1: base, x2: x, y2: top - 0.1 * ctx.rem },
        style: { stroke: ctx.theme.line2, lineWidth: Math.max(1, STROKE.hair * ctx.rem) }
      },
      ...(align === null ? [] : [text(ctx, { text: label, x, y: top - 0.2 * ctx.rem, align })])
    ]
  })
}

/** The last value at the line's end: a hollow dot for demo, a full one for published. */
function endMark(drawing: Drawing): object[] {
  const { ctx, model, colour } = drawing
  const index = model.points.findLastIndex(({ value }) => value !== null)
  const [x, y] = pixel(drawing, index)
  const demo = isDemo(model.points[index])
  return [
    ...entering(demo, [
      {
        type: 'circle',
        silent: true,
        shape: { cx: x, cy: y, r: 0.4 * ctx.rem },
        style: { fill: demo ? ctx.theme.bg0 : colour, stroke: colour, lineWidth: 0.16 * ctx.rem }
      }
    ]),
    text(ctx, {
      text: endText(model),
      x: x + 0.75 * ctx.rem,
      y,
      verticalAlign: 'middle',
      fontFamily: FONT.num,
      fontWeight: 600,
      fontSize: TYPE.min * 1.45 * ctx.rem,
      fill: ctx.theme.t1
    })
  ]
}

const renderOver = (model: TrendModel, ctx: ChartContext, colour: string) => (_: unknown, api: CustomSeriesRenderItemAPI) => {
  const drawing: Drawing = { model, ctx, colour, coord: (point) => api.coord(point) }
  return {
    type: 'group',
    children: [...lineRuns(model.points).flatMap((run) => entering(run.demo, [area(drawing, run)])), ...milestones(drawing), ...endMark(drawing)]
  }
}

/** Room for the last value, which stands outside the plot: digits of the number face are about 0.4 em wide. */
const endRoom = (model: TrendModel): number =>
  Math.max(4.3, 1.1 + TYPE.min * 1.45 * Math.max(widest([endText(model)]), ...model.points.map(({ text: label }) => 0.41 * label.length)))

function xAxis(model: TrendModel, ctx: ChartContext): object {
  const plot = ctx.width - (endRoom(model) + 0.1) * ctx.rem
  const months = [...model.points, ...model.after.map((period) => ({ period }))]
  const room = Math.ceil((3.4 * ctx.rem) / (plot / Math.max(1, months.length - 1)))
  const shown = labelledMonths(months, model.milestones, room, model.points.length - 1)
  return monthAxis(
    ctx,
    months.map((_, index) => axisMonth(months, index)),
    shown
  )
}

const grouped = (value: number): string => value.toLocaleString('en-US')

/** Over the plot, with the milestones' names, and under it with the months, in rem. */
const topRoom = ({ milestones: { length } }: TrendModel): number => (length > 0 ? 2.4 : 1.6)
const MONTHS = 1.9
/** In a lower plot the names of two steps would stand on each other. */
const LEAST_STEP = 2

const yAxis = (model: TrendModel, ctx: ChartContext): object => ({
  type: 'value',
  min: model.min,
  max: model.max,
  interval: model.min < 0 ? (model.max - model.min) / 2 : model.max / 2,
  axisLine: { show: false },
  axisLabel: {
    ...axisText(ctx),
    inside: true,
    margin: 0,
    verticalAlign: 'bottom',
    padding: [0, 0, 0.2 * ctx.rem, 0],
    showMaxLabel: true,
    formatter: (value: number) => (value === 0 || (low(model, ctx) && value < model.max) ? '' : grouped(value))
  },
  splitLine: { lineStyle: { color: ctx.theme.line, width: Math.max(1, STROKE.hair * ctx.rem) } }
})

const low = (model: TrendModel, { height, rem }: ChartContext): boolean => height / rem - topRoom(model) - MONTHS < 2 * LEAST_STEP

/** One line from a zero base, two equal gridlines, labels inside, the last value at the line's end. */
export function option(model: TrendModel, ctx: ChartContext): EChartsCoreOption {
  const { rem, theme } = ctx
  const colour = ctx.muted ? theme.neutral : theme.data
  const dash = DEMO.dash.map((length) => length * rem)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    grid: { left: 0.1 * rem, right: endRoom(model) * rem, top: topRoom(model) * rem, bottom: MONTHS * rem, outerBoundsMode: 'none' },
    xAxis: xAxis(model, ctx),
    yAxis: yAxis(model, ctx),
    series: [
      { id: 'over', type: 'custom', z: 4, silent: true, renderItem: renderOver(model, ctx, colour), data: [[0, 0]], clip: false },
      ...lineRuns(model.points).map((run) => ({
        id: `line-${run.from}`,
        type: 'line',
        z: 3,
        symbol: 'none',
        silent: true,
        connectNulls: false,
        data: valuesIn(model.points, run),
        lineStyle: { color: colour, width: STROKE.line * rem, type: run.demo ? dash : 'solid', cap: 'butt' }
      }))
    ]
  }
}
