import * as z from 'zod/mini'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import type { PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, periodCell, periodLabel, spoken, type PanelTable } from './panel-table.ts'

/** The scene's title in the serif, a line under it and its leading figures, in a row or a stack; or title and line on one line; figures alone without a title. */
export const options = z.object({
  display: z.optional(z.string()),
  line: z.optional(z.string()),
  layout: z.enum(['row', 'stack', 'line']),
  size: z.optional(z.enum(['grand', 'kpi', 'hero', 'row'])),
  /** One may lead: the others stand back a step. */
  figures: z.optional(z.array(z.object({ indicator: z.string(), label: z.optional(z.string()), note: z.optional(z.string()), lead: z.optional(z.boolean()) })))
})
export type HeadlineOptions = z.infer<typeof options>

export interface HeadlineFigure extends LabelledFigure {
  /** What the figure covers, where the options name it. */
  readonly note: string
  /** Another figure leads. */
  readonly back: boolean
  /** The period: the words that the source prints for it, or when it ends; of a single figure in full. No tag of the panel names it. */
  readonly span: string
}

export interface HeadlineModel {
  readonly display: string
  readonly line: string
  readonly layout: 'row' | 'stack' | 'line'
  readonly size: 'grand' | 'kpi' | 'hero' | 'row'
  readonly figures: readonly HeadlineFigure[]
}

export function model(data: PanelData<HeadlineOptions>): HeadlineModel {
  const { display = '', line = '', layout, size = 'kpi', figures = [] } = data.options
  const { items } = figureList({ ...data, options: { items: figures } })
  const lead = figures.find((figure) => figure.lead === true)?.indicator
  const noteOf = (id: string): string => figures.find(({ indicator }) => indicator === id)?.note ?? ''
  return {
    display,
    line,
    layout,
    size,
    figures: items.map((item) => ({
      ...item,
      note: noteOf(item.indicator.id),
      back: lead !== undefined && lead !== item.indicator.id,
      span: items.length === 1 ? periodCell(item.observation) : periodLabel(item.observation)
    }))
  }
}

export const summary = ({ display, figures }: HeadlineModel): string =>
  [...(display === '' ? [] : [display]), ...figures.map((figure) => spoken(figure.label, figure))].join('，')

export const table = ({ figures }: HeadlineModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: figures.map((figure) => figureRow(figure.label, figure)) })
