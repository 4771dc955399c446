import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import { endPointOf } from '#contract/period.ts'
import { computedFindings } from '#contract/pack-rules/composites.ts'
import { observationFindings } from '#contract/pack-rules/observations.ts'
import { personFindings } from '#contract/pack-rules/persons.ts'
import type { Issue } from '#server/messages/issues.ts'
import { sumIssues } from './check-sums.ts'

/** A publication may name a source in free text; a pack may not. */
function withSources(document: PackDocument, observations: readonly ObservationInput[]): PackDocument {
  const named = [...new Set(observations.map(({ source }) => source))].map((id) => ({ id, title: id }))
  return { ...document, info: { ...document.info, sources: [...document.info.sources, ...named] } }
}

/** Pack rules name an observation by its key; whoever made the file counts. */
const counted = (path: string, places: ReadonlyMap<string, number>): string =>
  path.replace(/^observations\[([^\]]*)\]/, (whole, key: string) => `observations[${places.get(key) ?? whole}]`)

/** Nothing has been counted in a period that has not begun; what is expected of one is a forecast. */
const future = (observations: readonly ObservationInput[], today: string): Issue[] =>
  observations.flatMap(({ timePeriod, obsStatus }, index) => {
    const end = endPointOf(timePeriod)
    const ahead = end !== null && obsStatus !== 'F' && end > today.slice(0, end.length)
    return ahead ? [{ path: [`observations[${index}].timePeriod`], rule: `时期还没有到（今天 ${today}）；预计数的 obsStatus 须为 F` }] : []
  })

/** What stands now, without demo figures. */
export interface Current {
  readonly document: PackDocument
  readonly observations: readonly ObservationInput[]
}

/**
 * What the schema cannot know: references into the pack, fields that hang together, no figure twice, nothing about a
 * person, and that what was published still adds up.
 */
export function publicationIssues({ document, observations: shown }: Current, observations: readonly ObservationInput[], now = new Date()): Issue[] {
  const input = { document: withSources(document, observations), observations }
  const places = new Map(observations.map((observation, index) => [observationKey(observation), index]))
  const found = [...observationFindings(input), ...computedFindings(input), ...personFindings(input)].map(({ path, rule }) => ({
    path: [counted(path, places)],
    rule
  }))
  return [...found, ...future(observations, now.toISOString().slice(0, 10)), ...(found.length === 0 ? sumIssues(document, shown, observations) : [])]
}
