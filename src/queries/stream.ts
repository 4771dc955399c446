import { createParser } from 'eventsource-parser'
import { serverNow, setClock } from '#format/clock.ts'
import { WAIT } from '#tokens/durations.ts'
import { bearer, beside } from './credential.ts'

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

/** Some events bring the server's time. */
interface Timed {
  readonly now?: string
}

/** What to do about it: try again as always, only after so many milliseconds, or not at all. */
export type Refused = 'again' | 'stop' | number

export interface StreamOptions<News extends Timed> {
  readonly address: string
  readonly headers?: Readonly<Record<string, string>>
  /** What an event of the server tells; nothing when it is none of its events or not of their form. */
  readonly read: (event: string, data: unknown) => News | undefined
  readonly onNews: (news: News) => void
  readonly onState?: (state: StreamState) => void
  /** The server answers, but opens no stream. */
  readonly onRefused?: (status: number) => Refused
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
 * Listens to a stream of the server's for good. EventSource gives up after one non-200 or HTML answer and sends no headers, so
 * this is a supervisor of its own over fetch: any end, error or silence leads to the next attempt.
 * Returns a function that stops it.
 */
export function openStream<News extends Timed>({
  address,
  headers = {},
  read,
  onNews,
  onState = () => undefined,
  onRefused = () => 'again',
  random = Math.random
}: StreamOptions<News>): () => void {
  let stopped = false
  let failures = 0
  let least = 0
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
    const news = read(event, jsonOf(data))
    if (stopped || news === undefined) return
    guard(WAIT.silence)
    if (performance.now() - opened > SETTLED) failures = 0
    if (news.now !== undefined) setClock(news.now)
    become({ connected: true, failed: false, lastContact: serverNow(), nextAttempt: null })
    onNews(news)
  }

  const attempt = async (): Promise<void> => {
    controller = new AbortController()
    const { signal } = controller
    opened = performance.now()
    // The server speaks first and at once.
    guard(WAIT.request / 2)
    try {
      const response = await fetch(address, { signal, headers: { ...beside(), ...bearer(), ...headers, accept: 'text/event-stream' } })
      if (isEventStream(response) && !signal.aborted) await readStream(response, signal, heard)
      else {
        await response.body?.cancel()
        if (!response.ok && !stopped) refused(onRefused(response.status))
      }
    } catch {
      // The reason does not matter: unreachable, cut or silent, the answer is another attempt.
    }
    // A stream that is given up must not go on beside the next one: browsers allow a server few connections.
    controller.abort()
    again()
  }

  const refused = (verdict: Refused): void => {
    if (verdict === 'stop') stopped = true
    if (typeof verdict === 'number') least = verdict
  }

  const again = (): void => {
    clearTimeout(timer)
    if (stopped) return
    const delay = Math.max(least, reconnectDelay(failures, random))
    least = 0
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
