import type { ObservationInput } from '#contract/observation.ts'
import { type DemoInputs, demoObservation, wholeScope } from './inputs.ts'
import type { Breakdown } from './spec.ts'

/** One figure of the root for each code of a dimension. */
export function breakdownObservations(inputs: DemoInputs, { indicator, dimension, timePeriod, values }: Breakdown): ObservationInput[] {
  const scope = wholeScope(inputs, inputs.root)
  return Object.entries(values).map(([code, obsValue]) =>
    demoObservation({ indicator, refArea: inputs.root, scope, timePeriod, breakdown: { [dimension]: code }, obsValue })
  )
}
