import type { ObservationInput } from '#contract/observation.ts'
import { type DemoInputs, countyCodes, demoObservation, wholeScope } from './inputs.ts'
import type { Codes } from './spec.ts'

/** A code instead of a number for each code of the dimension, by county. */
export const codeObservations = (inputs: DemoInputs, { indicator, dimension, timePeriod, values }: Codes): ObservationInput[] =>
  countyCodes(inputs).flatMap((refArea) =>
    Object.entries(values[refArea] ?? {}).map(([code, obsValue]) =>
      demoObservation({ indicator, refArea, scope: wholeScope(inputs, refArea), timePeriod, breakdown: { [dimension]: code }, obsValue })
    )
  )
