import * as z from 'zod/mini'
import { scaleValue } from '#contract/bound.ts'
import type { Indicator } from '#contract/indicator.ts'
import { withoutHoles } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { monthText } from '#format/period.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { extremes } from './extremes.ts'
import { hasValue, labelOf, observationsOf, type PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'
import { niceMax } from './trend.ts'

/** Months of the root's areas on one axis. */
export const options = z.object({ series: z.string(), noSeries: z.optional(z.string()) })
export type CountyTrendsOptions = z.infer<typeof options>

export interface CountyPoint {
  /** In the unit of the series; null where the month is missing: the line breaks there. */
  readonly value: number | null
  readonly text: string
  readonly observation: Observation | null
}

export interface CountyLine {
  readonly region: Region
  readonly points: readonly CountyPoint[]
  /** The area that is selected. */
  readonly own: boolean
  /** The last month with a value; -1 without one. */
  readonly last: number
  /** What each month stands as where few lines are compared: they are told apart by more than colour. */
  readonly mark?: 'circle' | 'square' | 'triangle'
}

export interface CountyTrendsModel {
  readonly indicator: Indicator
  readonly unit: string
  readonly months: readonly string[]
  /** The months after the one that is looked at: the lines end before them, and their axis stays as it is. */
  readonly after: readonly string[]
  readonly lines: readonly CountyLine[]
  readonly min: number
  readonly max: number
  readonly noSeries: string
}

function pointOf(indicator: Indicator, observation: Observation | undefined): CountyPoint {
  if (observation === undefined || observation.obsValue === null || !hasValue(observation)) return { value: null, text: '', observation: observation ?? null }
  const { obsValue } = observation
  return { value: Number(scaleValue(obsValue, indicator.seriesScale)), text: chartNumber(obsValue, indicator.seriesScale, indicator.decimals), observation }
}

/** What is put on one axis: one indicator of some areas, each with a line of its own. */
interface Compared {
  readonly indicator: Indicator
  readonly regions: readonly Region[]
  /** Of the indicator, by months. */
  readonly observations: readonly Observation[]
  readonly chosen?: string
  readonly period?: string
}

type Lines = Pick<CountyTrendsModel, 'indicator' | 'unit' | 'months' | 'after' | 'lines' | 'min' | 'max'>

export function linesOf({ indicator, regions, observations, chosen, period }: Compared): Lines {
  const all = withoutHoles(observations.filter(hasValue).map(({ timePeriod }) => timePeriod))
  const months = period === undefined ? all : all.filter((month) => endsBy(month, period))
  const pointIn = (code: string, month: string): CountyPoint =>
    pointOf(
      indicator,
      observations.find(({ refArea, timePeriod }) => refArea === code && timePeriod === month)
    )
  const lines = regions.map((region): CountyLine => {
    const points = months.map((month) => pointIn(region.code, month))
    return { region, points, own: region.code === chosen, last: points.findLastIndex(({ value }) => value !== null) }
  })
  // The scale is that of all months, whichever is looked at.
  const values = regions.flatMap(({ code }) => all.flatMap((month) => pointIn(code, month).value ?? []))
  const low = Math.min(0, ...values)
  return {
    indicator,
    unit: seriesUnit(indicator.seriesScale, indicator.unitMeasure),
    months,
    after: all.slice(months.length),
    lines,
    max: niceMax(Math.max(0, ...values)),
    min: low < 0 ? -niceMax(-low) : 0
  }
}

export function model(data: PanelData<CountyTrendsOptions>): CountyTrendsModel | null {
  const { series, noSeries = '本期没有分县分月数据' } = data.options
  const { answer, period } = data
  const indicator = answer.indicators.find(({ id }) => id === series)
  if (indicator === undefined) return null
  const observations = observationsOf(data).filter((o) => o.indicator === series && o.freq === 'M')
  const regions = childrenOf(answer.regions, answer.root)
  return { ...linesOf({ indicator, regions, observations, chosen: answer.region, period }), noSeries }
}

export function summary({ indicator, months, lines, unit, noSeries }: CountyTrendsModel): string {
  const end = months.length - 1
  if (end < 0) return noSeries
  const compared = lines.map(({ region, points }) => {
    const { value = null, text = '' } = points[end] ?? {}
    return { name: region.name, value, text: value === null ? '未报' : `${text}${unit}` }
  })
  return `${labelOf(indicator)}${monthText(months[0] ?? '', true)}至${monthText(months[end] ?? '', true)}，最近一月${extremes(compared)}`
}

export const table = ({ months, lines, unit }: CountyTrendsModel): PanelTable => ({
  columns: ['期间', ...lines.map(({ region }) => region.name), '状态'],
  rows: months.map((month, index) => [
    monthText(month, true),
    ...lines.map(({ points }) => (points[index]?.value == null ? '未报' : `${points[index].text}${unit}`)),
    [...new Set(lines.flatMap(({ points }) => (points[index]?.observation ? [statusCell(points[index].observation)] : [])))].join('、')
  ])
})
