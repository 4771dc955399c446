import { closesOn } from '#contract/bound.ts'
import { sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { type DemoInputs, demoObservation, wholeScope } from './inputs.ts'
import type { Breakdown } from './spec.ts'

const totalOf = ({ published, root }: DemoInputs, id: string): ObservationInput | undefined =>
  published.find(({ indicator, refArea }) => indicator === id && refArea === root)

function checkSum({ indicator, values }: Breakdown, total: ObservationInput | undefined): void {
  const problem = total === undefined ? null : closesOn(total, sumDecimals(Object.values(values)))
  if (problem !== null) throw new Error(`demo-spec.json：${indicator} 分项与已发布数不合：${problem}`)
}

/** One figure of the root for each code of a dimension. */
export function breakdownObservations(inputs: DemoInputs, breakdown: Breakdown): ObservationInput[] {
  const { indicator, dimension, values, note } = breakdown
  const total = totalOf(inputs, indicator)
  checkSum(breakdown, total)
  const scope = breakdown.scope ?? total?.scope ?? wholeScope(inputs, inputs.root)
  const timePeriod = breakdown.timePeriod ?? total?.timePeriod
  if (timePeriod === undefined) throw new Error(`demo-spec.json：${indicator} 没有已发布数，须写 timePeriod`)
  const periodText = breakdown.periodText ?? total?.periodText
  return Object.entries(values).map(([code, obsValue]) =>
    demoObservation({ indicator, refArea: inputs.root, scope, timePeriod, periodText, breakdown: { [dimension]: code }, obsValue, note })
  )
}
