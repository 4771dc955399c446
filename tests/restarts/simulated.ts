import { vi } from 'vitest'
import { eventsPath } from '#contract/endpoints.ts'
import type { openEventStream } from '#queries/event-stream.ts'
import { openListeners } from './listeners.ts'
import { restart } from './run.ts'
import type { Served } from './served.ts'
import { pause } from './wait.ts'
import type { Restarts } from './verdict.ts'
import type { Watcher } from './watcher.ts'

const START = 4_000
const LISTENERS = 12
const TIMES = 10
const HEARTBEAT = 15_000
const MEMORY = 300

export interface Flaws {
  readonly open?: typeof openEventStream
  /** Joins the listeners. */
  readonly other?: Watcher
  /** Forgets what it has acknowledged when it ends. */
  readonly forgets?: boolean
  /** MiB that each start takes more than the one before. */
  readonly grows?: number
  readonly failedWhileUp?: number
}

const event = (name: string, data: object): Uint8Array => new TextEncoder().encode(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)

/** A server that exists in this process and in its time only, and a fetch that reaches it. */
function simulatedServer({ forgets = false, grows = 0 }: Flaws): Served & { readonly fetch: typeof fetch } {
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>()
  let [release, starts, up] = [1, 0, true]
  const say = (name: string, data: object): void => {
    for (const stream of streams) stream.enqueue(event(name, data))
  }
  setInterval(() => say('heartbeat', { now: new Date().toISOString() }), HEARTBEAT)
  const answer = (signal: AbortSignal | null | undefined): Response => {
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(event('release', { release }))
        streams.add(stream)
        signal?.addEventListener('abort', () => streams.delete(stream))
      }
    })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const truth = () => ({ release, value: release })
  return {
    fetch: async (address, init) => {
      if (!up || address !== eventsPath) throw new TypeError('fetch failed')
      return answer(init?.signal)
    },
    end: async () => {
      up = false
      for (const stream of streams) stream.error(new TypeError('terminated'))
      streams.clear()
      if (forgets) release = 1
    },
    start: async () => {
      await pause(START)
      ;[up, starts] = [true, starts + 1]
      return Date.now()
    },
    publish: async () => {
      release += 1
      say('release', { release })
      return truth()
    },
    truth: async () => truth(),
    memory: () => MEMORY + grows * starts,
    serving: () => (up ? starts : undefined),
    mishaps: []
  }
}

/** Numbers that look random and are the same each time. */
function sequence(): () => number {
  let state = 1
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** The same restarts in a time of their own, which is over at once. */
export async function simulatedRestarts(flaws: Flaws = {}): Promise<Restarts> {
  vi.useFakeTimers()
  const random = sequence()
  vi.spyOn(Math, 'random').mockImplementation(random)
  const served = simulatedServer(flaws)
  vi.stubGlobal('fetch', served.fetch)
  const listeners = openListeners(LISTENERS, flaws.open)
  const watchers = [...listeners, ...(flaws.other === undefined ? [] : [flaws.other])]
  try {
    await vi.advanceTimersByTimeAsync(100)
    const over = new AbortController()
    const running = restart(TIMES, { served, watchers }).finally(() => over.abort())
    while (!over.signal.aborted) await vi.advanceTimersByTimeAsync(1_000)
    const load = { asked: 100, answered: 50, failedWhileUp: flaws.failedWhileUp ?? 0, seconds: 5 }
    return { rounds: await running, watchers, load, mishaps: served.mishaps }
  } finally {
    for (const { close } of listeners) close()
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
    vi.useRealTimers()
  }
}
