import type { Grid } from '#server/render/office/sheet-xml.ts'

const [LEAST, MOST, ROOM] = [8, 48, 2] as const

/** Of a text in widths of a digit: a Chinese character has two. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0)

/** How wide each column is for what stands in it. */
export const columnWidths = (rows: readonly (readonly string[])[]): readonly number[] =>
  (rows[0] ?? []).map((_, column) => Math.min(MOST, Math.max(LEAST, ...rows.map((row) => widthOf(row[column] ?? ''))) + ROOM))

/** Of a column what stands at its edges, so that no word is cut off by it. */
const EDGES = 3

/** Of a line of text, in points. */
const LINE = 16.5

const linesOf = (text: number, width: number): number => (text < width ? 1 : Math.ceil(text / (width - EDGES)))

/** How tall each row is for all lines of what stands in it. */
export const rowHeights = (rows: readonly (readonly string[])[], widths: readonly number[]): readonly number[] =>
  rows.map((row) => LINE * Math.max(1, ...row.map((text, column) => linesOf(widthOf(text), widths[column] ?? MOST))))

/** A sheet that is as wide and as tall as its table asks for, on the screen and on paper. */
export function sizedFor(texts: readonly (readonly string[])[]): Pick<Grid, 'printed' | 'widths' | 'heights'> {
  const widths = columnWidths(texts)
  return { printed: true, widths, heights: rowHeights(texts, widths) }
}
