import type { EChartsCoreOption } from 'echarts/core'
import { alpha } from '#tokens/colour.ts'
import { FONT, STROKE } from '#tokens/sizes.ts'
import { barMark } from './bar-mark.ts'
import { layout, type BarsPlace } from './bars-layout.ts'
import type { BarsModel, BarsRow } from './bars.ts'
import { chartText } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'

interface Drawing {
  readonly model: BarsModel
  readonly ctx: ChartContext
  readonly colour: string
}

/** Digits in the number face; the reason why there is no value in words. */
const valueText = ({ ctx }: Drawing, { middle: y, valueSize }: BarsPlace, text: string, present: boolean, x: number): object =>
  chartText(
    ctx,
    present
      ? { text, x, y, align: 'right', fontFamily: FONT.num, fontWeight: 500, fontSize: valueSize * ctx.rem, fill: ctx.theme.t1 }
      : { text, x, y, align: 'right', fill: ctx.theme.t3 }
  )

function nameText({ ctx }: Drawing, { name, own }: BarsRow, { row, middle, nameWidth, nameSize }: BarsPlace): object {
  return chartText(ctx, {
    text: name,
    x: row.x,
    y: middle,
    width: nameWidth + 0.1 * ctx.rem,
    overflow: 'truncate',
    fontFamily: FONT.sans,
    fontSize: nameSize * ctx.rem,
    fontWeight: own ? 600 : 400,
    fill: own ? ctx.theme.accent : ctx.theme.t1
  })
}

/** With two columns of values the rows read as a table: a hairline over each. */
const hairline = ({ ctx, model }: Drawing, { row }: BarsPlace): object[] =>
  model.secondLabel === null
    ? []
    : [
        {
          type: 'line',
          silent: true,
          shape: { x1: row.x, y1: row.y, x2: row.x + row.width, y2: row.y },
          style: { stroke: alpha(ctx.theme.line, 0.6), lineWidth: Math.max(1, STROKE.hair * ctx.rem) }
        }
      ]

function rowItem(drawing: Drawing, row: BarsRow, place: BarsPlace): object {
  const { ctx, colour } = drawing
  const { bar, valueRight, secondRight } = place
  return {
    type: 'group',
    children: [
      // The whole row answers to a touch, not only its bar.
      { type: 'rect', shape: { ...place.row }, style: { fill: alpha(ctx.theme.bg0, 0) } },
      ...hairline(drawing, place),
      nameText(drawing, row, place),
      ...(bar === null ? [] : barMark({ box: bar, look: row.look, colour, edge: (row.value ?? 0) < 0 ? 'left' : 'right' }, ctx)),
      valueText(drawing, place, row.text, row.value !== null, valueRight),
      ...(row.second === null ? [] : [valueText(drawing, place, row.second.text, row.second.observation?.obsValue != null, secondRight)])
    ]
  }
}

function labelItems({ ctx, model }: Drawing, { valueRight, secondRight }: BarsPlace, y: number): object[] {
  const label = (text: string, x: number): object => chartText(ctx, { text, x, y, align: 'right', fill: ctx.theme.t2 })
  return [label(model.label, valueRight), label(model.secondLabel ?? '', secondRight)]
}

/** Horizontal bars from one zero with the value at the end: one row, one item of the series. */
export function option(model: BarsModel, ctx: ChartContext): EChartsCoreOption {
  const drawing = { model, ctx, colour: ctx.muted ? ctx.theme.neutral : ctx.theme.data }
  const { places, labels } = layout(model, ctx)
  const heads = labels === null ? [] : places.filter(({ row }) => row.y === places[0]?.row.y).flatMap((place) => labelItems(drawing, place, labels))
  const items = model.rows.flatMap((row, index) => {
    const place = places[index]
    return place === undefined ? [] : [rowItem(drawing, row, place)]
  })
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    series: [
      {
        id: 'bars',
        type: 'custom',
        coordinateSystem: 'none',
        data: items.map((_, index) => index),
        renderItem: ({ dataIndex }: { readonly dataIndex: number }) => items[dataIndex]
      },
      {
        id: 'labels',
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: heads.map((_, index) => index),
        renderItem: ({ dataIndex }: { readonly dataIndex: number }) => heads[dataIndex]
      }
    ]
  }
}
