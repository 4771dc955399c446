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
}

export interface CountyTrendsModel {
  readonly indicator: Indicator
  readonly unit: string
  readonly months: readonly string[]
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

export function model(data: PanelData<CountyTrendsOptions>): CountyTrendsModel | null {
  const { series, noSeries = '本期没有分县分月数据' } = data.options
  const { answer, period } = data
  const indicator = answer.indicators.find(({ id }) => id === series)
  if (indicator === undefined) return null
  const found = observationsOf(data).filter((o) => o.indicator === series && o.freq === 'M' && (period === undefined || endsBy(o.timePeriod, period)))
  const months = withoutHoles(found.filter(hasValue).map(({ timePeriod }) => timePeriod))
  const lines = childrenOf(answer.regions, answer.root).map((region): CountyLine => {
    const own = found.filter(({ refArea }) => refArea === region.code)
    const points = months.map((month) =>
      pointOf(
        indicator,
        own.find(({ timePeriod }) => timePeriod === month)
      )
    )
    return {
      region,
      points,
      own: region.code === answer.region,
      last: points.findLastIndex(({ value }) => value !== null)
    }
  })
  const values = lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const low = Math.min(0, ...values)
  return {
    indicator,
    unit: seriesUnit(indicator.seriesScale, indicator.unitMeasure),
    months,
    lines,
    noSeries,
    max: niceMax(Math.max(0, ...values)),
    min: low < 0 ? -niceMax(-low) : 0
  }
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
