import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { DEMO, FONT, TYPE } from '#tokens/sizes.ts'
import { chartText } from './chart-text.ts'
import { entering } from './entrance.ts'
import { monthRows, nameGap, nameStyle } from './month-rows.ts'
import type { OwnHistoryModel, OwnLine, OwnPoint } from './own-history.ts'
import type { ChartContext } from './panel-data.ts'

type Coord = (point: [number, number]) => number[]

/** The line's own room in its row, in rows: it never reaches another's. */
const ROOM = 0.56

/** Where a point stands, as months and rows. */
export const pointAt = (row: number, month: number, { height }: Pick<OwnPoint, 'height'>): [number, number] => [month, row + ROOM * (0.5 - height)]

const colourOf = ({ theme, muted }: ChartContext): string => (muted ? theme.neutral : theme.data)

function segments(line: OwnLine, row: number, ctx: ChartContext, coord: Coord): object[] {
  return line.points.flatMap((point, month) => {
    const before = line.points[month - 1]
    if (point === null || before === null || before === undefined) return []
    const [x1, y1] = coord(pointAt(row, month - 1, before))
    const [x2, y2] = coord(pointAt(row, month, point))
    const demo = point.change.demo || before.change.demo
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1, y1, x2, y2 },
        style: { stroke: colourOf(ctx), lineWidth: 0.22 * ctx.rem, ...(demo ? { lineDash: DEMO.dash.map((length) => length * 1.2 * ctx.rem) } : {}) }
      }
    ]
  })
}

/** A dot at the end, and at each point that has no neighbour. */
function dots(line: OwnLine, row: number, ctx: ChartContext, coord: Coord): object[] {
  const last = line.points.findLastIndex((point) => point !== null)
  return line.points.flatMap((point, month) => {
    const alone = (line.points[month - 1] ?? null) === null && (line.points[month + 1] ?? null) === null
    if (point === null || (month !== last && !alone)) return []
    const [cx, cy] = coord(pointAt(row, month, point))
    const style = { fill: point.change.demo ? ctx.theme.bg0 : colourOf(ctx), stroke: colourOf(ctx), lineWidth: 0.19 * ctx.rem }
    return entering(point.change.demo, [{ type: 'circle', silent: true, shape: { cx, cy, r: 0.5 * ctx.rem }, style }])
  })
}

/** The reason once for months on end. */
function gaps({ gaps: all }: OwnLine, row: number, ctx: ChartContext, coord: Coord): object[] {
  const runs: { from: number; to: number; word: string }[] = []
  for (const { month, word } of all) {
    const last = runs.at(-1)
    if (last !== undefined && last.to === month - 1 && last.word === word) last.to = month
    else runs.push({ from: month, to: month, word })
  }
  return runs.map(({ from, to, word }) => {
    const [x, y] = coord([(from + to) / 2, row])
    return chartText(ctx, { text: word, x, y, align: 'center', fontFamily: FONT.sans, fontSize: TYPE.min * ctx.rem, fill: ctx.theme.t3 })
  })
}

function children(model: OwnHistoryModel, ctx: ChartContext, coord: Coord): object[] {
  const [left = 0] = coord([0, 0])
  return model.lines.flatMap((line, row) => [
    ...segments(line, row, ctx, coord),
    ...dots(line, row, ctx, coord),
    ...gaps(line, row, ctx, coord),
    chartText(ctx, { ...nameStyle(line.region.name, ctx), x: left - nameGap(isBoxed(model)) * ctx.rem, y: coord([0, row])[1] })
  ])
}

const isBoxed = ({ lines }: OwnHistoryModel): boolean => lines.some(({ points }) => points[0] === null)

/** Each area's own way over the months, in its own row and on its own scale. */
export function option(model: OwnHistoryModel, ctx: ChartContext): EChartsCoreOption {
  const renderItem = (_: unknown, api: CustomSeriesRenderItemAPI) => ({ type: 'group', children: children(model, ctx, (point) => api.coord(point)) })
  const names = model.lines.map(({ region }) => region.name)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    ...monthRows({ months: model.months, names, rows: model.rows.length, boxed: isBoxed(model) }, ctx),
    series: [{ id: 'ways', type: 'custom', silent: true, renderItem, data: [[0, 0]], clip: false }]
  }
}
