import { vi } from 'vitest'

export interface SseClient {
  /** Each release said so far. */
  readonly heard: () => number[]
  /** Milliseconds until this release was said. */
  readonly until: (release: number, timeout?: number) => Promise<number>
  readonly close: () => void
}

/** Listens to `/api/v1/events` as a screen does. */
export async function listenTo(url: string): Promise<SseClient> {
  const abort = new AbortController()
  const response = await fetch(`${url}/api/v1/events`, { signal: abort.signal })
  let text = ''
  void (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  const heard = (): number[] => [...text.matchAll(/event: release\ndata: \{"release":(\d+)}\n\n/g)].map(([, release]) => Number(release))
  return {
    heard,
    until: async (release, timeout = 10_000) => {
      const begun = performance.now()
      await vi.waitUntil(() => heard().includes(release), { timeout, interval: 10 })
      return performance.now() - begun
    },
    close: () => abort.abort()
  }
}
