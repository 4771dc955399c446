import type { Observation } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import type { Release } from '#contract/release.ts'
import type { ReleaseContent, StoredPack } from './content.ts'

export type StoredRelease = Release & { readonly hasPack: boolean }

export interface View {
  readonly document: PackDocument
  readonly observations: readonly Observation[]
}

export interface Releases {
  /** Oldest first, without gaps. */
  readonly releases: () => readonly StoredRelease[]
  readonly view: (at: number, demo: boolean) => Promise<View>
  readonly pack: (release: number) => Promise<StoredPack>
}

/** What one sees while nobody else can make a release. */
export interface Turn extends Releases {
  /** The next release, whole. When it throws, there is no such release. */
  readonly append: (content: ReleaseContent) => Promise<void>
}

/** Where releases are kept. What is appended is never changed. */
export interface Store extends Releases {
  /** A release just as it was appended. */
  readonly content: (release: number) => Promise<ReleaseContent>
  /**
   * Runs `work` while no other process and nobody in this one makes a release. What it appends survives a power cut
   * once this resolves; when this throws, it was not appended, unless a Problem says that nobody knows.
   */
  readonly inTurn: <T>(work: (turn: Turn) => Promise<T>) => Promise<T>
  /** Called with the newest release when there is one, whoever made it, until the returned function is called. */
  readonly subscribe: (onRelease: (release: number) => void) => () => void
  readonly close: () => Promise<void>
}
