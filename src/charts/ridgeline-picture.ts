import { originText } from '#format/status.ts'
import { alpha } from '#tokens/colour.ts'
import { monthText } from '#format/period.ts'
import { PICTURE } from '#tokens/sizes.ts'
import type { Picture, Room, Shape, TextShape } from './picture.ts'
import { layout, type MonthPlace } from './ridgeline-layout.ts'
import { option } from './ridgeline-option.ts'
import type { RidgelineModel, RidgelineOptions } from './ridgeline.ts'

const ROW = 36
const AROUND = 110
/** Where bars of the totals have room, beside their numbers. */
const WIDE = 560
const GAP = 10

const text = (shape: Omit<TextShape, 'kind'>): TextShape => ({ kind: 'text', ...shape })

/** The year where it changes. */
function names(months: readonly MonthPlace[], left: number, { theme }: Room): Shape[] {
  return months.map(({ month, base }, index) => {
    const before = months[index - 1]?.month.period
    const named = monthText(month.period, before !== undefined && before.slice(0, 4) !== month.period.slice(0, 4))
    return text({ text: named, x: left - GAP, y: base - 2, align: 'end', font: 'inline', weight: 500, size: 14, fill: month.latest ? theme.accent : theme.t1 })
  })
}

interface Totals {
  readonly x: number
  readonly number: number
  readonly bar: number
}

/** A month's number and, where there is room, how it compares. */
function total({ month, base }: MonthPlace, { x, number, bar }: Totals, most: number, { theme }: Room): Shape[] {
  if (month.total === null) return [text({ text: month.totalText, x, y: base - 2, font: 'sans', weight: 400, size: PICTURE.min, fill: theme.t3 })]
  const colour = month.latest ? theme.accent : theme.data
  const demo = month.total.observation.origin === 'demo'
  const width = most === 0 ? 0 : Math.max(0, (month.total.value / most) * bar)
  const shape: Shape = {
    kind: 'rect',
    x: x + number + GAP,
    y: base - 12,
    width,
    height: 9,
    fill: demo ? { hatch: alpha(colour, 0.62), ground: alpha(colour, 0.26) } : colour
  }
  const end: Shape[] = demo && width > 2 ? [{ kind: 'rect', x: x + number + GAP + width - 2, y: base - 12, width: 2, height: 9, fill: colour }] : []
  return [
    text({ text: month.totalText, x: x + number, y: base - 2, align: 'end', font: 'num', weight: 500, size: 19, fill: month.latest ? theme.accent : theme.t1 }),
    ...(bar > 20 ? [shape, ...end] : [])
  ]
}

/** What was counted before the first month, under the totals: with it the months make the whole. */
function opening({ opening: before }: RidgelineModel, x: number, y: number, { theme }: Room): Shape[] {
  if (before === null) return []
  const demo = before.observation.origin === 'demo' ? `（${originText('demo')}）` : ''
  return [text({ text: `此前 ${before.text}${demo}`, x, y: y + 5, font: 'inline', weight: 400, size: PICTURE.min, fill: theme.t3 })]
}

/** A line of days a month, its name on the left and its total on the right. */
export const picture: Picture<RidgelineModel, RidgelineOptions> = (model, room) => {
  const { theme, measure } = room
  const small = { font: 'inline', weight: 400, size: PICTURE.min, fill: theme.t3 } as const
  const years = new Set(model.months.map(({ period }) => period.slice(0, 4))).size > 1
  const left = measure(years ? '2022年12月' : '12月', { font: 'inline', weight: 500, size: 14 }) + GAP
  const number = Math.max(
    ...model.months.map(({ totalText, total: own }) => measure(totalText, { font: own === null ? 'sans' : 'num', weight: 500, size: own === null ? 13 : 19 }))
  )
  const words = [model.totals, ...(model.opening === null ? [] : [`此前 ${model.opening.text}（${originText('demo')}）`])]
  const bar = room.width >= WIDE ? 90 : 0
  const right = GAP + Math.max(number + (bar === 0 ? 0 : GAP + bar), ...words.map((word) => measure(word, small)))
  const height = model.months.length * ROW + AROUND
  const places = layout(model, { width: room.width - left - right, height, rem: room.rem })
  const x = room.width - right + GAP
  const most = Math.max(0, ...model.months.map(({ total: own }) => own?.value ?? 0))
  const over = [
    ...names(places.months, left, room),
    text({ ...small, text: model.totals, x, y: 18 }),
    ...places.months.flatMap((place) => total(place, { x, number, bar }, most, room)),
    ...opening(model, x, places.axisY, room)
  ]
  return [{ kind: 'chart', height, left, right, option: (ctx) => option(model, ctx), over }]
}
