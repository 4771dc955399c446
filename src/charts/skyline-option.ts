import type { EChartsCoreOption } from 'echarts/core'
import { mix } from '#tokens/colour.ts'
import { DEMO, FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { barMark, type BarLook } from './bar-mark.ts'
import { chartText } from './chart-text.ts'
import { leader, published } from './entrance.ts'
import type { Bounds } from './hatch.ts'
import { layer } from './layer.ts'
import type { ChartContext } from './panel-data.ts'
import type { SkylineModel } from './skyline.ts'
import type { ColumnPlace } from './skyline-labels.ts'
import { layout, type GroupPlace, type SkylineLayout } from './skyline-layout.ts'
import type { SkylineBox } from './skyline-rows.ts'
import { countText, groupName } from './skyline-words.ts'

export type SkylineContext = ChartContext & Pick<SkylineBox, 'leaders' | 'rows'>

interface Drawing {
  readonly model: SkylineModel
  readonly ctx: SkylineContext
  readonly places: SkylineLayout
}

const hair = ({ rem }: ChartContext): number => Math.max(1, STROKE.hair * rem)

const line = (points: readonly (readonly number[])[], style: object): object => ({
  type: 'polyline',
  silent: true,
  shape: { points },
  style: { fill: 'none', ...style }
})

/** Gold for what the stories tell of; a step softer than the data colour for the mass of columns. */
function colourOf({ ctx: { muted, theme } }: Drawing, { column }: ColumnPlace): string {
  if (muted) return theme.neutral
  return column.model === null ? mix(theme.dataSoft, theme.data, 0.72) : theme.accent
}

/** From one value to another, as a box. */
function boxOf({ places: { yOf } }: Drawing, { x, width }: ColumnPlace, from: number, to: number): Bounds {
  const [y, end] = [yOf(Math.max(from, to)), yOf(Math.min(from, to))]
  return { x, y, width, height: end - y }
}

/** How far the column is known by more than the demo: to its own value, or to the floor that every place was beyond in the same period. */
function solidTo({ model }: Drawing, { column: { value, look, observation } }: ColumnPlace): number {
  if (observation === null) return model.floor?.value ?? 0
  if (value === null) return 0
  if (look === 'solid') return value
  return model.floor !== null && value >= model.floor.value && observation.timePeriod === model.floor.observation.timePeriod ? model.floor.value : 0
}

/** No value, no bar: an open ring on the base line, and the reason under the group's name. */
const absentMark = ({ ctx, places: { base } }: Drawing, { x, width }: ColumnPlace): object => ({
  type: 'circle',
  silent: true,
  shape: { cx: x + width / 2, cy: base - 0.45 * ctx.rem, r: Math.min(0.25 * ctx.rem, width / 2) },
  style: { fill: 'none', stroke: ctx.theme.t3, lineWidth: 0.1 * ctx.rem }
})

/** Nothing is a value too: a line on the base, so that it is not taken for a place without one. */
const zeroBox = ({ ctx, places: { base } }: Drawing, { x, width }: ColumnPlace): Bounds => ({ x, y: base - ZERO * ctx.rem, width, height: ZERO * ctx.rem })
const ZERO = 0.16

/** What is known of a column: certain up to its value, and open above it where its qualifier says so. */
function knownMarks(drawing: Drawing, place: ColumnPlace): object[] {
  const { value, until, edge, look, observation } = place.column
  if (observation !== null && value === null) return [absentMark(drawing, place)]
  const [colour, solid] = [colourOf(drawing, place), solidTo(drawing, place)]
  const mark = (box: Bounds, own: BarLook, line: 'top' | 'all' = 'top'): object[] => barMark({ box, look: own, colour, edge: line }, drawing.ctx)
  if (value === 0 && until === null) return mark(zeroBox(drawing, place), look, 'all')
  return [
    ...mark(boxOf(drawing, place, 0, solid), observation === null && edge !== 'none' ? edge : 'solid'),
    ...(value === null || look === 'solid' ? [] : mark(boxOf(drawing, place, solid, value), look)),
    ...(value === null || until === null || edge === 'none' ? [] : mark(boxOf(drawing, place, value, until), edge))
  ]
}

function columnItem(drawing: Drawing, place: ColumnPlace): object {
  const { ctx } = drawing
  const { forecast } = place.column
  if (forecast === null) return { type: 'group', children: knownMarks(drawing, place) }
  const box = boxOf(drawing, place, Math.min(solidTo(drawing, place), forecast.value), forecast.value)
  return { type: 'group', children: [...knownMarks(drawing, place), ...barMark({ box, look: 'forecast', colour: ctx.theme.accent, edge: 'top' }, ctx)] }
}

function groundItems({ ctx, places: { ticks, right, base, groups } }: Drawing): object[] {
  const style = { stroke: ctx.theme.line, lineWidth: hair(ctx) }
  const steps = ticks.flatMap(({ y, text }) => [
    line(
      [
        [0, y],
        [ctx.width, y]
      ],
      style
    ),
    chartText(ctx, { text, x: ctx.width, y: y - 0.2 * ctx.rem, align: 'right', verticalAlign: 'bottom', fill: ctx.theme.t3 })
  ])
  const rules = groups.map((group) =>
    line(
      [
        [group.left, base + 0.35 * ctx.rem],
        [Math.min(group.right, right), base + 0.35 * ctx.rem]
      ],
      { ...style, stroke: ctx.theme.line2 }
    )
  )
  return [...steps, ...rules]
}

function groupText({ ctx }: Drawing, { group, labelX, labelY }: GroupPlace): object[] {
  const name = groupName(group)
  const count = { text: `{name|${name}}{count| ${countText(group)}}`, x: labelX, y: labelY }
  const rich = {
    name: { fontFamily: FONT.sans, fontSize: TYPE.min * ctx.rem, fill: group.own ? ctx.theme.accent : ctx.theme.t2 },
    count: { fontFamily: FONT.inline, fontSize: TYPE.min * ctx.rem, fill: ctx.theme.t3 }
  }
  const absent = group.absent === '' ? [] : [chartText(ctx, { text: group.absent, x: labelX, y: labelY + 1.4 * ctx.rem, fill: ctx.theme.t3 })]
  return [chartText(ctx, { ...count, rich }), ...absent]
}

/** 以上 is dashed, whatever it stands on. */
const floorDash = ({ model: { floor }, ctx }: Drawing): object =>
  floor?.observation.bound === 'atLeast' ? { lineDash: DEMO.dash.map((length) => length * ctx.rem) } : {}

function overItems(drawing: Drawing): object[] {
  const { ctx, places } = drawing
  const gold = ctx.muted ? ctx.theme.neutral : ctx.theme.accent
  const floor =
    places.floor === null
      ? []
      : published([
          line(
            [
              [0, places.floor],
              [ctx.width, places.floor]
            ],
            { stroke: ctx.theme.t1, lineWidth: STROKE.rule * ctx.rem, ...floorDash(drawing) }
          )
        ])
  const labels = places.labels.map(({ text, x, y }) => chartText(ctx, { text, x, y, align: 'center', verticalAlign: 'bottom', fill: gold }))
  const leaders = places.leaders.flatMap(({ x, points }) =>
    leader([
      line(points, { stroke: gold, lineWidth: hair(ctx), opacity: 0.6 }),
      { type: 'circle', silent: true, shape: { cx: x, cy: points[0]?.[1] ?? 0, r: 0.22 * ctx.rem }, style: { fill: gold } }
    ])
  )
  return [...floor, ...leaders, ...labels, ...places.groups.flatMap((group) => groupText(drawing, group))]
}

/** Steps behind, columns on them, the floor's line and all names before them. */
export function option(model: SkylineModel, ctx: SkylineContext): EChartsCoreOption {
  const drawings = layout(model, ctx).map((places): Drawing => ({ model, ctx, places }))
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    series: [
      layer('ground', 1, drawings.flatMap(groundItems)),
      layer(
        'columns',
        2,
        drawings.flatMap((drawing) => drawing.places.columns.map((place) => columnItem(drawing, place)))
      ),
      layer('over', 3, drawings.flatMap(overItems))
    ]
  }
}
