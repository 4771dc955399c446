import * as z from 'zod/mini'
import { compareDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { compositeScore } from './composite.ts'
import { observationsOf, type PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'

export const options = z.object({ composite: z.string() })
export type RankingOptions = z.infer<typeof options>

export interface RankingRow {
  readonly region: Region
  /** 1 is best; equal scores share a rank and the next one is skipped. Null without a score. */
  readonly rank: number | null
  readonly score: string | null
  readonly previous: string | null
  /** Places won since the period before (positive is up); null when either rank is missing. */
  readonly move: number | null
  readonly reweighted: boolean
  /** Positions on the axis, 0..1. */
  readonly at: number | null
  readonly previousAt: number | null
  /** The score as a figure of its own, for the source card. */
  readonly observation: Observation | null
}

export interface RankingModel {
  readonly indicator: Indicator
  readonly period: string
  readonly axis: readonly [number, number, number]
  readonly rows: readonly RankingRow[]
}

interface Scored {
  readonly region: Region
  readonly value: string | null
  readonly reweighted: boolean
  readonly inputs: readonly Observation[]
}

const scoresOf = (regions: readonly Region[], indicator: Indicator, observations: readonly Observation[], period: string): Scored[] =>
  regions.map((region) => {
    const inputs = observations.filter((o) => o.refArea === region.code && o.timePeriod === period)
    const composite = indicator.composite ?? { inputs: [{ indicator: indicator.id, weight: '100' }], maxMissing: 0 }
    return { region, inputs, ...compositeScore(composite, inputs, indicator.decimals) }
  })

const rankOf = (scores: readonly Scored[], value: string | null): number | null =>
  value === null ? null : 1 + scores.filter((other) => other.value !== null && compareDecimal(other.value, value) > 0).length

/** An even axis around the scores, not from zero: position encodes, not length, and the axis is labelled. */
function axisOf(values: readonly number[]): readonly [number, number, number] {
  const low = Math.floor((Math.min(...values) - 1) / 2) * 2
  const high = Math.ceil((Math.max(...values) + 1) / 2) * 2
  return [low, (low + high) / 2, high]
}

/** The derived score as an observation: as trustworthy as its weakest input. */
function derived(indicator: Indicator, { value, inputs, reweighted }: Scored): Observation | null {
  const [first] = inputs
  if (value === null || first === undefined) return null
  const demo = inputs.some((o) => o.origin === 'demo')
  const note = reweighted ? '缺一项，按其余权重折算（※）' : undefined
  return {
    ...first,
    indicator: indicator.id,
    obsValue: value,
    bound: 'exact',
    qualifier: undefined,
    scale: 1,
    obsStatus: reweighted ? 'E' : 'A',
    origin: demo ? 'demo' : first.origin,
    note
  }
}

const periodsOf = (observations: readonly Observation[], until: string | undefined): string[] =>
  [...new Set(observations.map((o) => o.timePeriod))].filter((period) => until === undefined || endsBy(period, until)).toSorted()

/** Null when no area has a score in either of the last two periods. */
export function model(data: PanelData<RankingOptions>): RankingModel | null {
  const indicator = data.answer.indicators.find(({ id }) => id === data.options.composite)
  const observations = observationsOf(data)
  const [period, previous] = periodsOf(observations, data.period).toReversed()
  if (indicator === undefined || period === undefined) return null
  // A gap in the reports is no last month: nobody moved against a month before it.
  const before = previous === shiftMonth(period, -1) ? previous : undefined
  const regions = childrenOf(data.answer.regions, data.answer.root)
  const now = scoresOf(regions, indicator, observations, period)
  const last = before === undefined ? [] : scoresOf(regions, indicator, observations, before)
  const values = [...now, ...last].flatMap(({ value }) => (value === null ? [] : [Number(value)]))
  if (values.length === 0) return null
  const axis = axisOf(values)
  const at = (value: string | null): number | null => (value === null ? null : (Number(value) - axis[0]) / (axis[2] - axis[0]))
  const rows = now.map((scored): RankingRow => {
    const previous = last.find(({ region }) => region.code === scored.region.code)?.value ?? null
    const [rank, rankBefore] = [rankOf(now, scored.value), rankOf(last, previous)]
    return {
      region: scored.region,
      rank,
      score: scored.value,
      previous,
      reweighted: scored.reweighted,
      move: rank === null || rankBefore === null ? null : rankBefore - rank,
      at: at(scored.value),
      previousAt: at(previous),
      observation: derived(indicator, scored)
    }
  })
  return { indicator, period, axis, rows: rows.toSorted(byRank) }
}

const byRank = (a: RankingRow, b: RankingRow): number => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.region.code.localeCompare(b.region.code)

const scoreText = ({ score, reweighted }: RankingRow, unit: string): string => (score === null ? '未排名' : `${score}${unit}${reweighted ? '※' : ''}`)

export function summary({ rows, indicator, period }: RankingModel): string {
  const leading = rows.filter(({ rank }) => rank !== null).map((row) => `第${row.rank}${row.region.name}${scoreText(row, indicator.unitMeasure)}`)
  const none = rows.filter(({ rank }) => rank === null).map(({ region }) => `${region.name}未排名`)
  return `${period}${indicator.name}：${[...leading, ...none].join('，')}`
}

export const table = ({ rows, indicator, period }: RankingModel): PanelTable => ({
  columns: ['地区', '名次', indicator.name, '上月', '期间', '状态'],
  rows: rows.map((row) => [
    row.region.name,
    row.rank === null ? '未排名' : String(row.rank),
    scoreText(row, indicator.unitMeasure),
    row.previous === null ? '无' : `${row.previous}${indicator.unitMeasure}`,
    period,
    row.observation === null ? '' : statusCell(row.observation)
  ])
})
