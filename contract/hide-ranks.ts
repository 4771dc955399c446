import { changeObservations } from '#contract/changes.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { UNSAID } from '#contract/unsaid.ts'

/** The indicators from which a ranking could be read or rebuilt: composites and their inputs. */
export const rankedIndicators = (indicators: readonly Indicator[]): ReadonlySet<string> =>
  new Set(indicators.flatMap(({ id, composite }) => (composite === undefined ? [] : [id, ...composite.inputs.map((input) => input.indicator)])))

/**
 * The view without what ranks: no value of a composite or of an input of one, at any area, scope, period or breakdown, and
 * each area's own changes in their place. `alsoRanked` are such indicators of other releases' packs: what ranks by one
 * release's method must not be read in another's view.
 */
export function withoutRanks(snapshot: Snapshot, alsoRanked: Iterable<string> = []): Snapshot {
  const { document, observations } = snapshot
  const computed = document.indicators.flatMap(({ id, changeOf }) => (changeOf === undefined ? [] : [id]))
  const hidden = new Set([...rankedIndicators(document.indicators), ...alsoRanked, ...computed])
  const named = new Set(document.info.sources.map(({ id }) => id))
  // A source that is not the pack's is what somebody typed.
  const quiet = (o: Observation): Observation => (named.has(o.source) ? o : { ...o, source: UNSAID })
  return {
    ...snapshot,
    ranksHidden: true,
    observations: [...observations.filter((o) => !hidden.has(o.indicator)), ...changeObservations(document, observations).map(quiet)]
  }
}
