import type { ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'

/** A deployment as it lies in its folder: what the screen is made of, and the figures it starts with. */
export interface Pack {
  readonly document: PackDocument
  readonly observations: readonly ObservationInput[]
}
