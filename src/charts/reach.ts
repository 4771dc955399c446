import { printedStep, scaleValue } from '#contract/bound.ts'
import { addDecimal, isDecimal, multiplyDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Beyond } from './counted.ts'
import { hasValue } from './panel-data.ts'

/** How far a figure reaches, in the unit of its series: for certain, and from there perhaps. */
export interface Reach {
  readonly sure: number
  readonly until: number
  /** How the part that is not certain is drawn. */
  readonly edge: Beyond
}

/** As the contract reads 近: from 95 % of the value up to it. */
export const NEARLY_FROM = '0.95'

/** The ends of what a figure says, unscaled, as the contract closes sums on it; null for a magnitude, which has no chart. */
function endsOf({ obsValueHigh, bound, scale }: Observation, value: string): readonly [sure: string, until: string, edge: Beyond] | null {
  switch (bound) {
    case 'exact':
      return [value, value, 'none']
    case 'over':
      return [value, addDecimal(value, printedStep(value, scale)), 'fading']
    case 'atLeast':
      return [value, addDecimal(value, printedStep(value, scale)), 'dashed']
    case 'nearly':
      return [multiplyDecimal(value, NEARLY_FROM), value, 'fading']
    case 'range':
      return [value, obsValueHigh ?? value, 'dashed']
    case 'magnitude':
      return null
  }
}

/** Null without a value, and for a magnitude. */
export function reachOf(o: Observation, { seriesScale }: Indicator): Reach | null {
  if (o.obsValue === null || !hasValue(o) || !isDecimal(o.obsValue)) return null
  const ends = endsOf(o, o.obsValue)
  if (ends === null) return null
  const [sure, until, edge] = ends
  return { sure: Number(scaleValue(sure, seriesScale)), until: Number(scaleValue(until, seriesScale)), edge }
}
