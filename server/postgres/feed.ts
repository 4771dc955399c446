/** Says that there may be new releases: a hint may come for nothing or twice, but none is lost for good. */
export interface Feed {
  readonly close: () => Promise<void>
}

export interface FeedOptions {
  readonly hint: () => void
  /** Told of each failure; the feed goes on by itself. */
  readonly report: (error: unknown) => void
}
