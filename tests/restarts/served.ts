import type { Publication } from './watcher.ts'

export type Ending = 'SIGKILL' | 'SIGTERM'

/** A server that is ended and started again and again. */
export interface Served {
  readonly end: (signal: Ending) => Promise<void>
  /** Resolves to the instant at which it was first ready. */
  readonly start: () => Promise<number>
  /** Resolves once the server has said that it is published. Rejected: nobody knows. */
  readonly publish: () => Promise<Publication>
  /** What it serves now. */
  readonly truth: () => Promise<Publication>
  /** MiB of memory that are its own. */
  readonly memory: () => number
  /** Which of its starts serves now; undefined while none does. */
  readonly serving: () => number | undefined
  readonly mishaps: readonly string[]
}
