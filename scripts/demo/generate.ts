import type { ObservationInput } from '#contract/observation.ts'
import { breakdownObservations } from './breakdowns.ts'
import type { DemoInputs } from './inputs.ts'
import { scoreObservations } from './scores.ts'
import { seriesObservations } from './series.ts'
import { splitObservations } from './splits.ts'

/** All demo figures of a pack, in the order of the spec. The same inputs give the same figures. */
export const generateDemo = (inputs: DemoInputs): ObservationInput[] => [
  ...inputs.spec.splits.flatMap((split) => splitObservations(inputs, split)),
  ...inputs.spec.series.flatMap((series) => seriesObservations(inputs, series)),
  ...inputs.spec.breakdowns.flatMap((breakdown) => breakdownObservations(inputs, breakdown)),
  ...scoreObservations(inputs)
]

/** JSON with one observation a line: compact, and a diff names what changed. */
export const demoText = (observations: readonly ObservationInput[]): string => `[\n${observations.map((o) => JSON.stringify(o)).join(',\n')}\n]\n`
