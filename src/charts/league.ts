import { ranksOf } from '#contract/composite.ts'
import { compareDecimal, roundDecimal } from '#contract/decimal.ts'
import type { Composite, CompositeInput, Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { scoreObservation, scoresOf, type AreaScore } from '#contract/scores.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { phrase } from '#format/phrase.ts'
import { labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'

/** One item of the score as the method names it. */
export interface LeagueItem {
  readonly indicator: Indicator
  readonly label: string
  /** In percent, and the width of its lane. */
  readonly weight: number
}

/** One item of one area: what fills a lane. */
export interface LeagueCell {
  readonly item: LeagueItem
  readonly points: string | null
  /** Among all areas in this item. */
  readonly rank: number | null
  readonly shared: boolean
  /** 0..1 of the most that the method gives. */
  readonly share: number
  /** 缺报 or 不公布, where there are no points. */
  readonly absence: string
  readonly demo: boolean
  readonly figure: (FigureItem & { readonly text?: string }) | null
}

export interface LeagueRow {
  readonly region: Region
  readonly rank: number | null
  readonly shared: boolean
  readonly score: string | null
  readonly reweighted: boolean
  /** Places won since the month before (positive is up); null when either rank is missing. */
  readonly move: number | null
  readonly cells: readonly LeagueCell[]
  readonly observation: Observation | null
}

export interface League {
  readonly indicator: Indicator
  readonly items: readonly LeagueItem[]
  /** The newest period that is shown. */
  readonly period: string
  /** Every period up to it, oldest first; each with all areas by code. */
  readonly history: readonly (readonly AreaScore[])[]
  /** By rank; those without one last. */
  readonly rows: readonly LeagueRow[]
}

/** What stands in place of points that are not there. */
export const absenceWord = (status: Observation['obsStatus'] | undefined): string => (status === 'Q' ? '不公布' : status === 'M' ? '不适用' : '缺报')

/** 第3, or 并列3 where others have it as well. */
export const rankText = (rank: number, shared: boolean): string => (shared ? `并列${rank}` : `第${rank}`)

export const itemsOf = (indicators: readonly Indicator[], { inputs }: Composite): LeagueItem[] =>
  inputs.flatMap(({ indicator: id, weight }) => {
    const indicator = indicators.find((candidate) => candidate.id === id)
    return indicator === undefined ? [] : [{ indicator, label: labelOf(indicator), weight: Number(weight) }]
  })

/** The most that one item can bring. */
export const capOf = ({ normalisation }: CompositeInput): string => normalisation?.cap ?? '100'

const isShared = (ranks: readonly (number | null)[], rank: number | null): boolean => rank !== null && ranks.filter((other) => other === rank).length > 1

/** Points for the card: where they are not what was reported, that is said as well. */
function cellFigure({ indicator }: LeagueItem, points: string | null, observation: Observation | undefined, unit: string): LeagueCell['figure'] {
  if (observation === undefined) return null
  const { obsValue } = observation
  if (points === null || obsValue === null) return { observation, indicator }
  const same = compareDecimal(roundDecimal(obsValue, indicator.decimals), points) === 0
  return { observation, indicator, text: same ? `${points}${unit}` : `${points}${unit}（填报${phrase(observation, indicator.unitMeasure)}）` }
}

function cellsOf(items: readonly LeagueItem[], composite: Composite, indicator: Indicator, now: readonly AreaScore[]): LeagueCell[][] {
  const columns = items.map((item) => now.map(({ parts }) => parts.find((part) => part.indicator === item.indicator.id)))
  const ranks = columns.map((column) => ranksOf(column.map((part) => part?.points ?? null)))
  const most = Math.max(...composite.inputs.map((input) => Number(capOf(input))))
  return now.map((_, area) =>
    items.map((item, index): LeagueCell => {
      const part = columns[index]?.[area]
      const [points, rank] = [part?.points ?? null, ranks[index]?.[area] ?? null]
      return {
        item,
        points,
        rank,
        shared: isShared(ranks[index] ?? [], rank),
        share: points === null ? 0 : Math.max(0, Math.min(1, Number(points) / most)),
        absence: points === null ? absenceWord(part?.observation?.obsStatus) : '',
        demo: part?.observation?.origin === 'demo',
        figure: cellFigure(item, points, part?.observation, indicator.unitMeasure)
      }
    })
  )
}

const byRank = (a: LeagueRow, b: LeagueRow): number => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.region.code.localeCompare(b.region.code)

function rowsOf(indicator: Indicator, composite: Composite, items: readonly LeagueItem[], history: readonly (readonly AreaScore[])[]): LeagueRow[] {
  const [now = [], previous = []] = history.toReversed()
  const cells = cellsOf(items, composite, indicator, now)
  const ranks = ranksOf(now.map(({ value }) => value))
  // A gap in the reports is no last month: nobody moved against a month before it.
  const last = previous[0]?.period === shiftMonth(now[0]?.period ?? '', -1) ? ranksOf(previous.map(({ value }) => value)) : []
  const rows = now.map((score, area): LeagueRow => {
    const [rank, before] = [ranks[area] ?? null, last[area] ?? null]
    return {
      region: score.region,
      rank,
      shared: isShared(ranks, rank),
      score: score.value,
      reweighted: score.reweighted,
      move: rank === null || before === null ? null : before - rank,
      cells: cells[area] ?? [],
      observation: scoreObservation(indicator, score)
    }
  })
  return rows.toSorted(byRank)
}

/** The league of a composite up to the period that is looked at. Null where no area has a score in it. */
export function leagueOf(data: Pick<PanelData<unknown>, 'panel' | 'answer' | 'period'>, id: string): League | null {
  const { answer } = data
  const indicator = answer.indicators.find((candidate) => candidate.id === id)
  if (indicator?.composite === undefined) return null
  const regions = childrenOf(answer.regions, answer.root).toSorted((a, b) => a.code.localeCompare(b.code))
  const history = scoresOf({ indicator, regions, observations: observationsOf(data), until: data.period })
  const period = history.at(-1)?.[0]?.period
  if (period === undefined || history.every((scores) => scores.every(({ value }) => value === null))) return null
  const items = itemsOf(answer.indicators, indicator.composite)
  return { indicator, items, period, history, rows: rowsOf(indicator, indicator.composite, items, history) }
}

export const scoreText = ({ score, reweighted }: Pick<LeagueRow, 'score' | 'reweighted'>, unit: string): string =>
  score === null ? '未排名' : `${score}${unit}${reweighted ? '※' : ''}`
