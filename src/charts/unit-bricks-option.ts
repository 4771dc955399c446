import type { EChartsCoreOption } from 'echarts/core'
import { alpha } from '#tokens/colour.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { barMark } from './bar-mark.ts'
import { chartText } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import { blockOf, layout, type BricksPlace } from './unit-bricks-layout.ts'
import type { BrickColumn, UnitBricksModel } from './unit-bricks.ts'

interface Drawing {
  readonly ctx: ChartContext
  readonly colour: string
  readonly counted: boolean
}

function valueText({ ctx }: Drawing, { text, value }: BrickColumn, { centre, valueY, valueSize, column }: BricksPlace): object {
  const room = { x: centre, y: valueY, align: 'center', width: column.width, overflow: 'break', text }
  return chartText(
    ctx,
    value === null
      ? { ...room, fill: ctx.theme.t3, lineHeight: TYPE.min * 1.05 * ctx.rem }
      : { ...room, fontFamily: FONT.num, fontWeight: 500, fontSize: valueSize * ctx.rem, fill: ctx.theme.t1 }
  )
}

const floorLine = ({ ctx }: Drawing, { column, floor }: BricksPlace): object => ({
  type: 'line',
  silent: true,
  shape: { x1: column.x, y1: floor, x2: column.x + column.width, y2: floor },
  style: { stroke: ctx.theme.line, lineWidth: Math.max(1, STROKE.hair * ctx.rem) }
})

function columnItem(drawing: Drawing, column: BrickColumn, place: BricksPlace): object {
  const { ctx, colour, counted } = drawing
  const name = { x: place.centre, align: 'center', fontFamily: FONT.sans, width: place.column.width, overflow: 'truncate' }
  return {
    type: 'group',
    children: [
      { type: 'rect', shape: { ...place.column }, style: { fill: alpha(ctx.theme.bg0, 0) } },
      floorLine(drawing, place),
      ...place.bricks.flatMap((box) => barMark({ box, look: column.look, colour, edge: counted ? 'all' : 'top' }, ctx)),
      valueText(drawing, column, place),
      chartText(ctx, { ...name, text: column.name, y: place.nameY }),
      ...(column.year === '' ? [] : [chartText(ctx, { ...name, text: column.year, y: place.nameY + TYPE.min * 1.2 * ctx.rem, fill: ctx.theme.t3 })])
    ]
  }
}

function blockItems({ block }: UnitBricksModel, { ctx, colour }: Drawing): object[] {
  if (block === null) return []
  const bricks = blockOf(block.value, ctx).flatMap((box) => barMark({ box, look: block.look, colour, edge: 'all' }, ctx))
  return [{ type: 'group', silent: true, children: bricks }]
}

/** Columns of bricks on one floor, each brick one unit: one column, one item of the series. */
export function option(model: UnitBricksModel, ctx: ChartContext): EChartsCoreOption {
  const places = layout(model, ctx)
  const drawing = { ctx, colour: ctx.muted ? ctx.theme.neutral : ctx.theme.data, counted: model.countable }
  const items = model.columns.flatMap((column, index) => {
    const place = places[index]
    return place === undefined ? [] : [columnItem(drawing, column, place)]
  })
  const block = blockItems(model, drawing)
  return {
    animation: false,
    textStyle: { fontFamily: FONT.inline },
    series: [
      {
        id: 'bricks',
        type: 'custom',
        coordinateSystem: 'none',
        data: items.map((_, index) => index),
        renderItem: ({ dataIndex }: { readonly dataIndex: number }) => items[dataIndex]
      },
      {
        id: 'block',
        type: 'custom',
        coordinateSystem: 'none',
        silent: true,
        data: block.map((_, index) => index),
        renderItem: ({ dataIndex }: { readonly dataIndex: number }) => block[dataIndex]
      }
    ]
  }
}
