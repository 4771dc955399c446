/** In milliseconds: what took this long from a tap is felt. */
const LIMIT = 150

const share = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
const sortedOf = (times: readonly number[]): number[] => times.toSorted((a, b) => a - b)
const text = (value: number): string => `${value.toFixed(1)} ms`

/** A line of the table. `times` in milliseconds. */
export function row(what: string, times: readonly number[]) {
  const sorted = sortedOf(times)
  return { what, p50: text(share(sorted, 0.5)), p95: text(share(sorted, 0.95)), worst: text(share(sorted, 1)), commands: sorted.length }
}

export interface Verdict {
  readonly passed: boolean
  readonly line: string
}

/** Whether 95 of a hundred commands were there soon enough. Where there are none nothing is. */
export function verdictOf(times: readonly number[]): Verdict {
  const p95 = share(sortedOf(times), 0.95)
  const passed = p95 < LIMIT
  return { passed, line: `${passed ? 'passed' : 'failed'}: from tap to wall p95 ${text(p95)}, wanted below ${LIMIT} ms` }
}
