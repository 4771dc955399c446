import { labelOf } from '#charts/panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { figureRuns, fittingNumber, underLine } from './figure-cells.ts'
import type { NativeFigure } from './native-body.ts'
import { bar } from './shapes.ts'
import type { Slide } from './slide.ts'
import type { Bullet, Paragraph } from './text.ts'
import { SIZE, type Box } from './units.ts'
import type { Theme } from '#tokens/themes.ts'
import { heightIn } from './widths.ts'

/** How many figures stand in each row: few of them in one, so that each is as large as a room can read it. */
const ROWS: Readonly<Record<number, readonly number[]>> = { 1: [1], 2: [2], 3: [3], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [3, 4], 8: [4, 4], 9: [3, 3, 3] }

export function rowsOf(count: number): readonly number[] {
  const columns = count <= 16 ? 4 : 5
  return ROWS[count] ?? Array.from({ length: Math.ceil(count / columns) }, (_, row) => Math.min(columns, count - row * columns))
}

/** In px, of numbers by how many stand in a row. */
const LARGEST: Readonly<Record<number, number>> = { 1: 128, 2: 112, 3: 92, 4: 70, 5: 56 }
const GAP = { column: 40, row: 34 } as const
const NAME = 21

/** Filled for what is published, hollow for what is invented or not yet there: by its shape, and by a word below. */
function dotOf({ observation: { origin, obsStatus } }: NativeFigure, theme: Theme): Bullet {
  return { sign: origin === 'demo' || obsStatus === 'F' ? '○' : '●', colour: theme.data, share: 0.6, room: 20 }
}

interface Cell {
  readonly figure: NativeFigure
  readonly size: number
  readonly answer: SceneAnswer
  readonly said: readonly string[]
}

/** Name, phrase, period and status, and what is counted where the source says it. */
function cellParagraphs({ figure, size, answer, said }: Cell, theme: Theme): Paragraph[] {
  const scale = Math.min(1, size / 60)
  const [name, small] = [Math.max(SIZE.label, NAME * scale), SIZE.min]
  return [
    { runs: [{ text: figure.label, size: name, colour: theme.t1 }], bullet: dotOf(figure, theme) },
    { runs: figureRuns(figure, size, theme), lines: 0.92 },
    { runs: [{ text: underLine(figure, answer), size: small + scale, colour: theme.t2 }], before: 2 },
    ...said.map((text): Paragraph => ({ runs: [{ text, size: small, colour: theme.t3 }], before: 6 }))
  ]
}

export interface FigureBlock {
  readonly figures: readonly NativeFigure[]
  /** `服务回归项目：…`: what figures count, each under the figure that it is of. */
  readonly definitions: readonly string[]
  /** What goes with all of them. */
  readonly notes: readonly string[]
  readonly answer: SceneAnswer
}

const ownOf = ({ definitions }: FigureBlock, { indicator }: NativeFigure): string[] => {
  const head = `${labelOf(indicator)}：`
  return definitions.flatMap((text) => (text.startsWith(head) ? [text.slice(head.length)] : []))
}

interface LaidRow {
  readonly width: number
  readonly height: number
  readonly cells: readonly { readonly figure: NativeFigure; readonly paragraphs: readonly Paragraph[] }[]
}

function laidRow(block: FigureBlock, figures: readonly NativeFigure[], width: number, scale: number, theme: Theme): LaidRow {
  const own = (width - (figures.length - 1) * GAP.column) / figures.length
  const size = fittingNumber(figures, (LARGEST[figures.length] ?? SIZE.row) * scale, own, theme)
  const cells = figures.map((figure) => ({ figure, paragraphs: cellParagraphs({ figure, size, answer: block.answer, said: ownOf(block, figure) }, theme) }))
  return { width: own, cells, height: Math.max(...cells.map(({ paragraphs }) => heightIn(paragraphs, own))) + 4 }
}

function laidRows(block: FigureBlock, width: number, scale: number, theme: Theme): LaidRow[] {
  let from = 0
  return rowsOf(block.figures.length).map((count) => laidRow(block, block.figures.slice(from, (from += count)), width, scale, theme))
}

function notesOf(block: FigureBlock, theme: Theme): Paragraph[] {
  const owned = new Set(block.figures.flatMap(({ indicator }) => `${labelOf(indicator)}：`))
  const rest = block.definitions.filter((text) => ![...owned].some((head) => text.startsWith(head)))
  return [
    ...block.notes.map((text): Paragraph => ({ runs: [{ text, size: 24, colour: theme.t1 }], before: 6 })),
    ...rest.map((text): Paragraph => ({ runs: [{ text, size: SIZE.label, colour: theme.t2 }], before: 6 }))
  ]
}

const heightOf = (rows: readonly LaidRow[]): number => rows.reduce((sum, { height }) => sum + height, 0) + (rows.length - 1) * GAP.row

const SCALES = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.52, 0.46, 0.4, 0.34, 0.28] as const

/** A little above the middle is where a slide is looked at first. */
const OPTICAL = 0.44

function putRow(slide: Slide, { width, height, cells }: LaidRow, at: Pick<Box, 'x' | 'y'>): void {
  cells.forEach(({ figure, paragraphs }, index) => {
    const x = at.x + index * (width + GAP.column)
    if (index > 0)
      slide.put(bar(slide.id(), '分隔线', slide.theme.line2, { x: x - GAP.column / 2 - 8, y: at.y + 6, width: 1, height: height - 12 }, slide.theme))
    slide.text({ name: figure.label, x, y: at.y, width, height, paragraphs })
  })
}

/** Figures that have a slide for themselves, as large as they fit, in one block around its optical middle. */
export function putFigureBlock(slide: Slide, block: FigureBlock, box: Box): void {
  const { theme } = slide
  const notes = notesOf(block, theme)
  const under = notes.length === 0 ? 0 : heightIn(notes, box.width) + 4
  const between = notes.length === 0 ? 0 : 40
  const room = box.height - under - between
  const tried = SCALES.map((scale) => laidRows(block, box.width, scale, theme))
  const rows = tried.find((one) => heightOf(one) <= room) ?? tried.at(-1) ?? []
  const whole = heightOf(rows) + under + between
  let y = box.y + Math.max(0, (box.height - whole) * OPTICAL)
  for (const row of rows) {
    putRow(slide, row, { x: box.x, y })
    y += row.height + GAP.row
  }
  if (notes.length > 0) slide.text({ name: '口径', x: box.x, y: y - GAP.row + between, width: box.width, height: under, paragraphs: notes })
}
