import * as z from 'zod/mini'
import { addDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { monthsBetween, shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endPointOf, endsBy } from '#contract/period.ts'
import { statusOf, weakestOf } from '#contract/scores.ts'
import { monthText } from '#format/period.ts'
import { scaleValue } from '#contract/bound.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { figureOf, hasValue, labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

/** `cumulative` draws the running total of the flows, `shape` a line or a column a month; `figures` stand above the line as headlines. */
export const options = z.object({
  series: z.string(),
  cumulative: z.optional(z.boolean()),
  shape: z.optional(z.enum(['line', 'columns'])),
  milestones: z.optional(z.boolean()),
  figures: z.optional(z.array(z.object({ indicator: z.string(), tail: z.optional(z.string()) }))),
  /** Why there is no line, when there is none. */
  noSeries: z.optional(z.string())
})
export type TrendOptions = z.infer<typeof options>

export interface TrendPoint {
  readonly period: string
  /** In the unit of the series; null where the month is missing: the line breaks there. */
  readonly value: number | null
  readonly text: string
  readonly observation: Observation | null
}

export interface TrendModel {
  readonly indicator: Indicator | null
  readonly points: readonly TrendPoint[]
  /** The months after the one that is looked at: the line ends before them, and its axis stays as it is. */
  readonly after: readonly string[]
  readonly milestones: readonly { readonly index: number; readonly label: string }[]
  readonly figures: readonly (FigureItem & { readonly tail: string })[]
  readonly max: number
  /** 0, or below it where a value is negative. */
  readonly min: number
  readonly regionName: string | null
  readonly noSeries: string
  readonly shape: 'line' | 'columns'
}

/** What had been counted before the first month: the figure that ends with the month before, if there is one. */
const openingOf = (observations: readonly Observation[], { indicator, refArea }: Observation, first: string): Observation | undefined =>
  observations.find(
    (o) => o.indicator === indicator && o.refArea === refArea && o.freq === '_Z' && hasValue(o) && endPointOf(o.timePeriod) === shiftMonth(first, -1)
  )

/** Running totals, exact. From the first missing month on the total is unknown, not flat. */
function accumulate(values: readonly (string | null)[], opening: string): (string | null)[] {
  let total: string | null = opening
  return values.map((value) => (total = total === null || value === null ? null : addDecimal(total, value)))
}

/**
 * The running total as a figure of its own: it counts from the first month or from the opening on, and its card must say so. It
 * is worth no more than the least trustworthy figure in it, of equal ones the latest.
 */
function runningTotal(months: readonly Observation[], total: string | null, opening: Observation | undefined): Observation | null {
  const [first, month] = [months[0], months.at(-1)]
  const summed = [...(opening === undefined ? [] : [opening]), ...months].toReversed()
  const weakest = weakestOf(summed)
  if (first === undefined || month === undefined || weakest === undefined || total === null) return null
  const from = opening === undefined ? first.timePeriod : (opening.timePeriod.split('/')[0] ?? first.timePeriod)
  return {
    ...month,
    timePeriod: `${from}/${month.timePeriod}`,
    periodText: undefined,
    freq: '_Z',
    obsValue: total,
    bound: 'exact',
    qualifier: undefined,
    obsStatus: statusOf(summed),
    origin: weakest.origin,
    source: weakest.source,
    note: opening === undefined ? '由各月数累加' : '由期初数与各月数累加',
    release: Math.max(...summed.map(({ release }) => release))
  }
}

/** The top of the axis: the next even step, so that half of it reads well too. */
export function niceMax(value: number): number {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power
}

/** From zero, always; further down only for negative values. */
function axisOf(values: readonly number[]): Pick<TrendModel, 'max' | 'min'> {
  const low = Math.min(0, ...values)
  return { max: niceMax(Math.max(0, ...values)), min: low < 0 ? -niceMax(-low) : 0 }
}

function pointsOf(indicator: Indicator, series: readonly Observation[], others: readonly Observation[], cumulative: boolean): TrendPoint[] {
  const byMonth = new Map(series.map((o) => [o.timePeriod, o]))
  const months = [...byMonth.keys()].toSorted()
  const all = monthsBetween(months[0] ?? '', months.at(-1) ?? '')
  const flows = all.map((month) => byMonth.get(month)?.obsValue ?? null)
  const first = all[0] ?? ''
  const opening = series[0] === undefined ? undefined : openingOf(others, series[0], first)
  const values = cumulative ? accumulate(flows, opening?.obsValue ?? '0') : flows
  return all.map((period, index) => {
    const value = values[index] ?? null
    return {
      period,
      value: value === null ? null : Number(scaleValue(value, indicator.seriesScale)),
      text: value === null ? '' : chartNumber(value, indicator.seriesScale, indicator.decimals),
      // A total is known only while every month before it is: then these are all of them.
      observation: cumulative
        ? runningTotal(
            all.slice(0, index + 1).flatMap((month) => byMonth.get(month) ?? []),
            value,
            opening
          )
        : (byMonth.get(period) ?? null)
    }
  })
}

const milestonesIn = (data: PanelData<TrendOptions>, points: readonly TrendPoint[]): TrendModel['milestones'] =>
  data.options.milestones !== true
    ? []
    : data.answer.milestones.flatMap(({ date, shortName }) => {
        const index = points.findIndex(({ period }) => period === date.slice(0, 7))
        return index < 0 || shortName === undefined ? [] : [{ index, label: shortName }]
      })

/** Up to the last month that was told by the period that is looked at. */
function pointsBy(whole: readonly TrendPoint[], series: readonly Observation[], period: string | undefined): readonly TrendPoint[] {
  if (period === undefined) return whole
  const told = new Set(series.flatMap(({ timePeriod }) => (endsBy(timePeriod, period) ? [timePeriod] : [])))
  return whole.slice(0, whole.findLastIndex((point) => told.has(point.period)) + 1)
}

export function model(data: PanelData<TrendOptions>): TrendModel {
  const { series: id, cumulative = false, shape = 'line', figures = [], noSeries = '本期没有分月数据' } = data.options
  const { answer, period } = data
  const indicator = answer.indicators.find((candidate) => candidate.id === id) ?? null
  const all = observationsOf(data)
  const series = all.filter((o) => o.indicator === id && o.freq === 'M' && hasValue(o))
  const whole = indicator === null || series.length === 0 ? [] : pointsOf(indicator, series, all, cumulative)
  const points = pointsBy(whole, series, period)
  const headlines = figures.flatMap(({ indicator: code, tail = '' }) => {
    const figure = figureOf(data, code)
    return figure === null ? [] : [{ ...figure, tail }]
  })
  const region = answer.regions.find(({ code }) => code === answer.region)
  return {
    indicator,
    points,
    after: points.length === 0 ? [] : whole.slice(points.length).map((point) => point.period),
    noSeries,
    shape,
    figures: headlines,
    milestones: milestonesIn(data, points),
    ...axisOf(whole.map(({ value }) => value ?? 0)),
    // A series of the whole stays that of the whole, whatever county is chosen.
    regionName: answer.region === answer.root || region === undefined || !series.some((o) => o.refArea === region.code) ? null : region.name
  }
}

/** Which months are written on the axis: the one that is looked at, then ends, milestones and half years; never two in one place. */
export function labelledMonths(
  points: readonly Pick<TrendPoint, 'period'>[],
  milestones: readonly { readonly index: number }[],
  room: number,
  chosen = points.length - 1
): ReadonlySet<number> {
  const last = points.length - 1
  const kept: number[] = []
  const gap = (index: number): number => (index === 0 || (kept.includes(0) && index < room) ? room * 1.5 : room)
  const first = chosen === last ? [0, last] : [chosen, 0, last]
  const wanted = [...first, ...milestones.map(({ index }) => index), ...points.keys()].filter(
    (index, position) => position < first.length + milestones.length || index % 6 === 0
  )
  for (const index of wanted) if (kept.every((other) => Math.abs(other - index) >= (other === 0 ? gap(0) : room) || other === index)) kept.push(index)
  return new Set(kept)
}

/** A month on the axis: the year where it is first needed and again a year later. */
export const axisMonth = (points: readonly Pick<TrendPoint, 'period'>[], index: number): string => {
  const period = points[index]?.period ?? ''
  return monthText(period, index === 0 || index % 12 === 0)
}

const known = (points: readonly TrendPoint[]): TrendPoint[] => points.filter(({ value }) => value !== null)

/** The run and its ends: where it began, its highest, its last. */
function course({ indicator, points }: TrendModel): string {
  const found = known(points)
  const [first, last] = [found[0], found.at(-1)]
  if (indicator === null || first === undefined || last === undefined) return ''
  const unit = seriesUnit(indicator.seriesScale, indicator.unitMeasure)
  const top = found.reduce((highest, point) => ((point.value ?? 0) > (highest.value ?? 0) ? point : highest), first)
  const missing = points.length - found.length
  return [
    `${monthText(first.period, true)}${first.text}${unit}`,
    ...(top === last || top === first ? [] : [`最高${monthText(top.period, true)}${top.text}${unit}`]),
    ...(last === first ? [] : [`最近${monthText(last.period, true)}${last.text}${unit}`]),
    ...(missing === 0 ? [] : [`其间${missing}个月未报`])
  ].join('，')
}

export function summary(trend: TrendModel): string {
  const name = trend.indicator === null ? '' : labelOf(trend.indicator)
  const line = trend.points.length === 0 ? trend.noSeries : `${trend.regionName ?? ''}${name}${course(trend)}`
  return [...trend.figures.map((figure) => spoken(labelOf(figure.indicator), figure)), line].join('；')
}

export function table({ indicator, points, figures }: TrendModel): PanelTable {
  const unit = indicator === null ? '' : seriesUnit(indicator.seriesScale, indicator.unitMeasure)
  const totals = figures.map((figure) => [`${periodCell(figure.observation)}${labelOf(figure.indicator)}`, phraseCell(figure), statusCell(figure.observation)])
  const months = points.map(({ period, value, text, observation }) => [
    monthText(period, true),
    value === null ? '未报' : `${text}${unit}`,
    observation === null ? '' : statusCell(observation)
  ])
  return { columns: ['期间', '数值', '状态'], rows: [...totals, ...months] }
}
