import * as z from 'zod/mini'
import { figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** One ring a year of a published count; `note` is the line under the figure. */
export const options = z.object({ indicator: z.string(), note: z.optional(z.string()) })
export type YearRingsOptions = z.infer<typeof options>

export interface YearRing {
  /** In the svg's own units: the outermost has 48. */
  readonly radius: number
  readonly width: number
  readonly newest: boolean
}

export interface YearRingsModel extends FigureItem {
  readonly note: string
  readonly rings: readonly YearRing[]
}

/** More rings could not be told apart. */
const MOST_RINGS = 20
const OUTER = 48
const INNER = 10

/** A year is a ring as a tree has it: the newest outside. Room for few is not filled up. */
function ringsOf(count: number): YearRing[] {
  const step = Math.min(15, (OUTER - INNER) / Math.max(1, count - 1))
  const width = Math.min(4.4, step * 0.45)
  return Array.from({ length: count }, (_, index) => ({ radius: OUTER - (count - 1 - index) * step, width, newest: index === count - 1 }))
}

export function model(data: PanelData<YearRingsOptions>): YearRingsModel | null {
  const figure = figureOf(data, data.options.indicator)
  if (figure === null) return null
  const count = Number(figure.observation.obsValue)
  const drawn = figure.observation.obsValue !== null && Number.isInteger(count) && count > 0 && count <= MOST_RINGS
  return { ...figure, note: data.options.note ?? '', rings: drawn ? ringsOf(count) : [] }
}

export const summary = ({ note, ...figure }: YearRingsModel): string => spoken(`${labelOf(figure.indicator)}${note}`, figure)

export const table = (figure: YearRingsModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: [figureRow(labelOf(figure.indicator), figure)] })
