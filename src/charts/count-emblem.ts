import * as z from 'zod/mini'
import { numeralText } from '#format/numeral.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { figureOf, hasValue, labelOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, spoken, type PanelTable } from './panel-table.ts'

/** A small count of what was held one after the other, one mark each: no dates, since none is published. `note` stands under the figure. */
export const options = z.object({ indicator: z.string(), note: z.optional(z.string()) })
export type CountEmblemOptions = z.infer<typeof options>

export interface CountMark {
  /** `第三届` */
  readonly name: string
  readonly latest: boolean
}

export interface CountEmblemModel extends FigureItem {
  readonly note: string
  readonly look: MarkLook
  /** Empty for a count that cannot be counted out. */
  readonly marks: readonly CountMark[]
}

const MOST_MARKS = 8

export function model(data: PanelData<CountEmblemOptions>): CountEmblemModel | null {
  const figure = figureOf(data, data.options.indicator)
  if (figure === null) return null
  const { observation, indicator } = figure
  const count = hasValue(observation) && observation.bound === 'exact' ? Number(observation.obsValue) : 0
  const marks = Number.isInteger(count) && count > 0 && count <= MOST_MARKS ? count : 0
  return {
    ...figure,
    note: data.options.note ?? '',
    look: lookOf(observation),
    marks: Array.from({ length: marks }, (_, index) => ({ name: `第${numeralText(index + 1)}${indicator.unitMeasure}`, latest: index === marks - 1 }))
  }
}

export const summary = ({ note, ...figure }: CountEmblemModel): string => spoken(`${labelOf(figure.indicator)}${note}`, figure)

export const table = (figure: CountEmblemModel): PanelTable => ({ columns: FIGURE_COLUMNS, rows: [figureRow(labelOf(figure.indicator), figure)] })
