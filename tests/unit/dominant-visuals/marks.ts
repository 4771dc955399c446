import type { EChartsCoreOption } from 'echarts/core'
import { drawSvg, type SvgText } from '#tests/support/draw-svg.ts'
import { flat, itemsOf, seriesOf, type Item } from '#tests/support/render-items.ts'
import type { Room } from './visual.ts'

export interface Circle {
  readonly x: number
  readonly y: number
  readonly r: number
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A hair, in px or rem: lines are rounded to tenths. */
const HAIR = 0.06

const touch = (a: Circle, b: Circle): boolean => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - HAIR
const meet = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > HAIR && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > HAIR

/** So many pairs are told: a failure should be readable. */
const TOLD = 3

const pairs = <T>(marks: readonly T[], bad: (a: T, b: T) => boolean): [T, T][] =>
  marks.flatMap((a, index) => marks.slice(index + 1).flatMap((b): [T, T][] => (bad(a, b) ? [[a, b]] : []))).slice(0, TOLD)

/** Pairs of marks that lie on each other: none, where each can be told apart. */
export const overlapping = (circles: readonly Circle[]): [Circle, Circle][] => pairs(circles, touch)
export const meeting = <R extends Rect>(boxes: readonly R[]): [R, R][] => pairs(boxes, meet)

export const boxOf = ({ x, y, r }: Circle): Rect => ({ x: x - r, y: y - r, width: 2 * r, height: 2 * r })

/** Marks that are not whole inside the room. */
export const outside = <R extends Rect>(boxes: readonly R[], { width, height }: Pick<Room, 'width' | 'height'>): R[] =>
  boxes.filter((box) => !(box.x >= -HAIR && box.y >= -HAIR && box.x + box.width <= width + HAIR && box.y + box.height <= height + HAIR))

/** Circles that reach into one of the boxes. */
export const covering = (circles: readonly Circle[], boxes: readonly Rect[]): Circle[] =>
  circles.filter(({ x, y, r }) =>
    boxes.some((box) => Math.hypot(x - Math.max(box.x, Math.min(x, box.x + box.width)), y - Math.max(box.y, Math.min(y, box.y + box.height))) < r - HAIR)
  )

/** Where a number is none, as a path into the value; strings, such as path data, are searched too. */
export function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} ${value}`]
  if (typeof value === 'string') return /NaN|Infinity|undefined/.test(value) ? [`${path} ${value}`] : []
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, own]) => notFinite(own, `${path}.${key}`))
}

/** Degrees and rows become px in this many steps a unit: enough for series that ask the chart for their places. */
const COORD = ([x = 0, y = 0]: readonly number[]): number[] => [x * 40, y * 40]

/** Every item of every custom series, as ECharts would ask for them. */
export const itemsIn = (option: EChartsCoreOption): Item[] => seriesOf(option).flatMap(({ id }) => itemsOf(option, id, COORD).flatMap(flat))

/** Whatever of an option is not a finite number, its rendered items included. */
export const brokenIn = (option: EChartsCoreOption): string[] => [...notFinite(option), ...itemsIn(option).flatMap((item) => notFinite(item))]

export const circlesOf = (items: readonly Item[]): Circle[] =>
  items.flatMap(({ type, shape }) => (type === 'circle' && shape !== undefined ? [{ x: shape.cx ?? 0, y: shape.cy ?? 0, r: shape.r ?? 0 }] : []))

/** Stripes, dashes and marks as hollow as the ground: what only demo and forecasts may look like. */
export const hollowIn = (items: readonly Item[], ground: string): Item[] =>
  items.filter(
    ({ style, clipPath, shape, type }) =>
      clipPath !== undefined ||
      style?.lineDash !== undefined ||
      (style?.fill === ground && style.stroke !== undefined && (type === 'circle' || shape?.pathData !== undefined))
  )

/** A Chinese character is a whole em wide, a Latin one in the number face less than half. */
const widthOf = ({ text, fontPx }: SvgText): number => Array.from(text).reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2e80 ? 0.45 : 1), 0) * fontPx

export interface Words extends Rect {
  readonly text: string
}

/** The boxes of all texts that ECharts draws, read back from its SVG. */
export function wordsIn(option: EChartsCoreOption, room: Room): Words[] {
  const { svg, texts } = drawSvg(option, room)
  if (/NaN|Infinity|undefined/.test(svg)) throw new Error('the drawing holds what is no number')
  return texts
    .filter(({ text }) => text !== '')
    .map((one) => {
      const width = widthOf(one)
      const x = one.anchor === 'middle' ? one.x - width / 2 : one.anchor === 'end' ? one.x - width : one.x
      return { text: one.text, x, y: one.y - one.fontPx * 0.4, width, height: one.fontPx * 0.8 }
    })
}
