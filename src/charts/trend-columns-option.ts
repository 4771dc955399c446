import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { alpha } from '#tokens/colour.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { hollow } from './entrance.ts'
import { hatchPath, hatchPeriod, hatchWidth, type Bounds } from './hatch.ts'
import { monthLabels } from './month-axis.ts'
import type { ChartContext } from './panel-data.ts'
import { axisMonth, labelledMonths, type TrendModel, type TrendPoint } from './trend.ts'

const FILL = 0.73
const VALUE = TYPE.min * 1.1
/** Digits of the number face are about 0.45 em wide, signs and commas included. */
const DIGIT = 0.45
const EDGE = { top: 1.9, bottom: 1.9 }

interface Drawing {
  readonly ctx: ChartContext
  readonly colour: string
  /** Of one month, in px. */
  readonly step: number
}

const rect = (shape: Bounds, fill: string): object => ({ type: 'rect', silent: true, shape, style: { fill } })

/** Full for what is published or reported; stripes under a solid end for demo. */
function column({ ctx, colour }: Drawing, bounds: Bounds, demo: boolean, down: boolean): object[] {
  if (!demo) return [rect(bounds, colour)]
  const cap = Math.min(0.14 * ctx.rem, bounds.height)
  const stripes = {
    type: 'group',
    silent: true,
    clipPath: { type: 'rect', shape: bounds },
    children: [
      {
        type: 'path',
        shape: { pathData: hatchPath(bounds, hatchPeriod(ctx.rem)) },
        style: { stroke: alpha(colour, 0.62), lineWidth: hatchWidth(ctx.rem), fill: 'none' }
      }
    ]
  }
  return hollow([rect(bounds, alpha(colour, 0.26)), stripes, rect({ ...bounds, y: down ? bounds.y + bounds.height - cap : bounds.y, height: cap }, colour)])
}

/** Zero is a line on the base, told from a month that is missing: that one has nothing. */
function item(drawing: Drawing, { value, text, observation }: TrendPoint, labelled: boolean, x: number, y: number, base: number): object[] {
  if (value === null) return []
  const { ctx, step } = drawing
  const width = step * FILL
  const least = 0.14 * ctx.rem
  const down = y > base
  const height = Math.max(least, Math.abs(base - y))
  const bounds = { x: x - width / 2, y: down ? base : base - height, width, height }
  const style = {
    text,
    x,
    y: down ? base + height + 0.15 * ctx.rem : bounds.y - 0.15 * ctx.rem,
    align: 'center',
    verticalAlign: down ? 'top' : 'bottom',
    fill: ctx.theme.t1,
    fontFamily: FONT.num,
    fontWeight: 500,
    fontSize: VALUE * ctx.rem
  }
  return [...column(drawing, bounds, observation?.origin === 'demo', down), ...(labelled ? [{ type: 'text', silent: true, style }] : [])]
}

/** All values where they stand clear of each other, else the last one only. */
export function labelledValues(points: readonly Pick<TrendPoint, 'text' | 'value'>[], step: number, rem: number): (index: number) => boolean {
  const widest = Math.max(0, ...points.map(({ text }) => text.length)) * DIGIT * VALUE * rem
  const last = points.findLastIndex(({ value }) => value !== null)
  return (index) => widest < step * 0.94 || index === last
}

/** One column a month from the zero line; the values stand on the columns in place of a scale. */
export function columnsOption(model: TrendModel, ctx: ChartContext): EChartsCoreOption {
  const { points } = model
  const { rem, theme, muted } = ctx
  const side = 0.1 * rem
  const step = (ctx.width - 2 * side) / Math.max(1, points.length)
  const shown = labelledMonths(points, model.milestones, Math.ceil((3.4 * rem) / step))
  const labelled = labelledValues(points, step, rem)
  const drawing = { ctx, step, colour: muted ? theme.neutral : theme.data }
  const hair = Math.max(1, STROKE.hair * rem)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    grid: { left: side, right: side, top: EDGE.top * rem, bottom: EDGE.bottom * rem, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: points.map((_, index) => axisMonth(points, index)),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: theme.line2, width: hair } },
      axisLabel: monthLabels(ctx, shown)
    },
    yAxis: { type: 'value', show: false, min: model.min, max: Math.max(...points.map(({ value }) => value ?? 0), model.min < 0 ? 0 : 1) },
    series: [
      {
        id: 'columns',
        type: 'custom',
        silent: true,
        clip: false,
        data: points.map(({ value }, index) => [index, value ?? 0]),
        renderItem: ({ dataIndex }: { dataIndex: number }, api: CustomSeriesRenderItemAPI) => {
          const point = points[dataIndex]
          if (point === undefined) return { type: 'group', children: [] }
          const [x = 0, y = 0] = api.coord([dataIndex, point.value ?? 0])
          const [, base = 0] = api.coord([dataIndex, 0])
          return { type: 'group', children: item(drawing, point, labelled(dataIndex), x, y, base) }
        }
      }
    ]
  }
}
