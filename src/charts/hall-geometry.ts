import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { Beyond } from './counted.ts'

/** What stands in the hall, in numbers. */
export interface HallContent {
  readonly columns: number
  /** The names of the rows' areas: the longest sets their room. */
  readonly names: readonly string[]
  readonly bricks: number
  /** What lies behind the last brick. */
  readonly beyond: Beyond
  /** Dots of each group on the ridge, those beyond its figure included. */
  readonly roof: readonly number[]
  /** The paragraphs under the base: long ones take room from the hall. */
  readonly words: readonly string[]
}

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Brick extends Rect {
  readonly opacity: number
  /** Beyond the figure, and not dissolving. */
  readonly dashed: boolean
}

export interface RidgeDots {
  /** Above the middle of the group: where its label stands. */
  readonly x: number
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  readonly radius: number
}

/** All in layout rem from the upper left of the panel. */
export interface HallGeometry {
  readonly width: number
  readonly height: number
  readonly roof: string
  readonly ribs: readonly string[]
  readonly ridge: { readonly x1: number; readonly x2: number; readonly y: number }
  readonly dots: readonly RidgeDots[]
  readonly labelsY: number
  readonly plaque: Rect
  readonly architrave: Rect
  readonly columns: readonly { readonly x: number; readonly shaft: Rect; readonly capital: string; readonly foot: Rect }[]
  readonly numeralY: number
  /** Numbers of two characters and more shrink with the columns' distance; where that is not enough they run down. */
  readonly numerals: { readonly size: number; readonly down: boolean }
  readonly beams: readonly Rect[]
  /** Side of the square at each crossing. */
  readonly joint: number
  readonly nameWidth: number
  readonly bricks: readonly Brick[]
  /** Where the lines under the base begin, and their left edge. */
  readonly foot: { readonly x: number; readonly y: number; readonly width: number }
}

/** The drawing at which the lengths below are meant, in rem; a lower panel gets a lower roof. */
const FULL_HEIGHT = 56.3
const UNDER = 8.3
/** So many lines of words have room under it. */
const LINES = { usual: 2, height: TYPE.min * 1.35 + 0.1 } as const
const NAME = { size: 1.25, most: 8, least: 6 }
const FADE = [0.42, 0.32, 0.22, 0.12]
const BRICK = { rows: 2, height: 0.86, step: 1.06, gap: 0.06 }

const round = (value: number): number => Math.round(value * 1000) / 1000
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x: round(x), y: round(y), width: round(width), height: round(height) })
const at = (...points: readonly number[]): string => points.map(round).join(' ')

interface Frame {
  readonly width: number
  readonly height: number
  readonly cx: number
  /** Half of the body under the eaves. */
  readonly half: number
  readonly ridgeY: number
  readonly eaves: number
  readonly top: number
  readonly base: number
}

/** How much more than usual the words under the base take. */
function moreWords(words: readonly string[], width: number): number {
  const lines = words.reduce((sum, text) => sum + Math.ceil((widest([text], 'sans') * TYPE.min) / width), 0)
  return Math.max(0, lines - LINES.usual) * LINES.height
}

function frameOf({ width, height }: { readonly width: number; readonly height: number }, { names, words }: HallContent): Frame {
  const room = Math.max(NAME.least, Math.min(NAME.most, Math.max(0, ...names.map(({ length }) => length))) * NAME.size + 1.6)
  const low = Math.max(0.6, Math.min(1, height / FULL_HEIGHT))
  const half = width / 2 - room
  const [ridgeY, eaves] = [3.4 + 5.4 * low, 3.4 + 11.8 * low]
  return { width, height, cx: width / 2, half, ridgeY, eaves, top: eaves + 1.75, base: height - UNDER - moreWords(words, 2 * half + 0.8) }
}

/** Upturned eaves: one closed outline, flat. */
function roofOf({ cx, half, ridgeY, eaves }: Frame): Pick<HallGeometry, 'roof' | 'ribs' | 'ridge' | 'plaque'> {
  const [ridge, tip] = [half * 0.73, half + 5.4]
  const rise = eaves - ridgeY
  const side = (way: number): string =>
    `Q${at(cx + way * (ridge + 5), ridgeY + rise * 0.7)} ${at(cx + way * tip, eaves - 1.6)}Q${at(cx + way * (half + 3), eaves)} ${at(cx + way * half, eaves)}`
  const right = `Q${at(cx + half + 3, eaves)} ${at(cx + tip, eaves - 1.6)}Q${at(cx + ridge + 5, ridgeY + rise * 0.7)} ${at(cx + ridge, ridgeY)}Z`
  const ribs = Array.from({ length: 17 }, (_, index) => {
    const way = (index - 8) / 9
    return `M${at(cx + way * ridge, ridgeY)}Q${at(cx + way * ridge * 1.18, ridgeY + rise * 0.6)} ${at(cx + way * half * 1.09, eaves)}`
  })
  const plaque = { width: 18, height: Math.min(3.5, rise * 0.55) }
  return {
    roof: `M${at(cx - ridge, ridgeY)}${side(-1)}H${round(cx + half)}${right}`,
    ribs,
    ridge: { x1: round(cx - ridge - 1), x2: round(cx + ridge + 1), y: round(ridgeY) },
    plaque: rect(cx - plaque.width / 2, ridgeY + (rise - plaque.height) / 2 - rise * 0.06, plaque.width, plaque.height)
  }
}

