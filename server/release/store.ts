import type { Observation } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import type { Release } from '#contract/release.ts'
import type { ReleaseContent, StoredPack } from './content.ts'

export type StoredRelease = Release & { readonly hasPack: boolean }

export interface View {
  readonly document: PackDocument
  readonly observations: readonly Observation[]
}

/** Where releases are kept. What is appended is never changed. */
export interface Store {
  /** Oldest first, without gaps. */
  readonly releases: () => readonly StoredRelease[]
  readonly view: (at: number, demo: boolean) => Promise<View>
  readonly pack: (release: number) => Promise<StoredPack>
  /** Resolves once the release survives a power cut; when it throws, there is no such release. */
  readonly append: (content: ReleaseContent) => Promise<void>
  /** Called after each append, until the returned function is called. */
  readonly subscribe: (onRelease: (release: number) => void) => () => void
  readonly close: () => Promise<void>
}
