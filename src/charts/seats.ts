import * as z from 'zod/mini'
import { hasValue, figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** So many equal seats at one table: no names, no order, no sizes. The lines of the note stand as they are broken. */
export const options = z.object({ indicator: z.string(), note: z.optional(z.string()) })
export type SeatsOptions = z.infer<typeof options>

export interface SeatsModel {
  readonly figure: FigureItem
  readonly note: string
  /** Path data of each seat on a table of radius 1. */
  readonly seats: readonly string[]
  /** Of a seat's own length, across. */
  readonly thickness: number
  readonly demo: boolean
}

/** More would be a rim. */
const MOST_SEATS = 36
/** Between two seats and with their round ends, as a share of a seat's angle. */
const APART = 0.28

const point = (angle: number): string => `${Math.cos(angle).toFixed(4)} ${Math.sin(angle).toFixed(4)}`

/** All alike and from the top on, so that none is the first. */
function seatsOf(count: number): string[] {
  const half = (Math.PI / count) * (1 - APART)
  return Array.from({ length: count }, (_, index) => {
    const middle = -Math.PI / 2 + (index * 2 * Math.PI) / count
    return `M${point(middle - half)}A1 1 0 ${half > Math.PI / 2 ? 1 : 0} 1 ${point(middle + half)}`
  })
}

export function model(data: PanelData<SeatsOptions>): SeatsModel | null {
  const figure = figureOf(data, data.options.indicator)
  if (figure === null) return null
  const count = hasValue(figure.observation) ? Number(figure.observation.obsValue) : 0
  const seats = Number.isInteger(count) && count > 0 && count <= MOST_SEATS ? seatsOf(count) : []
  return {
    figure,
    seats,
    note: data.options.note ?? '',
    thickness: Math.min(0.27, 1.2 / Math.max(1, count)),
    demo: figure.observation.origin === 'demo'
  }
}

export const summary = ({ figure, note }: SeatsModel): string =>
  [spoken(labelOf(figure.indicator), figure), ...(note === '' ? [] : [note.replaceAll('\n', '，')])].join('，')

export const table = ({ figure }: SeatsModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: [figureRow(figure.indicator.name, figure)] })
