import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { widerScope } from '#format/wider-scope.ts'

/** The word that goes for all that a panel shows: it is of one area that is wider than the region that is looked at, or of one part of it. */
export function sharedScope(observations: readonly Observation[], answer: SceneAnswer): string | null {
  const words = new Set(observations.map((o) => widerScope(answer, o)))
  const [word = null] = words
  return words.size === 1 ? word : null
}
