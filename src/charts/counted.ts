import type { Bound, Observation } from '#contract/observation.ts'
import { hasValue } from './panel-data.ts'

/** What lies beyond the marks that a figure vouches for: nothing, marks that fade (余, 多, 超), or dashed ones (以上). */
export type Beyond = 'none' | 'fading' | 'dashed'

export interface Counted {
  readonly count: number
  readonly beyond: Beyond
}

/** So many marks say that there are more: the figure does not tell how many. */
const MORE = 3
const BEYOND: Partial<Record<Bound, Beyond>> = { exact: 'none', over: 'fading', atLeast: 'dashed' }

export const moreOf = (beyond: Beyond): number => (beyond === 'none' ? 0 : MORE)

/** Of marks that fade: each fainter than the one before. */
export const faintness = (index: number): number => 0.5 - 0.14 * index

/**
 * A figure counted out in marks of one unit. Null where it cannot be: without a value, no whole number, more than
 * `most` marks, or not vouched for (近, a range, a magnitude): then its phrase stands alone.
 */
export function counted(o: Observation, most: number): Counted | null {
  const [count, beyond] = [Number(o.obsValue), BEYOND[o.bound]]
  const countable = hasValue(o) && Number.isInteger(count) && count >= 0 && count <= most
  return countable && beyond !== undefined ? { count, beyond } : null
}
