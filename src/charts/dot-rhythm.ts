import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import { withoutHoles } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import { absenceText } from '#format/status.ts'
import { monthText } from '#format/period.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { hasValue, observationsOf, type PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'

/** One lane an indicator, one dot a piece of its monthly count. */
export const options = z.object({
  lanes: z.array(z.object({ indicator: z.string(), label: z.string(), accent: z.optional(z.boolean()) })),
  /** Why there are no dots, when there are none. */
  noSeries: z.optional(z.string())
})
export type DotRhythmOptions = z.infer<typeof options>

export interface RhythmCell {
  readonly period: string
  /** Null where nothing is known of the month: its lane breaks there. */
  readonly count: number | null
  /** `2`, or why there is no value. */
  readonly text: string
  readonly demo: boolean
  readonly observation: Observation | null
}

export interface RhythmLane {
  readonly indicator: Indicator
  readonly label: string
  readonly accent: boolean
  readonly cells: readonly RhythmCell[]
}

export interface DotRhythmModel {
  readonly months: readonly string[]
  readonly lanes: readonly RhythmLane[]
  readonly noSeries: string
}

/** From here on a month has its number instead of dots. */
export const MOST_DOTS = 6

function cellOf(period: string, observation: Observation | undefined, { seriesScale, decimals }: Indicator): RhythmCell {
  const base = { period, demo: observation?.origin === 'demo', observation: observation ?? null }
  if (observation === undefined || observation.obsValue === null || !hasValue(observation))
    return { ...base, count: null, text: absenceText(observation?.obsStatus) }
  return { ...base, count: Number(observation.obsValue), text: chartNumber(observation.obsValue, seriesScale, decimals) }
}

export function model(data: PanelData<DotRhythmOptions>): DotRhythmModel {
  const { lanes, noSeries = '本期没有分月数据' } = data.options
  const known = observationsOf(data).filter((o) => o.freq === 'M' && (data.period === undefined || endsBy(o.timePeriod, data.period)))
  const counted = known.filter((o) => hasValue(o) && lanes.some(({ indicator }) => indicator === o.indicator))
  const months = withoutHoles(counted.map(({ timePeriod }) => timePeriod))
  return {
    months,
    noSeries,
    lanes: lanes.flatMap(({ indicator: id, label, accent = false }) => {
      const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
      if (indicator === undefined || months.length === 0) return []
      const own = new Map(known.filter((o) => o.indicator === id).map((o) => [o.timePeriod, o]))
      return [{ indicator, label, accent, cells: months.map((month) => cellOf(month, own.get(month), indicator)) }]
    })
  }
}

/** `2篇`, or why there is no value. */
export const cellText = ({ indicator }: RhythmLane, { count, text }: RhythmCell): string =>
  count === null ? text : `${text}${seriesUnit(indicator.seriesScale, indicator.unitMeasure)}`

/** `中央：2022年3月1项，2022年5月1项；省级：…`: the months that have something, and how many have none. */
function course(lane: RhythmLane): string {
  const some = lane.cells.filter(({ count }) => count !== null && count !== 0)
  const unknown = lane.cells.filter(({ count }) => count === null).length
  const said = [...some.map((cell) => `${monthText(cell.period, true)}${cellText(lane, cell)}`), ...(unknown === 0 ? [] : [`其间${unknown}个月没有数`])]
  return `${lane.label}：${said.length === 0 ? '各月均为零' : said.join('，')}`
}

export const summary = ({ lanes, noSeries }: DotRhythmModel): string => (lanes.length === 0 ? noSeries : lanes.map(course).join('；'))

export const table = ({ lanes, months }: DotRhythmModel): PanelTable => ({
  columns: ['期间', ...lanes.flatMap(({ label }) => [label, `${label}状态`])],
  rows: months.map((month, index) => [
    monthText(month, true),
    ...lanes.flatMap((lane) => {
      const cell = lane.cells[index]
      return cell === undefined ? ['', ''] : [cellText(lane, cell), cell.observation === null ? '' : statusCell(cell.observation)]
    })
  ])
})
