import { createParser } from 'eventsource-parser'
import { eventsPath, HeartbeatEvent, ReleaseEvent } from '#contract/endpoints.ts'
import { serverNow, setClock } from '#format/clock.ts'
import { WAIT } from '#tokens/durations.ts'

/** What the stream is doing; instants are epoch milliseconds of server time. */
export interface StreamState {
  readonly connected: boolean
  /** Whether an attempt has failed since the last contact: only then is the view offline. */
  readonly failed: boolean
  /** When the server was last heard. */
  readonly lastContact: number | null
  /** When the next attempt starts; null while connected or connecting. */
  readonly nextAttempt: number | null
}

interface StreamOptions {
  readonly onRelease: (release: number) => void
  readonly onState: (state: StreamState) => void
  readonly random?: () => number
}

/** Twice as long after each failure, plus up to half of it, so that a hundred walls do not return at once. */
export function reconnectDelay(failures: number, random: () => number): number {
  const base = Math.min(WAIT.reconnectLongest, WAIT.reconnectFirst * 2 ** failures)
  return Math.round(base * (1 + random() / 2))
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface News {
  readonly release?: number
  readonly now?: string
}

/** What an event of the server tells; nothing when it is none of its events or not of their form. */
function newsOf(event: string, data: string): News | undefined {
  const schema = event === 'release' ? ReleaseEvent : event === 'heartbeat' ? HeartbeatEvent : undefined
  const { success = false, data: news } = schema?.safeParse(jsonOf(data)) ?? {}
  return success ? news : undefined
}

/** Ours are a line long: what goes on for so many characters is no event, and must not pile up. */
const LONGEST_EVENT = 64 * 1024

/** A connection that ends sooner has not done away with the trouble: the wait before the next attempt keeps growing. */
const SETTLED = 10_000

/** Reads to the end, or until the signal aborts: not every body ends with its request (those of MSW in Node do not). */
async function readStream(response: Response, signal: AbortSignal, onEvent: (event: string, data: string) => void): Promise<void> {
  let pending = 0
  const parser = createParser({
    onEvent: ({ event = 'message', data }) => {
      pending = 0
      onEvent(event, data)
    }
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  signal.addEventListener(
    'abort',
    () => {
      reader?.cancel().catch(() => undefined)
    },
    { once: true }
  )
  for (let chunk = await reader?.read(); chunk !== undefined && !chunk.done; chunk = await reader?.read()) {
    pending += chunk.value.length
    if (pending > LONGEST_EVENT) throw new Error('an event without end')
    parser.feed(chunk.value)
  }
}

const isEventStream = (response: Response): boolean => response.ok && (response.headers.get('content-type') ?? '').startsWith('text/event-stream')

/**
 * Listens to `/events` for good. EventSource gives up after one non-200 or HTML answer, so this is a
 * supervisor of its own over fetch: any end, error or silence leads to the next attempt.
 * Returns a function that stops it.
 */
export function openEventStream({ onRelease, onState, random = Math.random }: StreamOptions): () => void {
  let stopped = false
  let failures = 0
  let opened = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let controller = new AbortController()
  let state: StreamState = { connected: false, failed: false, lastContact: null, nextAttempt: null }
  const become = (change: Partial<StreamState>): void => {
    state = { ...state, ...change }
    if (!stopped) onState(state)
  }
  const guard = (patience: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => controller.abort(), patience)
  }

  const heard = (event: string, data: string): void => {
    const news = newsOf(event, data)
    if (stopped || news === undefined) return
    guard(WAIT.silence)
    if (performance.now() - opened > SETTLED) failures = 0
    if (news.now !== undefined) setClock(news.now)
    become({ connected: true, failed: false, lastContact: serverNow(), nextAttempt: null })
    if (news.release !== undefined) onRelease(news.release)
  }

  const attempt = async (): Promise<void> => {
    controller = new AbortController()
    const { signal } = controller
    opened = performance.now()
    // The server speaks first and at once.
    guard(WAIT.request / 2)
    try {
      const response = await fetch(eventsPath, { signal, headers: { accept: 'text/event-stream' } })
      if (isEventStream(response) && !signal.aborted) await readStream(response, signal, heard)
      else await response.body?.cancel()
    } catch {
      // The reason does not matter: unreachable, cut or silent, the answer is another attempt.
    }
    // A stream that is given up must not go on beside the next one: browsers allow a server few connections.
    controller.abort()
    again()
  }

  const again = (): void => {
    clearTimeout(timer)
    if (stopped) return
    const delay = reconnectDelay(failures, random)
    failures += 1
    become({ connected: false, failed: true, nextAttempt: serverNow() + delay })
    timer = setTimeout(() => {
      become({ nextAttempt: null })
      void attempt()
    }, delay)
  }

  void attempt()
  return () => {
    stopped = true
    clearTimeout(timer)
    controller.abort()
  }
}
