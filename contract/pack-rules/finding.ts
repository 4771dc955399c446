import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'

/** What is wrong in a pack: where, and the rule that it breaks, in Chinese. */
export interface Finding {
  readonly path: string
  readonly rule: string
}

export interface PackInput {
  readonly document: PackDocument
  readonly observations: readonly ObservationInput[]
}

/** `observations[330800|xxt.services|全市|../2022-10|]` */
export const observationPath = (o: ObservationInput): string => `observations[${observationKey(o)}]`

export const unless = (holds: boolean, path: string, rule: string): Finding[] => (holds ? [] : [{ path, rule }])

/** A total that its parts do not close on, unless it says why. */
export const unclosed = (total: ObservationInput, parts: string, problem: string | null): Finding[] =>
  problem === null || total.sumNote !== undefined ? [] : [{ path: observationPath(total), rule: `${parts}：${problem}` }]

/** One finding for each identity that stands more than once. */
export function repeated(ids: readonly string[], path: (id: string) => string, rule: string): Finding[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const id of ids) (seen.has(id) ? twice : seen).add(id)
  return [...twice].map((id) => ({ path: path(id), rule }))
}
