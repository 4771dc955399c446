/** A release, and the value by which the screen tells it. Later ones have higher numbers and higher values. */
export interface Publication {
  readonly release: number
  readonly value: number
}

/** Somebody who follows the server. Instants are epoch milliseconds of this machine. */
export interface Watcher {
  readonly kind: 'listener' | 'wall'
  readonly name: string
  /** Since when it has been connected without a break; undefined while it is not. */
  readonly since: () => number | undefined
  /** Whether the publication, or a later one, has reached it. */
  readonly knows: (publication: Publication) => boolean
  /** What must never happen to it. */
  readonly mishaps: readonly string[]
}
