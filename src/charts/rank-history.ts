import * as z from 'zod/mini'
import { ranksOf } from '#contract/composite.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { absenceIn, scoreObservation, type AreaScore } from '#contract/scores.ts'
import { absenceWord, leagueOf, rankText, scoreText, type League, type LeagueCell } from './league.ts'
import type { PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'

export const options = z.object({ composite: z.string() })
export type RankHistoryOptions = z.infer<typeof options>

/** Where an area stood in a month. Rows count from 0; equal areas share a row and stand apart by `offset` steps. */
export interface RankPoint {
  readonly row: number
  readonly offset: number
  readonly rank: number
  readonly shared: boolean
  readonly text: string
  readonly observation: Observation
}

export interface RankLine {
  readonly region: Region
  /** Month by month; null where there was no rank: the line breaks there. */
  readonly points: readonly (RankPoint | null)[]
  /** The row of the table that the line ends in. */
  readonly end: number
  readonly first: boolean
  /** Places won since the month before. */
  readonly move: number | null
  /** The region that the view is about or, where it is about none, the one that has won most. */
  readonly marked: boolean
}

/** Equal areas of a month. */
export interface RankTie {
  readonly month: number
  readonly row: number
  readonly rank: number
  readonly count: number
}

/** Months on end without a rank, where the area's line would be. */
export interface RankGap {
  readonly region: Region
  readonly row: number
  readonly from: number
  readonly to: number
  readonly word: string
}

export interface RankHistoryModel extends Pick<League, 'indicator' | 'items' | 'period' | 'rows'> {
  readonly months: readonly string[]
  readonly lines: readonly RankLine[]
  readonly ties: readonly RankTie[]
  readonly gaps: readonly RankGap[]
}

/** The chart shows so many months; what is older is behind it. */
export const MONTHS = 12

/** Two stand around the row of their rank; more take the middle of the rows that are theirs. */
const rowOf = (rank: number, count: number): number => rank - 1 + (count > 2 ? (count - 1) / 2 : 0)

interface Month {
  readonly points: readonly (RankPoint | null)[]
  readonly ties: readonly Omit<RankTie, 'month'>[]
  /** The place at the foot of those without a rank. */
  readonly feet: readonly (number | null)[]
}

function monthOf(indicator: Indicator, scores: readonly AreaScore[]): Month {
  const ranks = ranksOf(scores.map(({ value }) => value))
  const ranked = ranks.filter((rank) => rank !== null).length
  const [seen, missing] = [new Map<number, number>(), { count: 0 }]
  const points = scores.map((score, area): RankPoint | null => {
    const [rank = null, observation] = [ranks[area], scoreObservation(indicator, score)]
    if (rank === null || observation === null) return null
    const count = ranks.filter((other) => other === rank).length
    const nth = seen.get(rank) ?? 0
    seen.set(rank, nth + 1)
    return {
      row: rowOf(rank, count),
      offset: nth - (count - 1) / 2,
      rank,
      shared: count > 1,
      text: scoreText({ score: score.value, reweighted: score.reweighted }, indicator.unitMeasure),
      observation
    }
  })
  const ties = [...seen].flatMap(([rank, count]) => (count > 1 ? [{ row: rowOf(rank, count), rank, count }] : []))
  const feet = points.map((point) => (point === null ? ranked + missing.count++ : null))
  return { points, ties, feet }
}

/** Months on end in the same place, for the same reason, are one gap. */
function gapsOf(region: Region, months: readonly { readonly row: number | null; readonly word: string }[]): RankGap[] {
  const gaps: RankGap[] = []
  months.forEach(({ row, word }, month) => {
    const last = gaps.at(-1)
    if (row === null) return
    if (last !== undefined && last.to === month - 1 && last.row === row && last.word === word) gaps[gaps.length - 1] = { ...last, to: month }
    else gaps.push({ region, row, from: month, to: month, word })
  })
  return gaps
}

const wordOf = (score: AreaScore | undefined): string => (score === undefined ? '' : absenceWord(absenceIn(score)))

/** Who won most since the month before, if it is one. */
function climber(rows: League['rows']): string | undefined {
  const most = Math.max(0, ...rows.map(({ move }) => move ?? 0))
  const found = rows.filter(({ move }) => move === most)
  return most > 0 && found.length === 1 ? found[0]?.region.code : undefined
}

export function model(data: PanelData<RankHistoryOptions>): RankHistoryModel | null {
  const league = leagueOf(data, data.options.composite)
  if (league === null) return null
  const { indicator, rows } = league
  const shown = league.history.slice(-MONTHS)
  const months = shown.map((scores) => monthOf(indicator, scores))
  const marked = data.answer.region === data.answer.root ? climber(rows) : data.answer.region
  const regions = (shown[0] ?? []).map(({ region }) => region)
  const lines = regions.map((region, area): RankLine => ({
    region,
    points: months.map(({ points }) => points[area] ?? null),
    end: rows.findIndex((row) => row.region.code === region.code),
    first: rows.some((row) => row.region.code === region.code && row.rank === 1),
    move: rows.find((row) => row.region.code === region.code)?.move ?? null,
    marked: region.code === marked
  }))
  return {
    indicator,
    items: league.items,
    period: league.period,
    rows,
    months: shown.map(([score]) => score?.period ?? ''),
    lines,
    ties: months.flatMap(({ ties }, month) => ties.map((tie) => ({ ...tie, month }))),
    gaps: regions.flatMap((region, area) =>
      gapsOf(
        region,
        months.map(({ feet }, month) => ({ row: feet[area] ?? null, word: wordOf(shown[month]?.[area]) }))
      )
    )
  }
}

const cellText = ({ points, rank, shared, absence }: LeagueCell): string => (points === null || rank === null ? absence : `${points} ${rankText(rank, shared)}`)

export function summary({ rows, indicator, period, months }: RankHistoryModel): string {
  const said = rows.map((row) => `${row.rank === null ? '' : rankText(row.rank, row.shared)}${row.region.name}${scoreText(row, indicator.unitMeasure)}`)
  return `${period}${indicator.name}：${said.join('，')}；近${months.length}个月的名次变化见图`
}

export const table = ({ rows, indicator, items, months, lines }: RankHistoryModel): PanelTable => ({
  columns: ['地区', '名次', indicator.name, ...items.map(({ label, weight }) => `${label} ${weight}%`), ...months.map((month) => `${month} 名次`), '状态'],
  rows: rows.map((row) => [
    row.region.name,
    row.rank === null ? '未排名' : rankText(row.rank, row.shared),
    scoreText(row, indicator.unitMeasure),
    ...row.cells.map(cellText),
    ...(lines.find(({ region }) => region.code === row.region.code)?.points ?? []).map((point) =>
      point === null ? '未排名' : rankText(point.rank, point.shared)
    ),
    row.observation === null ? '' : statusCell(row.observation)
  ])
})
