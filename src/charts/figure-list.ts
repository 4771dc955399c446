import * as z from 'zod/mini'
import { endPointOf } from '#contract/period.ts'
import { commonPeriod, figureOf, hasValue, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { amountText } from './parts.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** Options of the kinds that are a list of figures: KPI band and stats. Without items, the needs in order. */
export const options = z.object({
  items: z.optional(z.array(z.object({ indicator: z.string(), label: z.optional(z.string()) })))
})
export type FigureListOptions = z.infer<typeof options>

/** What the region that is looked at has of the same indicator. */
export interface OwnFigure extends FigureItem {
  readonly name: string
  readonly text: string
}

export interface LabelledFigure extends FigureItem {
  readonly label: string
  /** Its own period, when it differs from that of most figures in the panel. */
  readonly period: string | null
  /** Beside that of a wider area; null where there is none. */
  readonly own: OwnFigure | null
}

export interface FigureListModel {
  readonly items: readonly LabelledFigure[]
}

type Item = NonNullable<FigureListOptions['items']>[number]

function ownOf(data: Pick<PanelData<unknown>, 'answer'>, { observation: { refArea } }: FigureItem, id: string): OwnFigure | null {
  const { region: code, regions } = data.answer
  const own = refArea === code ? null : figureOf(data, id, code)
  const name = regions.find((region) => region.code === code)?.name
  if (own === null || name === undefined || !hasValue(own.observation)) return null
  return { ...own, name, text: amountText(own.observation, own.indicator, true) }
}

export function model(data: PanelData<FigureListOptions>): FigureListModel {
  const wanted: Item[] = data.options.items ?? data.panel.needs.map(({ indicator }) => ({ indicator }))
  const found = wanted.flatMap(({ indicator, label }) => {
    const figure = figureOf(data, indicator)
    return figure === null ? [] : [{ ...figure, label: label ?? labelOf(figure.indicator), own: ownOf(data, figure, indicator) }]
  })
  const common = commonPeriod(found.map(({ observation }) => observation))
  return { items: found.map((item) => ({ ...item, period: ownPeriod(endPointOf(item.observation.timePeriod), common) })) }
}

const ownPeriod = (period: string | null, common: string | null): string | null => (period === common ? null : period)

export const summary = ({ items }: FigureListModel): string => items.map((item) => spoken(item.label, item)).join('，')

export const table = ({ items }: FigureListModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: items.map((item) => figureRow(item.label, item)) })
