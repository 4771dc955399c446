import { multiplyDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { ObservationInput } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import type { DemoSpec } from './spec.ts'

export interface DemoInputs {
  readonly spec: DemoSpec
  readonly published: readonly ObservationInput[]
  readonly indicators: readonly Indicator[]
  readonly regions: readonly Region[]
  readonly root: string
}

type Drawn = Pick<ObservationInput, 'indicator' | 'refArea' | 'scope' | 'timePeriod' | 'obsValue'> &
  Partial<Pick<ObservationInput, 'freq' | 'periodText' | 'breakdown' | 'scale' | 'note'>>

/** A demo observation; a null value means that the county did not report (status O). */
export function demoObservation({ freq = '_Z', scale = 1, ...drawn }: Drawn): ObservationInput {
  const { indicator, refArea, scope, timePeriod, periodText, breakdown, obsValue, note } = drawn
  const status = obsValue === null ? 'O' : 'A'
  const optional = { ...(periodText === undefined ? {} : { periodText }), ...(breakdown === undefined ? {} : { breakdown }) }
  const said = note === undefined ? {} : { note }
  return {
    indicator,
    refArea,
    scope,
    timePeriod,
    freq,
    ...optional,
    obsValue,
    bound: 'exact',
    scale,
    obsStatus: status,
    origin: 'demo',
    source: 'demo',
    ...said
  }
}

/** The published total of an indicator at the root. */
export function publishedTotal({ published, root }: DemoInputs, indicator: string): ObservationInput {
  const found = published.find((o) => o.indicator === indicator && o.refArea === root)
  if (found === undefined) throw new Error(`published.json 里没有 ${indicator} 在 ${root} 的数`)
  return found
}

export function wholeScope({ regions }: DemoInputs, code: string): string {
  const region = regions.find((candidate) => candidate.code === code)
  if (region === undefined) throw new Error(`regions.json 里没有 ${code}`)
  return region.wholeScope
}

/** The children of the root, by code. */
export const countyCodes = ({ regions, root }: DemoInputs): string[] =>
  regions
    .filter((region) => region.parent === root)
    .map(({ code }) => code)
    .toSorted()

export const unscaled = (printed: string, scale: ObservationInput['scale']): string => multiplyDecimal(printed, String(scale))
