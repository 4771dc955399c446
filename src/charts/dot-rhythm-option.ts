import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { MOST_DOTS, type DotRhythmModel, type RhythmCell, type RhythmLane } from './dot-rhythm.ts'
import { entering } from './entrance.ts'
import { axisText, monthLabels } from './month-axis.ts'
import type { ChartContext } from './panel-data.ts'
import { axisMonth, labelledMonths } from './trend.ts'

type Place = (month: number) => readonly [x: number, y: number]

interface Drawing {
  readonly lane: RhythmLane
  readonly ctx: ChartContext
  readonly place: Place
  /** Of one month, in px. */
  readonly step: number
  readonly radius: number
}

const LABEL = { width: 3.4, radius: 0.5, gap: 1.35 }
/** Digits of the number face are about 0.45 em wide, commas included. */
const DIGIT = 0.45

/** Whether a month's count is drawn dot by dot. */
const isCountable = (count: number): boolean => Number.isInteger(count) && count <= MOST_DOTS

/** The months that a lane's line runs through without a break. */
export function runsOf(cells: readonly RhythmCell[]): (readonly [first: number, last: number])[] {
  const runs: [number, number][] = []
  cells.forEach(({ count }, index) => {
    const run = runs.at(-1)
    if (count === null) return
    if (run !== undefined && run[1] === index - 1) run[1] = index
    else runs.push([index, index])
  })
  return runs
}

function line({ lane, ctx, place, step }: Drawing): object[] {
  return runsOf(lane.cells).map(([first, last]) => {
    const [[x1, y], [x2]] = [place(first), place(last)]
    return {
      type: 'line',
      silent: true,
      shape: { x1: x1 - step / 2, y1: y, x2: x2 + step / 2, y2: y },
      style: { stroke: ctx.theme.line2, lineWidth: Math.max(1, STROKE.hair * ctx.rem) }
    }
  })
}

const colourOf = ({ accent }: RhythmLane, { theme, muted }: ChartContext): string => (muted ? theme.neutral : accent ? theme.accent : theme.data)

/** Hollow for demo, full for what is published or reported. */
function dot({ lane, ctx, radius }: Drawing, demo: boolean, x: number, y: number): object {
  const colour = colourOf(lane, ctx)
  return {
    type: 'circle',
    silent: true,
    shape: { cx: x, cy: y, r: radius },
    style: { fill: demo ? ctx.theme.bg0 : colour, stroke: colour, lineWidth: Math.min(0.17 * ctx.rem, radius * 0.5) }
  }
}

function marks(drawing: Drawing, { count, text, demo }: RhythmCell, month: number): object[] {
  const { ctx, place, radius, step } = drawing
  const [x, y] = place(month)
  if (count === null || count <= 0) return []
  if (!isCountable(count)) {
    const style = {
      text,
      x,
      y: y - radius * 1.4,
      align: 'center',
      verticalAlign: 'bottom',
      fill: ctx.theme.t1,
      fontFamily: FONT.num,
      fontSize: TYPE.min * ctx.rem
    }
    // A number wider than its month would run into the next one: it is read by its hotspot then.
    const fits = text.length * DIGIT * TYPE.min * ctx.rem < step
    return [...entering(demo, [dot(drawing, demo, x, y)]), ...(fits ? [{ type: 'text', silent: true, style }] : [])]
  }
  const gap = radius * (LABEL.gap / LABEL.radius)
  return entering(
    demo,
    Array.from({ length: count }, (_, index) => dot(drawing, demo, x, y + (index - (count - 1) / 2) * gap))
  )
}

function monthAxis({ months }: DotRhythmModel, ctx: ChartContext, step: number): object {
  const points = months.map((period) => ({ period }))
  const shown = labelledMonths(points, [], Math.ceil((3.4 * ctx.rem) / step))
  return {
    type: 'category',
    data: months.map((_, index) => axisMonth(points, index)),
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: monthLabels(ctx, shown, 0.4)
  }
}

/** One lane below the other over the same months; dots of one month stand on each other. */
export function option(model: DotRhythmModel, ctx: ChartContext): EChartsCoreOption {
  const { rem, width, height, theme } = ctx
  const box = { left: LABEL.width * rem, right: 0.2 * rem, top: 0.2 * rem, bottom: 1.9 * rem }
  const step = (width - box.left - box.right) / Math.max(1, model.months.length)
  const tall = (height - box.top - box.bottom) / Math.max(1, model.lanes.length)
  const most = Math.max(1, ...model.lanes.flatMap(({ cells }) => cells.map(({ count }) => (count === null || !isCountable(count) ? 1 : count))))
  const radius = Math.min(LABEL.radius * rem, step * 0.38, tall / (2 + (most - 1) * (LABEL.gap / LABEL.radius)) / 1.1)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    grid: { ...box, outerBoundsMode: 'none' },
    xAxis: monthAxis(model, ctx, step),
    yAxis: {
      type: 'category',
      inverse: true,
      data: model.lanes.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...axisText(ctx), color: theme.t2, fontFamily: FONT.sans, align: 'left', margin: LABEL.width * rem }
    },
    series: model.lanes.map((lane, row) => ({
      id: lane.indicator.id,
      type: 'custom',
      silent: true,
      clip: false,
      data: [0],
      renderItem: (_: unknown, api: CustomSeriesRenderItemAPI) => {
        const place: Place = (month) => {
          const [x = 0, y = 0] = api.coord([month, row])
          return [x, y]
        }
        const drawing: Drawing = { lane, ctx, place, step, radius }
        return { type: 'group', children: [...line(drawing), ...lane.cells.flatMap((cell, month) => marks(drawing, cell, month))] }
      }
    }))
  }
}
