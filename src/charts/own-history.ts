import * as z from 'zod/mini'
import type { Region } from '#contract/region.ts'
import { absenceWord } from './league.ts'
import { changeOf, changeText, ownChangesOf, wayOf, type Change, type OwnChanges } from './own-changes.ts'
import type { PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'
import { MONTHS } from './rank-history.ts'

export const options = z.object({ composite: z.string() })
export type OwnHistoryOptions = z.infer<typeof options>

export interface OwnPoint {
  /** 0..1 between the area's own lowest and highest: no two lines have one scale. */
  readonly height: number
  readonly change: Change
}

export interface OwnLine {
  readonly region: Region
  /** Month by month; null where there is no score: the line breaks there. */
  readonly points: readonly (OwnPoint | null)[]
  /** Months without a score, and why. */
  readonly gaps: readonly { readonly month: number; readonly word: string }[]
}

export interface OwnHistoryModel extends Pick<OwnChanges, 'change' | 'items' | 'period' | 'rows'> {
  readonly months: readonly string[]
  /** In the order of the rows. */
  readonly lines: readonly OwnLine[]
  /** Points of change that a lane of one percent would hold, so that every bar fits. */
  readonly most: number
}

function lineOf(region: Region, changes: OwnChanges, shown: readonly string[]): OwnLine {
  const own = changes.totals.get(region.code)
  const way = wayOf(own, changes.periods).slice(-shown.length)
  const values = way.flatMap((value) => (value === null ? [] : [Number(value)]))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return {
    region,
    points: way.map((value, month) => {
      const change = changeOf(own?.get(shown[month] ?? ''), changes.change)
      return value === null || change === null ? null : { height: high === low ? 0.5 : (Number(value) - low) / (high - low), change }
    }),
    gaps: way.flatMap((value, month) => (value === null ? [{ month, word: absenceWord(own?.get(shown[month] ?? '')?.obsStatus) }] : []))
  }
}

/** The largest change for the room that its lane has: lanes are as wide as their weight. */
const mostOf = ({ rows, items }: OwnChanges): number =>
  Math.max(0.01, ...rows.flatMap((row) => row.items.map((change, index) => Math.abs(change?.value ?? 0) / (items[index]?.weight ?? 1))))

export function model(data: PanelData<OwnHistoryOptions>): OwnHistoryModel | null {
  const changes = ownChangesOf(data, data.options.composite)
  if (changes === null) return null
  const months = changes.periods.slice(-MONTHS)
  return {
    change: changes.change,
    items: changes.items,
    period: changes.period,
    rows: changes.rows,
    months,
    lines: changes.rows.map(({ region }) => lineOf(region, changes, months)),
    most: mostOf(changes)
  }
}

export const summary = ({ rows, period }: OwnHistoryModel): string =>
  `名次已隐藏，只与自己比：${period}较上月，${rows.map(({ region, total }) => `${region.name}${changeText(total)}`).join('，')}`

export const table = ({ rows, items, months, lines }: OwnHistoryModel): PanelTable => ({
  columns: ['地区', '较上月', ...items.map(({ label, weight }) => `${label} ${weight}%`), ...months.map((month) => `${month} 增减`), '状态'],
  rows: rows.map(({ region, total, items: changes }, row) => [
    region.name,
    changeText(total),
    ...changes.map(changeText),
    ...months.map((_, month) => changeText(lines[row]?.points[month]?.change ?? null)),
    total === null ? '' : statusCell(total.figure.observation)
  ])
})
