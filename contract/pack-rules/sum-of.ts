import { sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'

const valueOf = (o: ObservationInput | undefined): string | null => (o === undefined || o.obsStatus === 'F' ? null : o.obsValue)

/** A forecast is no part of a sum; a missing part makes the sum unknown (null), which is no error. */
export function sumOf(parts: readonly (ObservationInput | undefined)[]): string | null {
  const values = parts.map(valueOf)
  const known = values.filter((value) => value !== null)
  return known.length === 0 || known.length < values.length ? null : sumDecimals(known)
}
