import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { DEMO, FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { monthText } from '#format/period.ts'
import type { CountyLine, CountyTrendsModel } from './county-trends.ts'
import { isDemo, lineRuns, valuesIn, type LineRun } from './line-runs.ts'
import { axisText, monthAxis } from './month-axis.ts'
import type { ChartContext } from './panel-data.ts'
import { spread } from './spread.ts'

/** Where few lines are compared none leads: each has a colour, a shape and a weight. */
const LOOK = {
  circle: { colour: 'accent', weight: 1.15, symbol: 'circle' },
  square: { colour: 't1', weight: 0.7, symbol: 'rect' },
  triangle: { colour: 'data', weight: 0.9, symbol: 'triangle' }
} as const

/** The selected line in the accent; without one the line that ends highest in the data colour, the others behind it. */
function colourOf(line: CountyLine, { lines }: CountyTrendsModel, { theme, muted }: ChartContext): string {
  if (line.mark !== undefined) return theme[LOOK[line.mark].colour]
  return line.own ? theme.accent : muted || line !== leading(lines) ? theme.neutral : theme.data
}

const lastOf = ({ points, last }: CountyLine): number => points[last]?.value ?? -Infinity
const leading = (lines: readonly CountyLine[]): CountyLine | undefined =>
  lines.some(({ own }) => own) ? undefined : lines.toSorted((a, b) => lastOf(b) - lastOf(a))[0]

/** Names of four characters and a number stand behind the lines. */
const labelRoom = ({ lines }: CountyTrendsModel): number =>
  Math.max(0, ...lines.map(({ region, points, last }) => region.name.length * TYPE.min + (points[last]?.text.length ?? 0) * TYPE.min * 0.55)) + 2.6

const grouped = (value: number): string => value.toLocaleString('en-US')

type Coord = (point: [number, number]) => number[]

/** Hollow for demo. */
function endMark({ mark, points, last }: CountyLine, [x, y]: readonly [number, number], colour: string, { rem, theme }: ChartContext): object {
  const r = (mark === undefined ? 0.28 : 0.34) * rem
  const style = { fill: isDemo(points[last]) ? theme.bg0 : colour, stroke: colour, lineWidth: 0.13 * rem }
  if (mark === 'square') return { type: 'rect', silent: true, shape: { x: x - r, y: y - r, width: 2 * r, height: 2 * r }, style }
  if (mark !== 'triangle') return { type: 'circle', silent: true, shape: { cx: x, cy: y, r }, style }
  const corners = [
    [x, y - 1.2 * r],
    [x + 1.15 * r, y + 0.8 * r],
    [x - 1.15 * r, y + 0.8 * r]
  ]
  return { type: 'polygon', silent: true, shape: { points: corners }, style }
}

/** The shape of a line at each of its months. */
function marksOf(line: CountyLine, run: LineRun, colour: string, { rem, theme }: ChartContext): object {
  if (line.mark === undefined) return { symbol: 'none' }
  return {
    symbol: LOOK[line.mark].symbol,
    showAllSymbol: true,
    symbolSize: 0.45 * rem,
    itemStyle: { color: run.demo ? theme.bg0 : colour, borderColor: colour, borderWidth: 0.1 * rem }
  }
}

const weightOf = ({ own, mark }: CountyLine): number => (mark === undefined ? (own ? 1 : 0.7) : LOOK[mark].weight)

/** At each line's end its name and last value, moved apart where lines end near each other, with a thin leader. */
function endLabels(model: CountyTrendsModel, ctx: ChartContext, coord: Coord): object[] {
  const { rem, theme } = ctx
  const ended = model.lines.filter(({ last }) => last >= 0)
  const ends = ended.map(({ points, last }) => coord([last, points[last]?.value ?? 0]))
  const right = coord([model.months.length - 1, 0])[0] ?? 0
  const places = spread(
    ends.map(([, y = 0]) => y),
    1.4 * TYPE.min * rem,
    0.7 * rem,
    ctx.height - 2.4 * rem
  )
  return ended.flatMap((line, index) => {
    const [x = 0, y = 0] = ends[index] ?? []
    const at = places[index] ?? y
    const text = { x: right + 1.5 * rem, y: at, verticalAlign: 'middle', fontSize: TYPE.min * rem, fontFamily: FONT.inline }
    const name = line.region.name
    return [
      endMark(line, [x, y], colourOf(line, model, ctx), ctx),
      {
        type: 'polyline',
        silent: true,
        shape: {
          points: [
            [x + 0.4 * rem, y],
            [right + 0.9 * rem, at],
            [right + 1.3 * rem, at]
          ]
        },
        style: { fill: 'none', stroke: theme.line2, lineWidth: Math.max(1, STROKE.hair * rem) }
      },
      { type: 'text', silent: true, style: { ...text, text: name, fill: line.own ? theme.accent : theme.t2 } },
      {
        type: 'text',
        silent: true,
        style: {
          ...text,
          x: text.x + (name.length * TYPE.min + 0.4) * rem,
          text: line.points[line.last]?.text ?? '',
          fill: theme.t1,
          fontFamily: FONT.num,
          fontWeight: 600,
          fontSize: TYPE.min * 1.15 * rem
        }
      }
    ]
  })
}

/** The first month, the one that is looked at and the last; of the others each half year that stands clear of them. */
function shownMonths(chosen: number, last: number): ReadonlySet<number> {
  const kept = [0, chosen, last].filter((index, position, all) => all.slice(position + 1).every((other) => other === index || other - index >= 3))
  const halves = Array.from({ length: last + 1 }, (_, index) => index).filter((index) => index % 6 === 0 && index >= 4)
  return new Set([...kept, chosen, ...halves.filter((index) => kept.every((other) => Math.abs(other - index) >= 3 || other === 0))])
}

function xAxis({ months: told, after }: CountyTrendsModel, ctx: ChartContext): object {
  const months = [...told, ...after]
  const shown = shownMonths(told.length - 1, months.length - 1)
  return monthAxis(
    ctx,
    months.map((month, index) => monthText(month, index === 0 || index % 12 === 0)),
    shown
  )
}

const yAxis = ({ min, max }: CountyTrendsModel, ctx: ChartContext): object => ({
  type: 'value',
  min,
  max,
  interval: (max - min) / 2,
  axisLine: { show: false },
  axisLabel: {
    ...axisText(ctx),
    inside: true,
    margin: 0,
    verticalAlign: 'bottom',
    padding: [0, 0, 0.2 * ctx.rem, 0],
    formatter: (value: number) => (value === 0 ? '' : grouped(value))
  },
  splitLine: { lineStyle: { color: ctx.theme.line, width: Math.max(1, STROKE.hair * ctx.rem) } }
})

const pieceOf = (model: CountyTrendsModel, county: CountyLine, run: LineRun, ctx: ChartContext): object => ({
  id: `${county.region.code}-${run.from}`,
  type: 'line',
  z: county.own || county === leading(model.lines) ? 4 : 3,
  ...marksOf(county, run, colourOf(county, model, ctx), ctx),
  silent: true,
  connectNulls: false,
  data: valuesIn(county.points, run),
  lineStyle: {
    color: colourOf(county, model, ctx),
    width: weightOf(county) * STROKE.line * ctx.rem,
    type: run.demo ? DEMO.dash.map((length) => length * ctx.rem) : 'solid',
    cap: 'butt'
  }
})

/** One line an area on one axis from zero; no legend: each line ends in its name and value. */
export function option(model: CountyTrendsModel, ctx: ChartContext): EChartsCoreOption {
  const { rem } = ctx
  const labels = (_: unknown, api: CustomSeriesRenderItemAPI) => ({ type: 'group', children: endLabels(model, ctx, (point) => api.coord(point)) })
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    grid: {
      left: (model.lines.some(({ mark }) => mark !== undefined) ? 0.5 : 0.1) * rem,
      right: labelRoom(model) * rem,
      top: 1.6 * rem,
      bottom: 1.9 * rem,
      outerBoundsMode: 'none'
    },
    xAxis: xAxis(model, ctx),
    yAxis: yAxis(model, ctx),
    series: [
      ...model.lines.flatMap((county) => lineRuns(county.points).map((run) => pieceOf(model, county, run, ctx))),
      { id: 'ends', type: 'custom', z: 5, silent: true, renderItem: labels, data: [[0, 0]], clip: false }
    ]
  }
}
