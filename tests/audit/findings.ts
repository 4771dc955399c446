import { findingAbout, type Finding } from './finding.ts'
import { clipped } from './rules/clipped.ts'
import { overlaps } from './rules/overlap.ts'
import { tooSmall } from './rules/too-small.ts'
import type { Screen } from './screen.ts'
import { reachable, smallestFont, type Size } from './space.ts'

/** Everything that is wrong with what a page of this size shows. */
export function findingsOf({ texts, states }: Screen, size: Size): Finding[] {
  const reach = reachable(size)
  return [
    ...states.filter(({ state }) => state === 'error').map(({ panel }) => findingAbout('state', panel, 'the panel is in the state error')),
    ...overlaps(texts, reach),
    ...clipped(texts, reach),
    ...tooSmall(texts, smallestFont(size))
  ]
}
