import * as z from 'zod/mini'
import type { PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'

/** The theme's programmes by name, in the pack's order: all of them, `only` some, or all `without` some. */
export const options = z.object({
  only: z.optional(z.array(z.string())),
  without: z.optional(z.array(z.string())),
  /** One beneath the other, or a quiet line that wraps. */
  layout: z.optional(z.enum(['rows', 'line'])),
  align: z.optional(z.enum(['start', 'center'])),
  mark: z.optional(z.enum(['dot', 'half-moon'])),
  /** What is known of the names, such as that they are published. */
  tag: z.optional(z.string())
})
export type ProgrammeListOptions = z.infer<typeof options>

export interface ProgrammeListModel {
  readonly names: readonly string[]
  readonly layout: 'rows' | 'line'
  readonly align: 'start' | 'center'
  readonly mark: 'dot' | 'half-moon'
  readonly tag: string
}

/** Null where no name is left: the panel then says that there is none. */
export function model({ answer, options: { only, without = [], layout = 'rows', align = 'start', mark = 'dot', tag = '' } }: PanelData<ProgrammeListOptions>) {
  const names = answer.programmes.map(({ name }) => name).filter((name) => (only === undefined || only.includes(name)) && !without.includes(name))
  return names.length === 0 ? null : ({ names, layout, align, mark, tag } satisfies ProgrammeListModel)
}

export const summary = ({ names }: ProgrammeListModel): string => `共${names.length}项：${names.join('、')}`

export const table = ({ names, tag }: ProgrammeListModel): PanelTable =>
  tag === '' ? { columns: ['名称'], rows: names.map((name) => [name]) } : { columns: ['名称', '状态'], rows: names.map((name) => [name, tag]) }
