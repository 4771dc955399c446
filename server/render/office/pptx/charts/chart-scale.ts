import { apart } from '#charts/apart.ts'
import { niceMax } from '#charts/trend.ts'
import { SIZE } from '#server/render/office/pptx/units.ts'
import { textWidth } from '#server/render/office/pptx/widths.ts'
import type { NativeChart } from './native-chart.ts'

export const isLine = ({ kind }: NativeChart): boolean => kind === 'line' || kind === 'ranks'

/** Where lines that say their names at their ends are drawn, in parts of the chart. */
export const PLOT = { x: 0.05, y: 0.03, w: 0.82, h: 0.86 } as const

const numbersOf = ({ series }: NativeChart): number[] => series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [Number(value)])))

interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** In px: what a bar has at least to lie in, and a column's name to stand in. */
const BAR_ROOM = 420
const ROW_ROOM = 1080
const GAP = 18

/** Behind the longest bar its label has room, over the tallest column too. */
function headroom({ kind, series }: NativeChart): number {
  if (kind !== 'bar') return 1.12
  const widest = Math.max(0, ...series.flatMap(({ points }) => points.map(({ text }) => textWidth(text, SIZE.min))))
  return 1 + Math.min(0.6, (widest + GAP) / BAR_ROOM)
}

/** Columns whose names or numbers would stand into each other lie down. */
export function asFits(chart: NativeChart): NativeChart {
  const texts = [...chart.categories, ...chart.series.flatMap(({ points }) => points.map(({ text }) => text))]
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, SIZE.min)))
  const stands = chart.kind !== 'column' || widest * chart.categories.length * Math.max(1, chart.series.length * 0.5) <= ROW_ROOM
  return stands ? chart : { ...chart, kind: 'bar' }
}

/** From zero, always: a bar's length is its value. Lines have the scale of their picture; ranks count from 1 at the top. */
export function scaleOf(chart: NativeChart): Scale {
  const values = numbersOf(chart)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (chart.kind === 'ranks') return { min: 0.5, max: high + 0.5, step: 1 }
  if (!isLine(chart)) return { min: low * 1.22, max: high * headroom(chart) || 1, step: Math.max(high, -low) || 1 }
  const max = niceMax(high)
  return { min: low < 0 ? -max * Math.ceil(-low / max) : 0, max, step: max / 2 }
}

/** In thousandths of the chart's height. */
const LABEL = 44

/** How far down the name at each line's end has to move so that none lies on another, in parts of the chart's height; ranks have a row each. */
export function endShifts(chart: NativeChart): number[] {
  const { min, max } = scaleOf(chart)
  const ends = chart.series.map(({ points }) => Number(points.findLast(({ value }) => value !== null)?.value ?? min))
  if (chart.kind === 'ranks') return ends.map(() => 0)
  return apart(ends.map((end) => ({ x: 0, width: 1, y: (1000 * PLOT.h * (max - end)) / (max - min), height: LABEL }))).map((down) => Math.round(down) / 1000)
}
