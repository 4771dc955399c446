import type { ObservationInput } from '#contract/observation.ts'
import { breakdownObservations } from './breakdowns.ts'
import { codeObservations } from './codes.ts'
import { dayObservations } from './days.ts'
import type { DemoInputs } from './inputs.ts'
import { placeObservations } from './places.ts'
import { scoreObservations } from './scores.ts'
import { seriesObservations } from './series.ts'
import { splitObservations } from './splits.ts'

/** All demo figures of a pack, in the order of the spec. The same inputs give the same figures. */
export const generateDemo = (inputs: DemoInputs): ObservationInput[] => [
  ...inputs.spec.splits.flatMap((split) => splitObservations(inputs, split)),
  ...inputs.spec.series.flatMap((series) => seriesObservations(inputs, series)),
  ...inputs.spec.breakdowns.flatMap((breakdown) => breakdownObservations(inputs, breakdown)),
  ...inputs.spec.days.flatMap((days) => dayObservations(inputs, days)),
  ...inputs.spec.places.flatMap((places) => placeObservations(inputs, places)),
  ...inputs.spec.codes.flatMap((codes) => codeObservations(inputs, codes)),
  ...scoreObservations(inputs)
]

/** JSON with one observation a line: compact, and a diff names what changed. */
export const demoText = (observations: readonly ObservationInput[]): string => `[\n${observations.map((o) => JSON.stringify(o)).join(',\n')}\n]\n`
