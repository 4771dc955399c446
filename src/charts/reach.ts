import { endsOf, scaleValue } from '#contract/bound.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Bound, Observation } from '#contract/observation.ts'
import type { Beyond } from './counted.ts'
import { hasValue } from './panel-data.ts'

/** How far a figure reaches, in the unit of its series: for certain, and from there perhaps. */
export interface Reach {
  readonly sure: number
  readonly until: number
  /** How the part that is not certain is drawn. */
  readonly edge: Beyond
}

const EDGE: Record<Bound, Beyond> = { exact: 'none', over: 'fading', atLeast: 'dashed', nearly: 'fading', range: 'dashed', magnitude: 'none' }

/** Null without a value, and for a magnitude, which has no chart. */
export function reachOf(o: Observation, { seriesScale }: Indicator): Reach | null {
  const ends = hasValue(o) ? endsOf(o) : null
  return ends === null ? null : { sure: Number(scaleValue(ends.low, seriesScale)), until: Number(scaleValue(ends.high, seriesScale)), edge: EDGE[o.bound] }
}
