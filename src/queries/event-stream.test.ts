import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetClock, serverNow } from '#format/clock.ts'
import { openEventStream } from '#queries/event-stream.ts'
import { reconnectDelay, type StreamState } from '#queries/stream.ts'
import { WAIT } from '#tokens/durations.ts'
import { must } from '#tests/support/panel-data.ts'

interface Connection {
  readonly say: (text: string) => void
  readonly cut: () => void
  readonly end: () => void
  readonly signal: AbortSignal
}

let connections: Connection[] = []
let attempts: number[] = []
let answer: (signal: AbortSignal) => Promise<Response>
let states: StreamState[] = []
let releases: number[] = []
let stop = (): void => undefined

const latest = (): Connection => must(connections.at(-1), 'connection')
const state = (): StreamState => must(states.at(-1), 'state')
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)
const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

/** A stream that stays open until the test or the client ends it, as a server's would. */
function streams(signal: AbortSignal): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encode = new TextEncoder()
      const cut = (): void => controller.error(new TypeError('terminated'))
      signal.addEventListener('abort', cut)
      connections.push({ signal, cut, say: (text) => controller.enqueue(encode.encode(text)), end: () => controller.close() })
    }
  })
  return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }))
}

const open = (random = () => 0): void => {
  stop = openEventStream({ random, onRelease: (release) => releases.push(release), onState: (next) => states.push(next) })
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  ;[connections, attempts, states, releases, answer] = [[], [], [], [], streams]
  vi.stubGlobal('fetch', (_address: string, init: { signal: AbortSignal }) => {
    attempts.push(Date.now())
    return answer(init.signal)
  })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('reconnectDelay', () => {
  it('doubles from the first to the longest', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 60, 2_000].map((failures) => reconnectDelay(failures, () => 0))).toEqual([
      500, 1_000, 2_000, 3_000, 3_000, 3_000, 3_000, 3_000, 3_000
    ])
  })

  it('adds up to half as jitter', () => {
    expect([0, 0.5, 0.999_999].map((random) => reconnectDelay(1, () => random))).toEqual([1_000, 1_250, 1_500])
    const many = Array.from({ length: 200 }, () => reconnectDelay(9, Math.random))
    expect(Math.min(...many)).toBeGreaterThanOrEqual(WAIT.reconnectLongest)
    expect(Math.max(...many)).toBeLessThanOrEqual(WAIT.reconnectLongest * 1.5)
    expect(new Set(many).size).toBeGreaterThan(100)
  })
})

describe('an open stream', () => {
  it('tells releases and stays connected on heartbeats', async () => {
    open()
    await settle()
    latest().say(event('release', { release: 7 }))
    await settle()
    expect(releases).toEqual([7])
    expect(state()).toEqual({ connected: true, failed: false, lastContact: 1_000_000, nextAttempt: null })
    for (let minute = 0; minute < 5; minute += 1) {
      await vi.advanceTimersByTimeAsync(WAIT.silence - 1)
      latest().say(event('heartbeat', { now: 'later' }))
      await settle()
    }
    expect(attempts).toHaveLength(1)
    expect(state()).toMatchObject({ connected: true, lastContact: 1_000_000 + 5 * (WAIT.silence - 1) })
  })

  it('reads events that come in pieces and several at once', async () => {
    open()
    await settle()
    for (const piece of ['event: rel', 'ease\nda', 'ta: {"release"', ':2}\n', '\n' + event('release', { release: 3 }) + event('release', { release: 4 })]) {
      latest().say(piece)
      await settle()
    }
    expect(releases).toEqual([2, 3, 4])
  })

  it.each<[string, string]>([
    ['no JSON', event('release', '{')],
    ['a release as text', event('release', '{"release":"3"}')],
    ['no release', event('release', '{}')],
    ['release 0', event('release', { release: 0 })],
    ['another event', event('message', { release: 3 })],
    ['no event name', 'data: {"release":3}\n\n'],
    ['a heartbeat without time', event('heartbeat', {})]
  ])('ignores %s and goes on', async (_name, text) => {
    open()
    await settle()
    latest().say(text)
    await settle()
    expect(releases).toEqual([])
    latest().say(event('release', { release: 3 }))
    await settle()
    expect(releases).toEqual([3])
    expect(attempts).toHaveLength(1)
  })
})

