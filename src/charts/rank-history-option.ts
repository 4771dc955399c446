import type { EChartsCoreOption } from 'echarts/core'
import type { CustomSeriesRenderItemAPI } from 'echarts/types/dist/shared'
import { alpha } from '#tokens/colour.ts'
import { DEMO, FONT, TYPE } from '#tokens/sizes.ts'
import { chartText } from './chart-text.ts'
import { LEAGUE, monthRows, nameGap, nameStyle } from './month-rows.ts'
import { entering } from './entrance.ts'
import type { ChartContext } from './panel-data.ts'
import type { RankGap, RankHistoryModel, RankLine, RankPoint, RankTie } from './rank-history.ts'

type Coord = (point: [number, number]) => number[]

interface Drawing {
  readonly model: RankHistoryModel
  readonly ctx: ChartContext
  readonly coord: Coord
}

/** In rem: from one of two equals to the other, the dots, the pill around them. */
const APART = 1.24
const DOT = { usual: 0.5, marked: 0.62 } as const
/** The panel's own head reaches so far down into the chart. */
const TITLE = 3.2
const PILL = { side: 1.05, over: 0.93 } as const

/** Where a point stands, in px. Equal ones stand apart, but never farther than rows do. */
export function placeOf({ row, offset }: Pick<RankPoint, 'row' | 'offset'>, month: number, coord: Coord, rem: number): readonly [number, number] {
  const [x = 0, y = 0] = coord([month, row])
  const [, below = 0] = coord([month, row + 1])
  return [x, y + offset * Math.min(APART * rem, below - y)]
}

const at = ({ coord, ctx }: Drawing, point: RankPoint, month: number): readonly [number, number] => placeOf(point, month, coord, ctx.rem)

const colourOf = ({ first, marked }: RankLine, { theme, muted }: ChartContext): string =>
  muted ? theme.neutral : first ? theme.accent : marked ? theme.t2 : alpha(theme.data, 0.68)

const strong = ({ first, marked }: RankLine): boolean => first || marked
const isDemo = (...points: readonly RankPoint[]): boolean => points.some(({ observation }) => observation.origin === 'demo')

