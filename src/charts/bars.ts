import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { extremes } from './extremes.ts'
import { figureOf, isWhole, labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, statusCell, type PanelTable } from './panel-table.ts'
import { partsOf, seriesText, seriesValue, whenText, type Part } from './parts.ts'

/** Rows are the root's areas, or the codes of the dimension `by`; the longest first, or in code order. */
export const options = z.object({
  indicator: z.string(),
  by: z.optional(z.string()),
  order: z.optional(z.enum(['value', 'code'])),
  /** Over the values, where there are two columns of them. */
  label: z.optional(z.string()),
  /** A second column of values, without bars. */
  second: z.optional(z.object({ indicator: z.string(), label: z.optional(z.string()) })),
  /** Published totals that stand above the bars. */
  figures: z.optional(z.array(z.object({ indicator: z.string(), tail: z.optional(z.string()) }))),
  /** All of them of one size, where room is scarce. */
  even: z.optional(z.boolean()),
  /** Whose note is printed above the bars: what the figure must not be taken for. */
  note: z.optional(z.string()),
  /** Why there are no bars, when there are none. */
  noRows: z.optional(z.string())
})
export type BarsOptions = z.infer<typeof options>

export interface BarsValue {
  readonly text: string
  readonly observation: Observation | null
  readonly indicator: Indicator
}

export interface BarsRow extends BarsValue {
  readonly key: string
  readonly name: string
  /** The area that is selected. */
  readonly own: boolean
  /** In the unit of the series; null where there is no value. */
  readonly value: number | null
  readonly look: MarkLook
  readonly second: BarsValue | null
}

export interface BarsModel {
  /** What the bars show, in a word or two. */
  readonly label: string
  readonly secondLabel: string | null
  readonly rows: readonly BarsRow[]
  /** 0, or below it where a value is negative. */
  readonly min: number
  readonly max: number
  readonly figures: readonly (FigureItem & { readonly tail: string })[]
  readonly even: boolean
  readonly note: string | null
  readonly noRows: string
  /** What the rows are of, for the sentence: 6个县（市、区）服务回归项目. */
  readonly subject: string
}

/** The longest first; equal ones stay in code order, those without a value come last. */
const byValue = (a: BarsRow, b: BarsRow): number => (b.value ?? -Infinity) - (a.value ?? -Infinity) || 0

const valueOf = (observation: Observation | null, indicator: Indicator): BarsValue => ({ observation, indicator, text: seriesText(observation, indicator) })

const indicatorOf = ({ answer }: Pick<PanelData<unknown>, 'answer'>, id: string | undefined): Indicator | undefined =>
  answer.indicators.find((candidate) => candidate.id === id)

function rowsOf(data: PanelData<BarsOptions>, indicator: Indicator): BarsRow[] {
  const { by, second } = data.options
  const observations = observationsOf(data)
  const beside = indicatorOf(data, second?.indicator)
  const others = beside === undefined ? [] : partsOf(data, observations, beside.id, by)
  const secondOf = (part: Part): BarsValue | null =>
    beside === undefined ? null : valueOf(others.find(({ key }) => key === part.key)?.observation ?? null, beside)
  return partsOf(data, observations, indicator.id, by).map((part): BarsRow => ({
    ...valueOf(part.observation, indicator),
    key: part.key,
    name: part.name,
    own: part.key === data.answer.region,
    value: seriesValue(part.observation, indicator),
    look: part.observation === null ? 'solid' : lookOf(part.observation),
    second: secondOf(part)
  }))
}

/** Whose figure is divided, and into what: a figure of narrower scope than its area names it. */
function subjectOf({ answer, options: { by } }: PanelData<BarsOptions>, indicator: Indicator, rows: readonly BarsRow[]): string {
  const scopes = new Set(rows.flatMap(({ observation }) => (observation === null ? [] : [isWhole(answer.regions, observation) ? '' : observation.scope])))
  const [scope = ''] = scopes.size === 1 ? scopes : []
  if (by === undefined) return `${scope}${rows.length}个${answer.top === undefined ? '县（市、区）' : '地区'}${labelOf(indicator)}`
  const root = answer.regions.find(({ code }) => code === answer.root)?.name ?? ''
  return `${scope === '' ? root : scope}${labelOf(indicator)}分${rows.length}类`
}

export function model(data: PanelData<BarsOptions>): BarsModel | null {
  const { order = 'value', label, second, figures = [], even = false, note, noRows = '拆分数据未公布' } = data.options
  const indicator = indicatorOf(data, data.options.indicator)
  if (indicator === undefined) return null
  const found = rowsOf(data, indicator)
  const values = found.map(({ value }) => value ?? 0)
  const beside = indicatorOf(data, second?.indicator)
  return {
    label: label ?? labelOf(indicator),
    secondLabel: beside === undefined ? null : (second?.label ?? labelOf(beside)),
    rows: order === 'value' ? found.toSorted(byValue) : found,
    min: Math.min(0, ...values),
    max: Math.max(0, ...values),
    figures: figures.flatMap(({ indicator: id, tail = '' }) => {
      const figure = figureOf(data, id)
      return figure === null ? [] : [{ ...figure, tail }]
    }),
    even,
    note: note === undefined ? null : (figureOf(data, note)?.observation.note ?? null),
    noRows,
    subject: subjectOf(data, indicator, found)
  }
}

const withUnit = ({ observation, indicator }: BarsValue): string => seriesText(observation, indicator, true)

/** `6个县（市、区）服务回归项目（截至2022年10月）：江山市最多，206个；常山县最少，111个`, behind the totals above the bars. */
export function summary({ rows, figures, subject, noRows }: BarsModel): string {
  const totals = figures.map((figure) => `${labelOf(figure.indicator)}${phraseCell(figure)}`)
  const parts =
    rows.length === 0
      ? noRows
      : `${subject}${whenText(rows.flatMap(({ observation }) => observation ?? []))}：${extremes(rows.map((row) => ({ ...row, text: withUnit(row) })))}`
  return [...totals, parts].join('，')
}

const rowCells = (name: string, { observation }: Pick<BarsValue, 'observation'>, values: readonly string[]): string[] => [
  name,
  ...values,
  observation === null ? '' : periodCell(observation),
  observation === null ? '' : statusCell(observation)
]

export function table({ label, secondLabel, rows, figures }: BarsModel): PanelTable {
  const both = (value: string, second: string): string[] => (secondLabel === null ? [value] : [value, second])
  return {
    columns: ['名称', ...both(label, secondLabel ?? ''), '期间', '状态'],
    rows: [
      ...figures.map((figure) => rowCells(labelOf(figure.indicator), figure, both(phraseCell(figure), ''))),
      ...rows.map((row) => rowCells(row.name, row, both(withUnit(row), row.second === null ? '' : withUnit(row.second))))
    ]
  }
}
