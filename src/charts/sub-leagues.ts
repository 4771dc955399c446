import * as z from 'zod/mini'
import type { Region } from '#contract/region.ts'
import { leagueOf, rankText, type LeagueCell, type LeagueItem } from './league.ts'
import type { PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'

/** Each item of the score as a table of its own. */
export const options = z.object({ composite: z.string() })
export type SubLeaguesOptions = z.infer<typeof options>

export interface SubLeague {
  readonly item: LeagueItem
  readonly rows: readonly { readonly region: Region; readonly cell: LeagueCell }[]
}

export interface SubLeaguesModel {
  readonly period: string
  readonly leagues: readonly SubLeague[]
}

type Row = SubLeague['rows'][number]

const byRank = (a: Row, b: Row): number => (a.cell.rank ?? Infinity) - (b.cell.rank ?? Infinity) || a.region.code.localeCompare(b.region.code)

export function model(data: PanelData<SubLeaguesOptions>): SubLeaguesModel | null {
  const league = leagueOf(data, data.options.composite)
  if (league === null) return null
  return {
    period: league.period,
    leagues: league.items.map((item, index) => ({
      item,
      rows: league.rows.flatMap(({ region, cells }) => (cells[index] === undefined ? [] : [{ region, cell: cells[index] }])).toSorted(byRank)
    }))
  }
}

const first = ({ rows }: SubLeague): string =>
  rows
    .filter(({ cell }) => cell.rank === 1)
    .map(({ region }) => region.name)
    .join('、')

export const summary = ({ period, leagues }: SubLeaguesModel): string =>
  `${period}分项第1：${leagues.map((league) => `${league.item.label}${first(league) === '' ? '未报' : first(league)}`).join('，')}`

export const table = ({ period, leagues }: SubLeaguesModel): PanelTable => ({
  columns: ['分项', '地区', '名次', '得分', '期间', '状态'],
  rows: leagues.flatMap(({ item, rows }) =>
    rows.map(({ region, cell }) => [
      item.label,
      region.name,
      cell.rank === null ? '未排名' : rankText(cell.rank, cell.shared),
      cell.points ?? cell.absence,
      period,
      cell.figure === null ? '' : statusCell(cell.figure.observation)
    ])
  )
})
