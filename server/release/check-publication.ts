import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import { observationFindings } from '#contract/pack-rules/observations.ts'
import { personFindings } from '#contract/pack-rules/persons.ts'
import type { Issue } from '#server/messages/issues.ts'

/** A publication may name a source in free text; a pack may not. */
function withSources(document: PackDocument, observations: readonly ObservationInput[]): PackDocument {
  const named = [...new Set(observations.map(({ source }) => source))].map((id) => ({ id, title: id }))
  return { ...document, info: { ...document.info, sources: [...document.info.sources, ...named] } }
}

/** Pack rules name an observation by its key; whoever made the file counts. */
const counted = (path: string, places: ReadonlyMap<string, number>): string =>
  path.replace(/^observations\[([^\]]*)\]/, (whole, key: string) => `observations[${places.get(key) ?? whole}]`)

/** What the schema cannot know: references into the pack, fields that hang together, no figure twice, nothing about a person. */
export function publicationIssues(document: PackDocument, observations: readonly ObservationInput[]): Issue[] {
  const input = { document: withSources(document, observations), observations }
  const places = new Map(observations.map((observation, index) => [observationKey(observation), index]))
  return [...observationFindings(input), ...personFindings(input)].map(({ path, rule }) => ({ path: [counted(path, places)], rule }))
}
