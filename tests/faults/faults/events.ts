import type { Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { hang } from './connection.ts'
import { LOGIN, reply } from './status.ts'

const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }
const base = { group: 'events', on: 'events' } as const
/** The stream is plainly dead: said within 5 s, while polling brings what is new. */
const soon = { ...base, expect: { label: 'soon', fresh: true } } as const
/** It takes the silence that the wall bears before it knows. */
const must = { ...base, expect: { label: 'must', fresh: true } } as const
const fine = { ...base, expect: { label: 'none', fresh: true } } as const
const either = { ...base, expect: { label: 'may', fresh: true } } as const

const event = (name: string, data: unknown): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const heartbeat = (): string => event('heartbeat', { now: new Date().toISOString() })

/** A stream that opens, says something and ends. */
const said =
  (text: string) =>
  ({ response }: Exchange): void =>
    void response.writeHead(200, EVENT_STREAM).end(text)

const dataOf = (change: (name: string, data: string) => string) => (text: string) =>
  text.replaceAll(/event: (\w+)\ndata: (.*)\n/g, (_all, name: string, data: string) => `event: ${name}\ndata: ${change(name, data)}\n`)

const STORM = 1_000

export const events: readonly Fault[] = [
  { ...soon, name: 'the stream is refused', from: 'EventSource dead for good', streams: { cut: true }, answer: ({ reset }) => reset() },
  { ...either, name: 'the stream is cut once', from: 'SSE death and storms', streams: { cut: true } },
  {
    ...soon,
    name: 'the stream answers 502',
    from: 'EventSource dead for good after one 502 or HTML answer',
    streams: { cut: true },
    answer: reply(502, '<h1>502</h1>')
  },
  {
    ...soon,
    name: 'the stream answers 502 as an event stream',
    from: 'EventSource dead for good after one 502 or HTML answer',
    streams: { cut: true },
    answer: reply(502, heartbeat(), EVENT_STREAM)
  },
  {
    ...soon,
    name: 'the stream answers 503, come back in an hour',
    from: 'SSE death and storms',
    streams: { cut: true },
    answer: reply(503, '', { 'retry-after': '3600' })
  },
  { ...soon, name: 'the stream answers 401', from: '401 in mid-run', streams: { cut: true }, answer: reply(401, '', { 'www-authenticate': 'Bearer' }) },
  {
    ...soon,
    name: 'the stream answers with a page',
    from: 'EventSource dead for good after one 502 or HTML answer',
    streams: { cut: true },
    answer: reply(200, LOGIN)
  },
  {
    ...soon,
    name: 'the stream answers with JSON',
    from: 'SSE death and storms',
    streams: { cut: true },
    answer: reply(200, '{"release":1}', { 'content-type': 'application/json' })
  },
  { ...soon, name: 'the stream answers 204', from: 'SSE death and storms', streams: { cut: true }, answer: reply(204, '', {}) },
  { ...soon, name: 'the stream opens and ends at once, again and again', from: 'SSE death and storms', streams: { cut: true }, answer: said('') },
  { ...either, name: 'the stream says its piece and ends, again and again', from: 'SSE death and storms', streams: { cut: true }, answer: said(heartbeat()) },
  { ...soon, name: 'half an event, then the end', from: 'SSE death and storms', streams: { cut: true }, answer: said('event: release\ndata: {"rel') },
  {
    ...must,
    name: 'half an event, then silence',
    from: 'SSE death and storms',
    streams: { cut: true },
    answer: ({ response }) => void response.writeHead(200, EVENT_STREAM).write('event: release\ndata: {"rel')
  },
  { ...must, name: 'the stream is never answered', from: 'no byte for ever', streams: { cut: true }, answer: hang },
  { ...must, name: 'silent: the stream stands without a heartbeat', from: 'SSE death and storms', streams: { withhold: true } },
  { ...must, name: 'comments only', from: 'SSE death and storms', streams: { rewrite: () => ': still here\n\n' } },
  { ...must, name: 'wrong event names', from: 'SSE death and storms', streams: { rewrite: (text) => text.replaceAll(/event: \w+/g, 'event: update') } },
  {
    ...either,
    name: 'heartbeats with garbage',
    from: 'SSE death and storms',
    streams: { rewrite: dataOf((name, data) => (name === 'heartbeat' ? '{"now":]' : data)) }
  },
  { ...either, name: 'all events with garbage', from: 'SSE death and storms', streams: { rewrite: dataOf(() => '\u0000{') } },
  {
    ...fine,
    name: 'a storm of 1,000 releases',
    from: 'SSE death and storms',
    streams: { storm: Array.from({ length: STORM }, (_, index) => event('release', { release: 1 + (index % 2) })) }
  },
  { ...fine, name: 'a storm of 1,000 heartbeats', from: 'SSE death and storms', streams: { storm: Array.from({ length: STORM }, heartbeat) } },
  {
    ...fine,
    name: 'an older release is announced',
    from: 'older release than the one shown',
    streams: { rewrite: dataOf((name, data) => (name === 'release' ? '{"release":1}' : data)) }
  },
  {
    ...either,
    name: 'a release far in the future is announced',
    from: 'older release than the one shown',
    streams: { storm: [event('release', { release: 900_000_000 })] }
  },
  { ...either, name: 'an event of 2 MB', from: 'SSE death and storms', streams: { storm: [event('release', { release: 1, padding: 'x'.repeat(2_000_000) })] } },
  { ...fine, name: 'events with line ends of Windows', from: 'SSE death and storms', streams: { rewrite: (text) => text.replaceAll('\n', '\r\n') } }
]
