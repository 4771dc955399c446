import { findingAbout, type Finding } from './finding.ts'
import { clipped } from './rules/clipped.ts'
import { overlaps } from './rules/overlap.ts'
import { tooSmall } from './rules/too-small.ts'
import type { Screen } from './screen.ts'
import { reachable, smallestFont, type Size } from './space.ts'

/** An empty page has no faults of layout, and is none that is right. */
const emptiness = ({ texts, states }: Screen): Finding[] =>
  texts.length > 0 && states.length > 0 ? [] : [findingAbout('state', 'page', `the page shows ${texts.length} texts in ${states.length} panels`)]

/** Everything that is wrong with what a page of this size shows. */
export function findingsOf(screen: Screen, size: Size): Finding[] {
  const { texts, states } = screen
  const reach = reachable(size)
  return [
    ...emptiness(screen),
    ...states.filter(({ state }) => state === 'error').map(({ panel }) => findingAbout('state', panel, 'the panel is in the state error')),
    ...overlaps(texts, reach),
    ...clipped(texts, reach),
    ...tooSmall(texts, smallestFont(size))
  ]
}