/** From one month to the next: level at both ends. */
const curve = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string => {
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

function stroke(pathData: string, line: RankLine, demo: boolean, { rem, theme, ...ctx }: ChartContext): object[] {
  const width = (line.first ? 0.34 : 0.24) * rem
  const path = (style: object): object => ({ type: 'path', silent: true, shape: { pathData }, style: { fill: 'none', lineCap: 'butt', ...style } })
  return entering(demo, [
    path({ stroke: alpha(theme.bg0, 0.85), lineWidth: 0.8 * rem }),
    path({ stroke: colourOf(line, { rem, theme, ...ctx }), lineWidth: width, ...(demo ? { lineDash: DEMO.dash.map((length) => length * 1.2 * rem) } : {}) })
  ])
}

/** The ways between months that have a rank on both sides, and from the last one into the table. */
function ways(drawing: Drawing, line: RankLine): object[] {
  const { ctx, coord } = drawing
  const last = line.points.length - 1
  const steps = line.points.flatMap((point, month) => {
    const before = line.points[month - 1]
    if (point === null || before === null || before === undefined) return []
    return stroke(curve(at(drawing, before, month - 1), at(drawing, point, month)), line, isDemo(before, point), ctx)
  })
  const end = line.points[last]
  if (end === null || end === undefined) return steps
  const [x, y] = at(drawing, end, last)
  const [, row = y] = coord([last, line.end])
  return [...steps, ...stroke(curve([x, y], [x + LEAGUE.tail * ctx.rem, row]), line, isDemo(end), ctx)]
}

function dots(drawing: Drawing, line: RankLine): object[] {
  const { ctx } = drawing
  return line.points.flatMap((point, month) => {
    if (point === null) return []
    const [cx, cy] = at(drawing, point, month)
    const colour = colourOf(line, ctx)
    return entering(isDemo(point), [
      {
        type: 'circle',
        silent: true,
        shape: { cx, cy, r: (strong(line) ? DOT.marked : DOT.usual) * ctx.rem },
        style: { fill: isDemo(point) ? ctx.theme.bg0 : colour, stroke: colour, lineWidth: 0.19 * ctx.rem }
      }
    ])
  })
}

/** A text's box in px. */
interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const meet = (a: Box, b: Box): boolean => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height

const isBoxed = ({ gaps }: RankHistoryModel): boolean => gaps.some(({ from }) => from === 0)

/** The first name of each line: at its first point, or where it is missing. */
function names(drawing: Drawing): readonly { readonly region: string; readonly box: Box; readonly item: object }[] {
  const { model, ctx, coord } = drawing
  const [left = 0] = coord([0, 0])
  return model.lines.flatMap((line) => {
    const [point] = line.points
    const gap = model.gaps.find(({ region, from }) => region.code === line.region.code && from === 0)
    const y = point === null || point === undefined ? (gap === undefined ? undefined : coord([0, gap.row])[1]) : at(drawing, point, 0)[1]
    if (y === undefined) return []
    const width = line.region.name.length * TYPE.body * ctx.rem
    const x = left - nameGap(isBoxed(model)) * ctx.rem
    const colour = line.first ? ctx.theme.accent : line.marked ? ctx.theme.t1 : ctx.theme.t2
    return [
      {
        region: line.region.code,
        box: { x: x - width / 2, y, width, height: 1.3 * ctx.rem },
        item: chartText(ctx, { ...nameStyle(line.region.name, ctx), x, y, fill: ctx.muted ? ctx.theme.t2 : colour })
      }
    ]
  })
}

/** Why a line is marked: the places it has won or lost, over its last point. */
function moves(drawing: Drawing): { readonly box: Box; readonly item: object }[] {
  const { ctx, model } = drawing
  const last = model.months.length - 1
  return model.lines.flatMap((line) => {
    const point = line.points[last]
    if (point === null || point === undefined || point.shared || line.first || !line.marked || line.move === null || line.move === 0) return []
    const [x, y] = at(drawing, point, last)
    const box = { x, y: y - 1.35 * ctx.rem, width: 2 * ctx.rem, height: 1.3 * ctx.rem }
    const text = `${line.move > 0 ? '▲' : '▼'}${Math.abs(line.move)}`
    const fill = ctx.muted ? ctx.theme.t2 : line.move > 0 ? ctx.theme.data : ctx.theme.warn
    return [
      {
        box,
        item: chartText(ctx, {
          text,
          x,
          y: box.y,
          align: 'center',
          fontSize: TYPE.body * ctx.rem,
          fontWeight: 600,
          fill,
          stroke: ctx.theme.bg0,
          lineWidth: 0.3 * ctx.rem
        })
      }
    ]
  })
}

function gapItems({ ctx, coord }: Drawing, { row, from, to, word }: RankGap): object[] {
  const { rem, theme } = ctx
  const [left = 0, y = 0] = coord([from, row])
  const [right = 0] = coord([to, row])
  const half = from === to ? (word.length * TYPE.min * rem) / 2 + 0.4 * rem : 1.5 * rem
  const [x, width] = [Math.min(left, (left + right) / 2) - half, right - left + 2 * half]
  return [
    {
      type: 'rect',
      silent: true,
      shape: { x, y: y - 0.85 * rem, width, height: 1.7 * rem, r: 0.2 * rem },
      style: { fill: theme.bg0, stroke: theme.line2, lineWidth: Math.max(1, 0.09 * rem), lineDash: [0.35 * rem, 0.25 * rem] }
    },
    chartText(ctx, { text: word, x: x + width / 2, y, align: 'center', fontFamily: FONT.sans })
  ]
}

interface Pill {
  readonly tie: RankTie
  readonly box: Box
  /** Where the words stand, if there is room for them. */
  readonly words: Box
}

function pillOf({ ctx, coord }: Drawing, tie: RankTie): Pill {
  const { rem } = ctx
  const [x, top] = placeOf({ row: tie.row, offset: -(tie.count - 1) / 2 }, tie.month, coord, rem)
  const [, bottom] = placeOf({ row: tie.row, offset: (tie.count - 1) / 2 }, tie.month, coord, rem)
  const height = bottom - top + 2 * PILL.over * rem
  const y = (top + bottom) / 2
  return { tie, box: { x, y, width: 2 * PILL.side * rem, height }, words: { x, y: y - height / 2 - 0.75 * rem, width: 4.8 * rem, height: 1.35 * rem } }
}

/** The pills around equals, and the words over as many of them as fit, the latest first. */
function ties(drawing: Drawing, taken: readonly Box[]): object[] {
  const { model, ctx } = drawing
  const { rem, theme } = ctx
  const pills = model.ties.map((tie) => pillOf(drawing, tie))
  const worded: Box[] = []
  const fits = (words: Box): boolean => words.y - words.height / 2 > TITLE * rem && ![...taken, ...worded].some((box) => meet(box, words))
  const said = pills.toReversed().filter(({ words }) => fits(words) && worded.push(words) > 0)
  return [
    ...pills.map(({ box }) => ({
      type: 'rect',
      silent: true,
      shape: { x: box.x - box.width / 2, y: box.y - box.height / 2, width: box.width, height: box.height, r: box.width / 2 },
      style: { fill: 'none', stroke: theme.t1, lineWidth: Math.max(1, 0.11 * rem) }
    })),
    ...said.map(({ tie, words }) =>
      chartText(ctx, {
        text: `并列第${tie.rank}`,
        x: words.x,
        y: words.y,
        align: 'center',
        fontFamily: FONT.sans,
        fill: theme.t1,
        stroke: theme.bg0,
        lineWidth: 0.3 * rem
      })
    )
  ]
}

function gapBox({ ctx, coord }: Drawing, { row, from, to }: RankGap): Box {
  const [left = 0, y = 0] = coord([from, row])
  const [right = 0] = coord([to, row])
  return { x: (left + right) / 2, y, width: right - left + 3.4 * ctx.rem, height: 1.8 * ctx.rem }
}

/** The first and the marked line lie on top. */
const inOrder = (lines: readonly RankLine[]): RankLine[] =>
  lines.toSorted((a, b) => Number(a.first) * 2 + Number(a.marked) - Number(b.first) * 2 - Number(b.marked))

/** Where a dot is, no word can stand. */
const dotBoxes = (drawing: Drawing): Box[] =>
  drawing.model.lines.flatMap(({ points }) =>
    points.flatMap((point, month) => {
      if (point === null) return []
      const [x, y] = at(drawing, point, month)
      return [{ x, y, width: 1.3 * drawing.ctx.rem, height: 1.3 * drawing.ctx.rem }]
    })
  )

function children(drawing: Drawing): object[] {
  const { model } = drawing
  const lines = inOrder(model.lines)
  const [named, moved] = [names(drawing), moves(drawing)]
  return [
    ...lines.flatMap((line) => [...ways(drawing, line), ...dots(drawing, line)]),
    ...[...named, ...moved].map(({ item }) => item),
    ...model.gaps.flatMap((gap) => gapItems(drawing, gap)),
    ...ties(drawing, [...[...named, ...moved].map(({ box }) => box), ...model.gaps.map((gap) => gapBox(drawing, gap)), ...dotBoxes(drawing)])
  ]
}

/** Ranks by month, one row each; every line ends in its row of the table beside it. */
export function option(model: RankHistoryModel, ctx: ChartContext): EChartsCoreOption {
  const renderItem = (_: unknown, api: CustomSeriesRenderItemAPI) => ({
    type: 'group',
    children: children({ model, ctx, coord: (point) => api.coord(point) })
  })
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    ...monthRows({ months: model.months, names: model.lines.map(({ region }) => region.name), rows: model.rows.length, boxed: isBoxed(model) }, ctx),
    series: [{ id: 'ranks', type: 'custom', silent: true, renderItem, data: [[0, 0]], clip: false }]
  }
}