describe('a stream that fails', () => {
  it.each<[string, () => Promise<Response>]>([
    ['a 502', () => Promise.resolve(new Response('bad gateway', { status: 502 }))],
    ['an event stream with status 500', () => Promise.resolve(new Response('', { status: 500, headers: { 'content-type': 'text/event-stream' } }))],
    ['HTML', () => Promise.resolve(new Response('<html>', { headers: { 'content-type': 'text/html' } }))],
    ['no content type', () => Promise.resolve(new Response(new Uint8Array()))],
    ['no network', () => Promise.reject(new TypeError('fetch failed'))]
  ])('is tried again after %s', async (_name, failing) => {
    answer = failing
    open()
    await settle()
    expect(state()).toEqual({ connected: false, failed: true, lastContact: null, nextAttempt: 1_000_500 })
    answer = streams
    await vi.advanceTimersByTimeAsync(500)
    expect(state()).toMatchObject({ nextAttempt: null, failed: true })
    latest().say(event('release', { release: 2 }))
    await settle()
    expect(state()).toMatchObject({ connected: true, failed: false })
    expect(releases).toEqual([2])
  })

  it.each<[string, () => void]>([
    ['cut', () => latest().cut()],
    ['ended', () => latest().end()]
  ])('is tried again when it is %s, and has the last contact', async (_name, fail) => {
    open()
    await settle()
    latest().say(event('release', { release: 1 }))
    await vi.advanceTimersByTimeAsync(5_000)
    fail()
    await settle()
    expect(state()).toEqual({ connected: false, failed: true, lastContact: 1_000_000, nextAttempt: 1_005_500 })
    await vi.advanceTimersByTimeAsync(500)
    expect(connections).toHaveLength(2)
  })

  it('is given up when it has been silent for too long, and not before', async () => {
    open()
    await settle()
    latest().say(event('release', { release: 1 }))
    await vi.advanceTimersByTimeAsync(WAIT.silence - 1)
    expect([latest().signal.aborted, state().connected]).toEqual([false, true])
    await vi.advanceTimersByTimeAsync(1)
    expect([latest().signal.aborted, state().connected]).toEqual([true, false])
  })

  it('is given up when it is silent and its body does not end with the request', async () => {
    answer = () => streams(new AbortController().signal)
    open()
    await vi.advanceTimersByTimeAsync(WAIT.request / 2)
    expect(state()).toMatchObject({ connected: false, failed: true })
    await vi.advanceTimersByTimeAsync(500)
    expect(attempts).toHaveLength(2)
  })

  it('is given up when it never answers', async () => {
    answer = (signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
      })
    open()
    await vi.advanceTimersByTimeAsync(WAIT.request / 2)
    expect(state().failed).toBe(true)
    await vi.advanceTimersByTimeAsync(500)
    expect(attempts).toHaveLength(2)
  })

  it('waits twice as long each time, up to the longest, and anew after contact', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'))
    open()
    await vi.advanceTimersByTimeAsync(200_000)
    const waits = attempts.slice(1).map((at, index) => at - must(attempts[index]))
    expect(waits.slice(0, 5)).toEqual([500, 1_000, 2_000, 3_000, 3_000])
    expect(waits.slice(5).every((wait) => wait === 3_000)).toBe(true)
    answer = streams
    await vi.advanceTimersByTimeAsync(3_000)
    latest().say(event('heartbeat', { now: 'x' }))
    await vi.advanceTimersByTimeAsync(11_000)
    latest().say(event('heartbeat', { now: 'x' }))
    await settle()
    latest().cut()
    await settle()
    expect(must(state().nextAttempt) - Date.now()).toBe(500)
  })

  it('waits longer and longer while connections are taken and dropped at once', async () => {
    open()
    await settle()
    const waits: number[] = []
    for (let drop = 0; drop < 5; drop += 1) {
      latest().say(event('release', { release: 1 }))
      await settle()
      latest().cut()
      await settle()
      waits.push(must(state().nextAttempt) - Date.now())
      await vi.advanceTimersByTimeAsync(must(waits.at(-1)))
    }
    expect(waits).toEqual([500, 1_000, 2_000, 3_000, 3_000])
  })

  it('is given up on a text that never ends', async () => {
    open()
    await settle()
    latest().say(event('release', { release: 1 }))
    await settle()
    const { signal } = latest()
    for (let piece = 0; piece < 70; piece += 1) latest().say('x'.repeat(1_024))
    await settle()
    expect(state()).toMatchObject({ connected: false, failed: true })
    expect(signal.aborted).toBe(true)
  })

  it('is not kept up by what is no event of the server', async () => {
    open()
    await settle()
    latest().say(event('release', { release: 1 }))
    for (let second = 0; second < WAIT.silence; second += 5_000) {
      latest().say(event('heartbeat', { time: 1 }) + event('noise', { now: 'x' }))
      await vi.advanceTimersByTimeAsync(5_000)
    }
    expect(state()).toMatchObject({ connected: false, failed: true })
  })

  it("sets the clock to the server's", async () => {
    resetClock()
    open()
    await settle()
    latest().say(event('heartbeat', { now: '2022-10-26T01:28:00.000Z' }))
    await settle()
    expect(serverNow()).toBe(Date.parse('2022-10-26T01:28:00Z'))
    resetClock()
  })
})

describe('stop', () => {
  it('ends the connection and says nothing more', async () => {
    open()
    await settle()
    const said = states.length
    stop()
    await vi.advanceTimersByTimeAsync(300_000)
    expect([latest().signal.aborted, attempts.length, states.length, vi.getTimerCount()]).toEqual([true, 1, said, 0])
  })

  it('ends the wait for the next attempt', async () => {
    answer = () => Promise.reject(new TypeError('fetch failed'))
    open()
    await settle()
    stop()
    await vi.advanceTimersByTimeAsync(300_000)
    expect([attempts.length, vi.getTimerCount()]).toEqual([1, 0])
  })

  it('drops the rest of what arrived together', async () => {
    stop = openEventStream({
      onState: () => undefined,
      onRelease: (release) => {
        releases.push(release)
        stop()
      }
    })
    await settle()
    latest().say(event('release', { release: 1 }) + event('release', { release: 2 }))
    await settle()
    expect(releases).toEqual([1])
    await vi.advanceTimersByTimeAsync(300_000)
    expect(vi.getTimerCount()).toBe(0)
  })
})
