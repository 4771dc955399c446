import * as z from 'zod/mini'
import { linePieces } from './line-template.ts'
import { ownPeriod } from './own-period.ts'
import { figureOf, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, phraseCell, spoken, type PanelTable } from './panel-table.ts'

/** Figures of different definitions that nobody may add or compare, one side each. */
export const options = z.object({
  sides: z.array(z.object({ title: z.string(), indicators: z.array(z.string()) })).check(z.minLength(2))
})
export type DefinitionCardOptions = z.infer<typeof options>

export interface DefinedFigure extends FigureItem {
  /** Its period, where the side has figures of several. */
  readonly period: string | null
}

export interface DefinitionSide {
  readonly title: string
  /** The period of all its figures, without what the title says of it. */
  readonly period: string | null
  readonly figures: readonly DefinedFigure[]
  /** What the figures count, in the words of their own definitions or notes. */
  readonly notes: readonly string[]
}

export interface DefinitionCardModel {
  readonly sides: readonly DefinitionSide[]
}

export const NO_DEFINITION = '原文未另作口径说明'

/** What stands with the figure goes before the indicator's definition: a later release may have corrected it. */
const noteOf = ({ indicator, observation }: FigureItem): string | null => observation.note?.replace(/^口径：/, '') ?? indicator.definition

/** Figures of one definition share its first clause and differ in their warnings: one of them says it. */
function notesOf(figures: readonly FigureItem[]): readonly string[] {
  const byClause = new Map<string, string>()
  for (const note of figures.map(noteOf)) {
    const clause = note?.split('；')[0] ?? ''
    if (note !== null && !byClause.has(clause)) byClause.set(clause, note)
  }
  return byClause.size === 0 ? [NO_DEFINITION] : [...byClause.values()]
}

/** A title may name a period of the data: `双招双引·{span zs.projects}`. */
const titleOf = (data: PanelData<unknown>, template: string): string =>
  (linePieces(data, template) ?? []).map((piece) => ('text' in piece ? piece.text : phraseCell(piece.figure))).join('')

/** `2020–2022` beside 双招双引·近三年. The head says no period: the sides differ in it. */
function periodIn({ observation }: FigureItem, title: string): string | null {
  const own = ownPeriod(observation, null) ?? ''
  const { periodText: printed } = observation
  const rest = printed !== undefined && title.includes(printed) ? own.replace(printed, '').trim() : own
  return rest === '' || title.includes(rest) ? null : rest
}

function sideOf(title: string, figures: readonly FigureItem[]): DefinitionSide {
  const periods = figures.map((figure) => periodIn(figure, title))
  const shared = new Set(periods).size === 1
  return {
    title,
    period: shared ? (periods[0] ?? null) : null,
    figures: figures.map((figure, i) => ({ ...figure, period: shared ? null : (periods[i] ?? null) })),
    notes: notesOf(figures)
  }
}

/** A side without any figure is left out, and with it the sign between. */
export function model(data: PanelData<DefinitionCardOptions>): DefinitionCardModel {
  return {
    sides: data.options.sides.flatMap(({ title, indicators }) => {
      const figures = indicators.flatMap((id) => figureOf(data, id) ?? [])
      return figures.length === 0 ? [] : [sideOf(titleOf(data, title), figures)]
    })
  }
}

export const summary = ({ sides }: DefinitionCardModel): string =>
  sides.map(({ title, figures }) => `${title}${figures.map((figure) => spoken(labelOf(figure.indicator), figure)).join('、')}`).join('；') +
  (sides.length > 1 ? '；口径不同，不得相加' : '')

export const table = ({ sides }: DefinitionCardModel): PanelTable => ({
  columns: [...FIGURE_COLUMNS, '口径'],
  rows: sides.flatMap(({ title, figures }) =>
    figures.map((figure) => [...figureRow(`${title} ${labelOf(figure.indicator)}`, figure), noteOf(figure) ?? NO_DEFINITION])
  )
})
