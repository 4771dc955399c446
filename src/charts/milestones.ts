import * as z from 'zod/mini'
import type { Milestone } from '#contract/pack.ts'
import type { PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'

/** One beneath the other or, on the wall, along a line. */
export const options = z.object({ layout: z.optional(z.enum(['stack', 'line'])) })

export interface MilestonesModel {
  readonly milestones: readonly Milestone[]
  readonly layout: 'stack' | 'line'
}

export const model = ({ answer, options: { layout = 'stack' } }: PanelData<z.infer<typeof options>>): MilestonesModel => ({
  layout,
  milestones: answer.milestones.toSorted((a, b) => a.date.localeCompare(b.date))
})

export const summary = ({ milestones }: MilestonesModel): string => milestones.map(({ date, name }) => `${date} ${name}`).join('，')

export const table = ({ milestones }: MilestonesModel): PanelTable => ({ columns: ['事件', '日期'], rows: milestones.map(({ date, name }) => [name, date]) })
