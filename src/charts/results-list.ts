import * as z from 'zod/mini'
import { endPointOf } from '#contract/period.ts'
import { linePieces, type LinePiece } from './line-template.ts'
import { ownPeriod, saidPeriod } from './own-period.ts'
import { figureOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, phraseCell, spoken, type PanelTable } from './panel-table.ts'

export const options = z.object({
  rows: z.array(z.object({ title: z.string(), indicator: z.string(), line: z.string(), tail: z.optional(z.string()) }))
})
export type ResultsListOptions = z.infer<typeof options>

export interface ResultsRow extends FigureItem {
  readonly title: string
  readonly line: readonly LinePiece[]
  /** A word after the phrase that is not part of it: 167个 诉求. */
  readonly tail: string
}

export interface ResultsListModel {
  readonly rows: readonly ResultsRow[]
}

const writtenIn = (line: readonly LinePiece[]): string => line.map((piece) => ('text' in piece ? piece.text : '')).join('')

/** The line, with the period of the row's figure at its end where neither it nor the head says that. */
function datedLine(line: readonly LinePiece[], { observation }: FigureItem, said: string | null): readonly LinePiece[] {
  const own = ownPeriod(observation, said)
  const written = writtenIn(line)
  if (own === null || [own, observation.periodText, endPointOf(observation.timePeriod)].some((word) => word != null && written.includes(word))) return line
  return [...line, { text: line.length === 0 ? own : ` · ${own}` }]
}

/** A row whose headline is not in the view is left out; of a sub-line that lacks a figure only the period is left. */
export function model(data: PanelData<ResultsListOptions>): ResultsListModel {
  const said = saidPeriod(data)
  return {
    rows: data.options.rows.flatMap(({ title, indicator, line, tail = '' }) => {
      const figure = figureOf(data, indicator)
      return figure === null ? [] : [{ ...figure, title, tail, line: datedLine(linePieces(data, line) ?? [], figure, said) }]
    })
  }
}

const lineText = (line: readonly LinePiece[]): string => line.map((piece) => ('text' in piece ? piece.text : phraseCell(piece.figure))).join('')

export const summary = ({ rows }: ResultsListModel): string => rows.map((row) => spoken(row.title, row)).join('，')

export const table = ({ rows }: ResultsListModel): PanelTable => ({
  columns: [...FIGURE_COLUMNS, '说明'],
  rows: rows.map((row) => [...figureRow(row.title, row), lineText(row.line)])
})
