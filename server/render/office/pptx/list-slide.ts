import type { Slide } from './slide.ts'
import { nativeTable, type NativeCell } from './table.ts'
import type { Bullet } from './text.ts'
import type { Box } from './units.ts'
import { heightIn, LINE, textWidth } from './widths.ts'

const SIZES = [36, 32, 28, 26, 24, 22, 20, 18, 16, 14, 13] as const
const DOT = 24
const GAP = 24

/** In px of height: what a name has at least so that a list is not a heap, and at most so that it is one. */
const ROW = { least: 1.9, most: 3.4 } as const

interface LaidList {
  readonly size: number
  readonly columns: number
  readonly width: number
  readonly height: number
}

/** A few names in one column, more in two or three, as large as they have room in one line. */
function layList(names: readonly string[], { width, height }: Box): LaidList {
  const columns = names.length <= 6 ? 1 : names.length <= 14 ? 2 : 3
  const own = width / columns
  const rows = Math.ceil(names.length / columns)
  const fits = (size: number): boolean => names.every((name) => textWidth(name, size, true) <= own - DOT - GAP) && rows * size * ROW.least <= height
  const size = SIZES.find(fits) ?? 13
  const bullet = { room: DOT }
  const tallest = Math.max(...names.map((text) => heightIn([{ runs: [{ text, size, bold: true }], bullet }], own - GAP))) + 10
  return { size, columns, width: own, height: Math.max(tallest, Math.min(size * ROW.most, height / rows)) }
}

interface Said {
  readonly name: string
  readonly words: string
}

const LEAST = 13 * LINE + 10

/** Names one after the other, row by row: an Office table without a head, for a head would say nothing. */
export function putList(slide: Slide, { name, words }: Said, names: readonly string[], box: Box): void {
  const { theme } = slide
  const { size, columns, width, height } = layList(names, box)
  const bullet: Bullet = { sign: '●', colour: theme.accent, share: 0.45, room: DOT }
  const cell = (text: string): NativeCell => ({ paragraphs: text === '' ? [] : [{ runs: [{ text, size, colour: theme.t1, bold: true }], bullet }] })
  const rows = Array.from({ length: Math.ceil(names.length / columns) }, (_, row) =>
    Array.from({ length: columns }, (__, column) => cell(names[row * columns + column] ?? ''))
  )
  const table = { name, words, widths: Array.from({ length: columns }, () => width), rows, heights: rows.map(() => height), headless: true }
  slide.put(nativeTable(slide.id(), table, box, theme))
}

/** As many names as have room on one slide. */
export const namesOnSlide = ({ height }: Pick<Box, 'height'>): number => Math.floor(height / LEAST) * 3