/** Groups share the ridge evenly; dots shrink before they touch. */
function dotsOf({ cx, half, ridgeY }: Frame, groups: readonly number[]): RidgeDots[] {
  const room = (half * 1.46) / Math.max(1, groups.length)
  return groups.map((count, index) => {
    const x = cx + (index - (groups.length - 1) / 2) * room
    const step = Math.min(1.75, (room - 2) / Math.max(1, count))
    const dots = Array.from({ length: count }, (_, dot) => ({ x: round(x + (dot - (count - 1) / 2) * step), y: round(ridgeY - 1.6) }))
    return { x: round(x), dots, radius: round(Math.min(0.66, step * 0.4)) }
  })
}

function columnsOf({ cx, half, top, base }: Frame, count: number): HallGeometry['columns'] {
  const reach = half - 2.6
  const step = count > 1 ? (2 * reach) / (count - 1) : 2 * reach
  const width = Math.min(3.1, step * 0.53)
  return Array.from({ length: count }, (_, index) => {
    const x = cx + (index - (count - 1) / 2) * step
    const capital = `M${at(x - width / 2 - 0.9, top)}H${round(x + width / 2 + 0.9)}L${at(x + width / 2, top + 1.1)}H${round(x - width / 2)}Z`
    return { x: round(x), shaft: rect(x - width / 2, top, width, base - top), capital, foot: rect(x - width / 2 - 0.45, base - 0.75, width + 0.9, 0.75) }
  })
}

/** 一 to 十, 十一 to 二十, 二十一 and on. */
const longestNumeral = (count: number): number => (count > 20 ? 3 : count > 10 ? 2 : 1)

function numeralsOf(count: number, spacing: number): HallGeometry['numerals'] {
  const size = Math.min(TYPE.county, (spacing * 0.92) / longestNumeral(count))
  return { size: round(Math.max(TYPE.min, size)), down: size < TYPE.min }
}

/** One tie beam a row, evenly between the numerals and the feet. */
function beamsOf({ cx, half, top, base }: Frame, count: number): { readonly beams: readonly Rect[]; readonly step: number } {
  const [first, last] = [top + 5, base - 3.1]
  const step = count > 1 ? Math.min(6.4, (last - first) / (count - 1)) : 4.5
  const start = count > 1 ? first + (last - first - step * (count - 1)) / 2 : (first + last) / 2
  const thick = Math.min(1.5, step * 0.4)
  return { step, beams: Array.from({ length: count }, (_, row) => rect(cx - half + 0.4, start + row * step - thick / 2, 2 * half - 0.8, thick)) }
}

/** The base carries the whole body: its bricks fill its length, row by row; behind the last ones it dissolves, or is dashed. */
function bricksOf({ cx, half, base }: Frame, count: number, beyond: Beyond): Brick[] {
  const perRow = Math.ceil(count / BRICK.rows)
  if (perRow === 0) return []
  const step = (2 * half + 0.4) / perRow
  const start = cx - half - 0.4
  const brick = (x: number, wide: number, row: number, opacity: number, dashed = false): Brick => ({
    ...rect(x, base + 0.25 + row * BRICK.step, wide - Math.max(BRICK.gap, wide * 0.06), BRICK.height),
    opacity,
    dashed
  })
  const full = Array.from({ length: count }, (_, index) => brick(start + (index % perRow) * step, step, Math.floor(index / perRow), 1))
  if (beyond === 'none') return full
  // They end before the panel does, however wide the bricks of a small count are.
  const thin = Math.min(step, (start - 0.2) / FADE.length)
  const dashed = beyond === 'dashed'
  const further = (row: number): Brick[] => FADE.map((opacity, index) => brick(start + perRow * step + index * thin, thin, row, dashed ? 1 : opacity, dashed))
  return [...full, ...Array.from({ length: BRICK.rows }, (_, row) => further(row)).flat()]
}

/** Where everything stands in a hall of this size. */
export function hallGeometry(size: { readonly width: number; readonly height: number }, content: HallContent): HallGeometry {
  const frame = frameOf(size, content)
  const { cx, half, top, base, eaves, ridgeY } = frame
  const columns = columnsOf(frame, content.columns)
  const { beams, step } = beamsOf(frame, content.names.length)
  const spacing = (columns[1]?.x ?? Infinity) - (columns[0]?.x ?? 0)
  const numerals = numeralsOf(content.columns, spacing)
  return {
    ...size,
    ...roofOf(frame),
    dots: dotsOf(frame, content.roof),
    labelsY: round(ridgeY - 4.15),
    architrave: rect(cx - half, eaves, 2 * half, 1.5),
    columns,
    numeralY: round(top + (numerals.down ? 2.7 : 2.4)),
    numerals,
    beams,
    joint: round(Math.min(2.3, step * 0.72, spacing * 0.6)),
    nameWidth: round(cx - half - 0.2),
    bricks: bricksOf(frame, content.bricks, content.beyond),
    foot: { x: round(cx - half - 0.4), y: round(base + 2.9), width: round(2 * half + 0.8) }
  }
}
