import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import type { ObservationInput } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'

/*
 * What a release file and the database hold was checked by the contract when it was published, and a
 * hash guards it since. It is not checked again: a later version of the contract must be able to read it.
 */
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
export const StoredObservation = z.custom<ObservationInput>(isObject)
export const StoredDocument = z.custom<PackDocument>(isObject)

export const Action = z.enum(['replace', 'delete'])

/** `delete` hides the key from here on; its observation is the one it hides. */
export const Change = z.object({ action: Action, observation: StoredObservation })

export const StoredPack = z.object({ hash: z.string(), document: StoredDocument, observations: z.array(StoredObservation) })

export const ReleaseRecord = z.object({
  release: z.int().check(z.positive()),
  publishedAt: z.string(),
  note: z.string(),
  source: z.string(),
  withdraws: z.optional(z.int().check(z.positive()))
})

/** Everything one release brings. */
export const ReleaseContent = z.object({ record: ReleaseRecord, changes: z.array(Change), pack: z.nullable(StoredPack) })

export type Change = z.infer<typeof Change>
export type StoredPack = z.infer<typeof StoredPack>
export type ReleaseRecord = z.infer<typeof ReleaseRecord>
export type ReleaseContent = z.infer<typeof ReleaseContent>

/** What the list of releases says of it. */
export const lineOf = ({ record, changes, pack }: ReleaseContent): ReleaseRecord & { observations: number; hasPack: boolean } => ({
  ...record,
  observations: changes.length,
  hasPack: pack !== null
})

/** The hash that guards a release wherever it is kept. */
export const contentHash = (content: ReleaseContent): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
