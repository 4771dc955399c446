import { isDecimal, sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'

function valueOf(o: ObservationInput | undefined): string | null {
  if (o === undefined || o.obsStatus === 'F' || o.obsValue === null) return null
  return isDecimal(o.obsValue) ? o.obsValue : null
}

/** A forecast is no part of a sum, nor is a code; a missing part makes the sum unknown (null), which is no error. */
export function sumOf(parts: readonly (ObservationInput | undefined)[]): string | null {
  const values = parts.map(valueOf)
  const known = values.filter((value) => value !== null)
  return known.length === 0 || known.length < values.length ? null : sumDecimals(known)
}
