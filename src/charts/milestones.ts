import * as z from 'zod/mini'
import type { Milestone } from '#contract/pack.ts'
import type { PanelData } from './panel-data.ts'

export const options = z.object({})

export interface MilestonesModel {
  readonly milestones: readonly Milestone[]
}

export const model = ({ answer }: PanelData<z.infer<typeof options>>): MilestonesModel => ({
  milestones: answer.milestones.toSorted((a, b) => a.date.localeCompare(b.date))
})
