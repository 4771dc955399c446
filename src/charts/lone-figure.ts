import * as z from 'zod/mini'
import { figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** One figure that stands alone, with what is to be said of it. */
export const options = z.object({ indicator: z.string(), note: z.optional(z.string()) })
export type LoneFigureOptions = z.infer<typeof options>

export interface LoneFigureModel extends FigureItem {
  readonly note: string
}

/** A magnitude has no numeral, so it has no chart and no rank. */
const MAGNITUDE = '原文只给到量级，不作图、不排名'

export function model(data: PanelData<LoneFigureOptions>): LoneFigureModel | null {
  const figure = figureOf(data, data.options.indicator)
  return figure === null
    ? null
    : { ...figure, note: data.options.note ?? (figure.observation.bound === 'magnitude' ? MAGNITUDE : (figure.observation.note ?? '')) }
}

export const summary = ({ note, ...figure }: LoneFigureModel): string =>
  [spoken(labelOf(figure.indicator), figure), note].filter((word) => word !== '').join('，')

export const table = ({ note, ...figure }: LoneFigureModel): PanelTable => ({
  columns: [...FIGURE_COLUMNS, '说明'],
  rows: [[...figureRow(labelOf(figure.indicator), figure), note]]
})
