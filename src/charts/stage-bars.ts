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
  /** Conversion from the stage before, as `98.8%`; null for the first. */
  readonly rate: string | null
}

export interface StageBarsModel {
  readonly bars: readonly StageBar[]
}

export function model(data: PanelData<StageBarsOptions>): StageBarsModel {
  const { indicator: id, dimension, stages } = data.options
  const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
  const observations = observationsOf(data).filter(hasValue)
  const found = stages.flatMap(({ code, name }) => {
    const observation = observations.find((o) => o.indicator === id && o.breakdown?.[dimension] === code)
    return observation === undefined || indicator === undefined ? [] : [{ name, observation, indicator, value: observation.obsValue ?? '0' }]
  })
  const longest = Math.max(...found.map(({ value }) => Number(value)))
  return {
    bars: found.map(({ value, ...bar }, index) => ({ ...bar, share: Number(value) / longest, rate: rateOf(value, found[index - 1]?.value) }))
  }
}

const rateOf = (value: string, before: string | undefined): string | null =>
  before === undefined || before === '0' ? null : `${divideDecimal(multiplyDecimal(value, '100'), before, 1)}%`
