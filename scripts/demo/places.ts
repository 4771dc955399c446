import type { ObservationInput } from '#contract/observation.ts'
import { type DemoInputs, countyCodes, demoObservation, unscaled } from './inputs.ts'
import type { Places } from './spec.ts'

/** A yearly figure for each place, whose name is the scope in its county's code. */
export const placeObservations = (inputs: DemoInputs, { indicator, timePeriod, scale, values, note }: Places): ObservationInput[] =>
  countyCodes(inputs).flatMap((refArea) =>
    Object.entries(values[refArea] ?? {}).map(([scope, printed]) =>
      demoObservation({ indicator, refArea, scope, timePeriod, freq: 'A', obsValue: unscaled(printed, scale), scale, note })
    )
  )
