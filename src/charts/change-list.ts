import * as z from 'zod/mini'
import type { Region } from '#contract/region.ts'
import { changeText, ownChangesOf, type Change } from './own-changes.ts'
import type { PanelData } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'

/** Each area's own change of the total, or of each item in a list of its own. */
export const options = z.object({ composite: z.string(), of: z.enum(['total', 'items']) })
export type ChangeListOptions = z.infer<typeof options>

export interface ChangeRow {
  readonly region: Region
  readonly change: Change | null
  /** -1..1 of the largest change of all lists. */
  readonly share: number
}

export interface ChangeListModel {
  readonly period: string
  /** The title is empty for the total. */
  readonly lists: readonly { readonly title: string; readonly rows: readonly ChangeRow[] }[]
}

interface Listed {
  readonly title: string
  readonly rows: readonly { readonly region: Region; readonly change: Change | null }[]
}

export function model(data: PanelData<ChangeListOptions>): ChangeListModel | null {
  const changes = ownChangesOf(data, data.options.composite)
  if (changes === null) return null
  const { rows, items, period } = changes
  const lists: readonly Listed[] =
    data.options.of === 'total'
      ? [{ title: '', rows: rows.map(({ region, total }) => ({ region, change: total })) }]
      : items.map(({ label }, index) => ({ title: label, rows: rows.map(({ region, items: own }) => ({ region, change: own[index] ?? null })) }))
  const most = Math.max(0.1, ...lists.flatMap((list) => list.rows.map(({ change }) => Math.abs(change?.value ?? 0))))
  return { period, lists: lists.map((list) => ({ ...list, rows: list.rows.map((row) => ({ ...row, share: (row.change?.value ?? 0) / most })) })) }
}

const said = ({ region, change }: ChangeRow): string => `${region.name}${changeText(change)}`

export const summary = ({ period, lists }: ChangeListModel): string =>
  `名次已隐藏，只与自己比：${period}较上月，${lists.map(({ title, rows }) => `${title}${title === '' ? '' : '：'}${rows.map(said).join('，')}`).join('；')}`

export const table = ({ period, lists }: ChangeListModel): PanelTable => ({
  columns: ['分项', '地区', '较上月', '期间', '状态'],
  rows: lists.flatMap(({ title, rows }) =>
    rows.map(({ region, change }) => [
      title === '' ? '综合' : title,
      region.name,
      changeText(change),
      period,
      change === null ? '' : statusCell(change.figure.observation)
    ])
  )
})
