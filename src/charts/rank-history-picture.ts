import { rankText, type LeagueCell, type LeagueRow } from './league.ts'
import { isNarrow, leaguePicture, type LeagueTable, type RowEnd } from './league-picture.ts'
import type { Picture, Room } from './picture.ts'
import { option } from './rank-history-option.ts'
import type { RankHistoryModel, RankHistoryOptions } from './rank-history.ts'

const moveText = (move: number | null): string => (move === null ? '' : move === 0 ? '—' : `${move > 0 ? '▲' : '▼'}${Math.abs(move)}`)

function endOf({ region, rank, score, reweighted, move }: LeagueRow, { theme }: Room): RowEnd {
  const fill = rank === 1 ? theme.accent : theme.t1
  const moved = (move ?? 0) > 0 ? theme.data : (move ?? 0) < 0 ? theme.warn : theme.t3
  return {
    name: region.name,
    cells: [
      { text: region.name, fill, strong: false },
      { text: moveText(move), fill: moved, strong: false },
      { text: score ?? '未排名', fill: score === null ? theme.t3 : fill, strong: score !== null },
      { text: reweighted ? '※' : '', fill: theme.warn, strong: false }
    ]
  }
}

const cellText = ({ points, rank, shared, absence }: LeagueCell): string =>
  points === null ? absence : `${points}${rank === null ? '' : ` ${rankText(rank, shared)}`}`

const totalText = ({ score, reweighted }: LeagueRow): string => (score === null ? '未排名' : `${score}${reweighted ? '※' : ''}`)

const noteOf = ({ rows, period }: RankHistoryModel, what: string): string =>
  [`${period}，${what}，满分均折为100`, ...(rows.some(({ reweighted }) => reweighted) ? ['※有缺报项，权重重新分配'] : [])].join('；')

const wideItems = (model: RankHistoryModel): LeagueTable => ({
  heads: ['', ...model.items.map(({ label, weight }) => `${label} ${weight}%`)],
  rows: model.rows.map(({ region, cells }) => [region.name, ...cells.map(cellText)]),
  note: noteOf(model, '各项得分与名次')
})

/** With the total, and without the ranks in the items. */
const narrowItems = (model: RankHistoryModel): LeagueTable => ({
  heads: ['', '综合', ...model.items.map(({ label, weight }) => `${label} ${weight}%`)],
  rows: model.rows.map((row) => [row.region.name, totalText(row), ...row.cells.map(({ points, absence }) => points ?? absence)]),
  note: noteOf(model, '各项得分')
})

/** Ranks month by month, the league they end in, and what makes each score. */
export const picture: Picture<RankHistoryModel, RankHistoryOptions> = (model, room) => {
  const { rows, indicator } = model
  return leaguePicture(
    {
      option: (ctx) => option(model, ctx),
      ends: rows.map((row) => endOf(row, room)),
      heads: ['', '', `综合，${indicator.unitMeasure}`, ''],
      items: isNarrow(room) ? narrowItems(model) : wideItems(model)
    },
    room
  )
}
