import * as z from 'zod/mini'
import { ownPeriod, saidPeriod } from './own-period.ts'
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
  /** What it has to say of its period itself: that of most figures in the panel is said once. */
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

function figuresOf(data: PanelData<FigureListOptions>): readonly Omit<LabelledFigure, 'period'>[] {
  const wanted: Item[] = data.options.items ?? data.panel.needs.map(({ indicator }) => ({ indicator }))
  return wanted.flatMap(({ indicator, label }) => {
    const figure = figureOf(data, indicator)
    return figure === null ? [] : [{ ...figure, label: label ?? labelOf(figure.indicator), own: ownOf(data, figure, indicator) }]
  })
}

const withPeriods = (items: ReturnType<typeof figuresOf>, said: string | null): FigureListModel => ({
  items: items.map((item) => ({ ...item, period: ownPeriod(item.observation, said) }))
})

/** What most of them share is said around them. */
export function model(data: PanelData<FigureListOptions>): FigureListModel {
  const items = figuresOf(data)
  return withPeriods(items, commonPeriod(items.map(({ observation }) => observation)))
}

/** Under a head each says what that does not say of its period; without one each says all of it. */
export const statsModel = (data: PanelData<FigureListOptions>): FigureListModel => withPeriods(figuresOf(data), saidPeriod(data))

export const summary = ({ items }: FigureListModel): string => items.map((item) => spoken(item.label, item)).join('，')

export const table = ({ items }: FigureListModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: items.map((item) => figureRow(item.label, item)) })
