import * as z from 'zod/mini'
import { ranksOf } from '#contract/composite.ts'
import type { Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { lackText, scoreObservation, scoresOf, type AreaScore } from '#contract/scores.ts'
import { childrenOf } from '#contract/snapshot.ts'
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
  /** What ※ means, where a row has it: `※ 缺一项，折算`. */
  readonly key: string
}

function keyOf(scores: readonly AreaScore[]): string {
  const lacks = scores.flatMap((score) => (score.reweighted ? [lackText(score)] : []))
  return lacks.length === 0 ? '' : `※ ${[...new Set(lacks)].join('、')}，折算`
}

/** An even axis around the scores, not from zero: position encodes, not length, and the axis is labelled. */
function axisOf(values: readonly number[]): readonly [number, number, number] {
  const low = Math.floor((Math.min(...values) - 1) / 2) * 2
  const high = Math.ceil((Math.max(...values) + 1) / 2) * 2
  return [low, (low + high) / 2, high]
}

/** Null when no area has a score in either of the last two periods. */
export function model(data: PanelData<RankingOptions>): RankingModel | null {
  const indicator = data.answer.indicators.find(({ id }) => id === data.options.composite)
  const regions = childrenOf(data.answer.regions, data.answer.root)
  if (indicator === undefined) return null
  const [now, previous] = scoresOf({ indicator, regions, observations: observationsOf(data), until: data.period }).toReversed()
  const period = now?.[0]?.period
  if (now === undefined || period === undefined) return null
  // A gap in the reports is no last month: nobody moved against a month before it.
  const last = previous?.[0]?.period === shiftMonth(period, -1) ? previous : regions.map(() => null)
  const values = [...now, ...last].flatMap((score) => (score === null || score.value === null ? [] : [Number(score.value)]))
  if (values.length === 0) return null
  const axis = axisOf(values)
  const at = (value: string | null): number | null => (value === null ? null : (Number(value) - axis[0]) / (axis[2] - axis[0]))
  const before = last.map((score) => score?.value ?? null)
  const [ranks, ranksBefore] = [ranksOf(now.map(({ value }) => value)), ranksOf(before)]
  const rows = now.map((score, index): RankingRow => {
    const [rank = null, rankBefore = null, previous = null] = [ranks[index], ranksBefore[index], before[index]]
    return {
      region: score.region,
      rank,
      score: score.value,
      previous,
      reweighted: score.reweighted,
      move: rank === null || rankBefore === null ? null : rankBefore - rank,
      at: at(score.value),
      previousAt: at(previous),
      observation: scoreObservation(indicator, score)
    }
  })
  return { indicator, period, axis, rows: rows.toSorted(byRank), key: keyOf(now) }
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
