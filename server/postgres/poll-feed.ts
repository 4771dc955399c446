import type { Feed, FeedOptions } from './feed.ts'

/** For engines without LISTEN, and for pools between us and the database that lose it. */
export function pollFeed(seconds: number, { hint }: Pick<FeedOptions, 'hint'>): Feed {
  const timer = setInterval(hint, seconds * 1000)
  return { close: async () => clearInterval(timer) }
}
