import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import { withoutHoles } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import { monthText } from '#format/period.ts'
import { absenceText } from '#format/status.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { extremes } from './extremes.ts'
import { figureOf, labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, statusCell, type PanelTable } from './panel-table.ts'
import { partsOf, seriesText, seriesValue, whenText, type Part } from './parts.ts'

/** Columns are the codes of the dimension `by`, or the months of the series; one brick is one unit. */
export const options = z.object({
  indicator: z.string(),
  by: z.optional(z.string()),
  order: z.optional(z.enum(['value', 'code'])),
  /** Published totals, above the columns or beside them. */
  figures: z.optional(z.array(z.object({ indicator: z.string(), tail: z.optional(z.string()) }))),
  layout: z.optional(z.enum(['above', 'beside'])),
  /** What a brick stands for, such as 一块一场; said only while the bricks can be counted. */
  unit: z.optional(z.string()),
  /** Why there are no columns, when there are none. */
  noColumns: z.optional(z.string())
})
export type UnitBricksOptions = z.infer<typeof options>

export interface BrickColumn {
  readonly key: string
  readonly name: string
  /** The year, where the months of more than one stand side by side. */
  readonly year: string
  /** Null where there is no value; `text` then says why. */
  readonly value: number | null
  readonly text: string
  readonly look: MarkLook
  readonly observation: Observation | null
  /** A month of the series, not a code: without an observation it is not reported. */
  readonly month: boolean
}

export interface UnitBricksModel {
  readonly indicator: Indicator
  readonly columns: readonly BrickColumn[]
  readonly max: number
  /** Whether each value is a number of bricks that can be counted; else the columns are plain bars. */
  readonly countable: boolean
  readonly figures: readonly (FigureItem & { readonly tail: string })[]
  /** Without columns: the total by itself, where it can be counted. */
  readonly block: { readonly value: number; readonly look: MarkLook } | null
  readonly beside: boolean
  readonly unit: string
  readonly noColumns: string
}

/** Taller stacks are not counted by anyone. */
const MOST_BRICKS = 24
const MOST_IN_BLOCK = 120

const columnOf = (indicator: Indicator, { key, name, observation }: Part): BrickColumn => ({
  key,
  name,
  year: '',
  value: seriesValue(observation, indicator),
  text: seriesText(observation, indicator),
  look: observation === null ? 'solid' : lookOf(observation),
  observation,
  month: false
})

function monthColumns({ period }: PanelData<UnitBricksOptions>, observations: readonly Observation[], indicator: Indicator): BrickColumn[] {
  const series = observations.filter((o) => o.indicator === indicator.id && o.freq === 'M' && (period === undefined || endsBy(o.timePeriod, period)))
  const months = withoutHoles(series.map(({ timePeriod }) => timePeriod))
  const years = new Set(months.map((month) => month.slice(0, 4)))
  return months.map((key, index) => {
    const observation = series.find(({ timePeriod }) => timePeriod === key) ?? null
    const turn = index === 0 || key.slice(0, 4) !== months[index - 1]?.slice(0, 4)
    const column = columnOf(indicator, { key, name: monthText(key, false), observation })
    const text = observation === null ? absenceText('O') : column.text
    return { ...column, text, year: years.size > 1 && turn ? `${key.slice(0, 4)}年` : '', month: true }
  })
}

const byValue = (a: BrickColumn, b: BrickColumn): number => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0

function columnsOf(data: PanelData<UnitBricksOptions>, indicator: Indicator): BrickColumn[] {
  const { by, order = 'code' } = data.options
  const observations = observationsOf(data)
  if (by === undefined) return monthColumns(data, observations, indicator)
  const columns = partsOf(data, observations, indicator.id, by).map((part) => columnOf(indicator, part))
  return order === 'value' ? columns.toSorted(byValue) : columns
}

/** A total with a qualifier is no number of bricks. */
function blockOf(figures: readonly FigureItem[], indicator: Indicator): UnitBricksModel['block'] {
  const observation = figures.find((figure) => figure.indicator === indicator)?.observation
  if (observation === undefined || observation.bound !== 'exact') return null
  const value = seriesValue(observation, indicator)
  return value !== null && Number.isInteger(value) && value > 0 && value <= MOST_IN_BLOCK ? { value, look: lookOf(observation) } : null
}

export function model(data: PanelData<UnitBricksOptions>): UnitBricksModel | null {
  const { figures = [], layout = 'above', unit = '', noColumns = '拆分数据未公布' } = data.options
  const indicator = data.answer.indicators.find(({ id }) => id === data.options.indicator)
  if (indicator === undefined) return null
  const columns = columnsOf(data, indicator)
  const totals = figures.flatMap(({ indicator: id, tail = '' }) => {
    const figure = figureOf(data, id)
    return figure === null ? [] : [{ ...figure, tail }]
  })
  return {
    indicator,
    columns,
    max: Math.max(0, ...columns.map(({ value }) => value ?? 0)),
    countable: columns.every(({ value }) => value === null || (Number.isInteger(value) && value >= 0 && value <= MOST_BRICKS)),
    figures: totals,
    block: columns.length === 0 ? blockOf(totals, indicator) : null,
    beside: layout === 'beside',
    unit,
    noColumns
  }
}

/** The text with its unit, or why there is no value. */
export const withUnit = ({ observation, text }: BrickColumn, indicator: Indicator): string =>
  observation === null ? text : seriesText(observation, indicator, true)

/** The name by itself: a month with its year. */
export const nameOf = ({ name, month, key }: BrickColumn): string => (month ? monthText(key, true) : name)

/** `协同部门12个，协同事项44个，按12列（2022年）：统战部最多，6个；营商办、资规局最少，2个`. */
export function summary({ indicator, columns, figures, noColumns }: UnitBricksModel): string {
  const totals = figures.map((figure) => `${labelOf(figure.indicator)}${phraseCell(figure)}`)
  const when = whenText(columns.flatMap(({ observation }) => observation ?? []))
  const parts =
    columns.length === 0
      ? noColumns
      : `${labelOf(indicator)}分${columns.length}项${when}：${extremes(columns.map((column) => ({ ...column, name: nameOf(column), text: withUnit(column, indicator) })))}`
  return [...totals, parts].join('，')
}

export const table = ({ indicator, columns, figures }: UnitBricksModel): PanelTable => ({
  columns: ['名称', labelOf(indicator), '期间', '状态'],
  rows: [
    ...figures.map((figure) => [labelOf(figure.indicator), phraseCell(figure), periodCell(figure.observation), statusCell(figure.observation)]),
    ...columns.map((column) => [
      nameOf(column),
      withUnit(column, indicator),
      column.observation === null ? '' : periodCell(column.observation),
      column.observation === null ? '' : statusCell(column.observation)
    ])
  ]
})
