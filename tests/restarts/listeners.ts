import { openEventStream } from '#queries/event-stream.ts'
import type { Watcher } from './watcher.ts'

export interface Listener extends Watcher {
  readonly close: () => void
}

/** Lets the product's own relative addresses work outside a browser. Returns what takes that back. */
export function fetchFrom(url: string): () => void {
  const plain = globalThis.fetch
  globalThis.fetch = (input, init) => plain(typeof input === 'string' && input.startsWith('/') ? url + input : input, init)
  return () => {
    globalThis.fetch = plain
  }
}

function openListener(name: string, open: typeof openEventStream): Listener {
  let newest = 0
  let since: number | undefined
  const close = open({
    onRelease: (release) => {
      newest = Math.max(newest, release)
    },
    onState: ({ connected }) => {
      since = connected ? (since ?? Date.now()) : undefined
    }
  })
  return { kind: 'listener', name, since: () => since, knows: ({ release }) => newest >= release, mishaps: [], close }
}

/** The supervisor that every page has, so many times over, each with a state of its own. */
export const openListeners = (count: number, open = openEventStream): readonly Listener[] =>
  Array.from({ length: count }, (_, index) => openListener(`listener ${index + 1}`, open))
