import { apart } from '#charts/apart.ts'
import { niceMax } from '#charts/trend.ts'
import { SIZE, type Box } from '#server/render/office/pptx/units.ts'
import { textWidth } from '#server/render/office/pptx/widths.ts'
import type { NativeChart } from './native-chart.ts'

export const isLine = ({ kind }: Pick<NativeChart, 'kind'>): boolean => kind === 'line' || kind === 'ranks'

/** What a chart is drawn in, in px. */
export type Room = Pick<Box, 'width' | 'height'>

const LARGEST = 20
const LEAST = { bar: 10, column: 13, line: SIZE.min, ranks: SIZE.min } as const

/** Names and labels of bars leave this part of a chart to the bars. */
const BARS = 0.32

const widestOf = (texts: readonly string[]): number => Math.max(1, ...texts.map((text) => textWidth(text, 1)))

/** What bars that lie have for letters in height and in width. */
function barLetters({ categories, series, unnamed }: NativeChart, { width, height }: Room): number {
  const names = unnamed === true ? 0 : widestOf(categories)
  const labels = widestOf(series.flatMap(({ points }) => points.map(({ text }) => text)))
  return Math.min((height / categories.length / Math.max(1, series.length)) * 0.48, (width * (1 - BARS)) / (names + labels))
}

/** Of the names and numbers at bars, and of what stands along axes: the larger the fewer there are. */
export function letterSize(chart: NativeChart, room: Room): number {
  const { kind, categories } = chart
  const each = kind === 'bar' ? barLetters(chart, room) : ((room.width / categories.length) * 0.8) / widestOf(categories)
  // Where not all names along a line fit anyway, those that stand there need not be small.
  if (isLine(chart) && each < LEAST.line) return SIZE.body
  return Math.max(LEAST[kind], Math.min(LARGEST, Math.floor(each)))
}

const endText = ({ series, kind, told = false }: NativeChart, index: number): string => {
  if (told) return ''
  const { name = '', points = [] } = series[index] ?? {}
  const text = points.findLast(({ value }) => value !== null)?.text ?? ''
  return series.length === 1 ? text : kind === 'ranks' ? `${text} ${name}` : `${name} ${text}`
}

export interface Plot {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Where lines are drawn, in parts of the chart: what stands at their ends has room at the right, scale and periods at the left and below. */
export function plotOf(chart: NativeChart, { width, height }: Room): Plot {
  const { series, categories, kind } = chart
  const alone = series.length === 1
  const ends = Math.max(...series.map((_, index) => textWidth(`${endText(chart, index)}${alone && chart.told !== true ? chart.unit : ''}`, SIZE.body, true)))
  const scale = kind === 'ranks' ? 20 : textWidth(scaleText(scaleOf(chart, { width, height }).max), SIZE.min) + 22
  // Periods stand centred under their points: the first and the last one half outside.
  const half = textWidth(categories.at(-1) ?? '', SIZE.min) / 2
  const [before, after] = [Math.max(scale, half), Math.max(half, ends + 24) + 8]
  const above = SIZE.body * 1.2
  const under = SIZE.min * 2.6
  return { x: before / width, y: above / height, w: (width - before - after) / width, h: (height - above - under) / height }
}

const scaleText = (max: number): string => max.toLocaleString('en-US')

const numbersOf = ({ series }: NativeChart): number[] => series.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [Number(value)])))

interface Scale {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** In px: what all columns of a slide share. */
const ROW_ROOM = 1080
const GAP = 22

/** What a label takes behind a bar, in parts of what bars have. */
function labelShare(chart: NativeChart, room: Room, negative: boolean): number {
  const { kind, series, categories, unnamed } = chart
  const size = letterSize(chart, room)
  if (kind !== 'bar') return Math.min(0.4, (size * 2) / Math.max(1, room.height - size * 4))
  const texts = series.flatMap(({ points }) => points.flatMap(({ value, text }) => (Number(value) < 0 === negative ? [text] : [])))
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, size)))
  const names = unnamed === true ? 0 : Math.max(0, ...categories.map((text) => textWidth(text, size)))
  return Math.min(0.45, (widest + GAP) / Math.max(60, room.width - names - GAP))
}

/** From zero, with room for the labels at both ends. */
function barScale(chart: NativeChart, low: number, high: number, room: Room): Scale {
  const [before, after] = [low < 0 ? labelShare(chart, room, true) : 0, labelShare(chart, room, false)]
  const whole = (high - low || 1) / (1 - before - after)
  return { min: low - whole * before, max: high + whole * after, step: Math.max(high, -low) || 1 }
}

/** Columns whose names or numbers would stand into each other lie down. */
export function asFits(chart: NativeChart): NativeChart {
  const texts = [...chart.categories, ...chart.series.flatMap(({ points }) => points.map(({ text }) => text))]
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, SIZE.min)))
  const stands = chart.kind !== 'column' || widest * chart.categories.length * Math.max(1, chart.series.length * 0.5) <= ROW_ROOM
  return stands ? chart : { ...chart, kind: 'bar' }
}

/** From zero, always: a bar's length is its value. Lines have the scale of their picture; ranks count from 1 at the top. */
export function scaleOf(chart: NativeChart, room: Room): Scale {
  const values = numbersOf(chart)
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (chart.kind === 'ranks') return { min: 0.5, max: high + 0.5, step: 1 }
  if (!isLine(chart)) return barScale(chart, low, high, room)
  const max = niceMax(high)
  return { min: low < 0 ? -max * Math.ceil(-low / max) : 0, max, step: max / 2 }
}

/** Between the middles of two names at the ends of lines, in px. */
const LABEL = SIZE.body * 1.55

/** How far down the name at each line's end has to move so that none lies on another, in parts of the chart's height; ranks have a row each. */
export function endShifts(chart: NativeChart, room: Room): number[] {
  const { min, max } = scaleOf(chart, room)
  const { h } = plotOf(chart, room)
  const ends = chart.series.map(({ points }) => Number(points.findLast(({ value }) => value !== null)?.value ?? min))
  if (chart.kind === 'ranks') return ends.map(() => 0)
  const places = ends.map((end) => ({ x: 0, width: 1, y: (room.height * h * (max - end)) / (max - min), height: LABEL }))
  return apart(places).map((down) => Math.round((1000 * down) / room.height) / 1000)
}
