import type { ObservationInput } from '#contract/observation.ts'
import type { PackInput } from './finding.ts'

/** Flows add up over time; a point in time (a stock, a rate) never does. A forecast is no part of a sum. */
export function flows({ document, observations }: PackInput): ObservationInput[] {
  const ids = new Set(document.indicators.filter(({ aggregation, accumulation }) => aggregation === 'sum' && accumulation !== 'point').map(({ id }) => id))
  return observations.filter((o) => ids.has(o.indicator) && o.obsStatus !== 'F')
}
