import { createHash } from 'node:crypto'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import type { Pack } from '#server/pack/pack.ts'
import type { Change } from './content.ts'

export const packHash = ({ document, observations }: Pack): string =>
  createHash('sha256')
    .update(JSON.stringify([document, observations]))
    .digest('hex')

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)])
      )
    : value

/** Equal whatever the order of the fields. */
const canonical = (observation: ObservationInput): string => JSON.stringify(sorted(observation))

const byKey = (observations: readonly ObservationInput[]) => new Map(observations.map((observation) => [observationKey(observation), observation]))

/**
 * What a pack changes against the pack before it. It is compared with that pack's own list and not with
 * the view, so what clerks published in between stays.
 */
export function packDelta(before: readonly ObservationInput[], after: readonly ObservationInput[]): Change[] {
  const [old, fresh] = [byKey(before), byKey(after)]
  const replaced = after.filter((observation) => {
    const previous = old.get(observationKey(observation))
    return previous === undefined || canonical(previous) !== canonical(observation)
  })
  const removed = before.filter((observation) => !fresh.has(observationKey(observation)))
  return [
    ...replaced.map((observation): Change => ({ action: 'replace', observation })),
    ...removed.map((observation): Change => ({ action: 'delete', observation }))
  ]
}
