import * as z from 'zod/mini'
import { divideDecimal, multiplyDecimal } from '#contract/decimal.ts'
import { hasValue, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'

/** Stages in order of the process, each with its code and name. */
export const options = z.object({
  indicator: z.string(),
  dimension: z.string(),
  stages: z.array(z.object({ code: z.string(), name: z.string() }))
})
export type StageBarsOptions = z.infer<typeof options>

export interface StageBar extends FigureItem {
  readonly name: string
  /** Length as a share of the longest, from a zero base. */
  readonly share: number
  /** Conversion from the stage before, as `98.8%`; null for the first and behind a stage without a value. */
  readonly rate: string | null
}

export interface StageBarsModel {
  readonly bars: readonly StageBar[]
}

export function model(data: PanelData<StageBarsOptions>): StageBarsModel {
  const { indicator: id, dimension, stages } = data.options
  const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
  const observations = observationsOf(data).filter(hasValue)
  const found = stages.map(({ code }) => observations.find((o) => o.indicator === id && o.breakdown?.[dimension] === code))
  const longest = Math.max(0, ...found.map((o) => Number(o?.obsValue ?? 0)))
  return {
    bars: stages.flatMap(({ name }, index) => {
      const observation = found[index]
      if (observation === undefined || indicator === undefined) return []
      const value = observation.obsValue ?? '0'
      return [
        { name, observation, indicator, share: longest === 0 ? 0 : Math.max(0, Number(value) / longest), rate: rateOf(value, found[index - 1]?.obsValue) }
      ]
    })
  }
}

const rateOf = (value: string, before: string | null | undefined): string | null =>
  before === undefined || before === null || Number(before) <= 0 ? null : `${divideDecimal(multiplyDecimal(value, '100'), before, 1)}%`
