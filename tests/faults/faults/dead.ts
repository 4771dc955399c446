import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { hang } from './connection.ts'
import { LOGIN, reply } from './status.ts'

const all = { group: 'everything', on: 'all', expect: { label: 'must' }, streams: { cut: true } } as const

/** The portal of a network that wants a login first. */
const portal = (exchange: Exchange): void => (exchange.url === '/login' ? reply(200, LOGIN)(exchange) : reply(302, '', { location: '/login' })(exchange))

/** As the server answers, each answer late, though in time. */
async function late(exchange: Exchange): Promise<boolean> {
  await exchange.wait(exchange.patience * 0.25)
  return false
}

const notEvents =
  (answer: NonNullable<Fault['answer']>): NonNullable<Fault['answer']> =>
  (exchange) =>
    exchange.kind === 'events' ? reply(502)(exchange) : answer(exchange)

export const dead: readonly Fault[] = [
  { ...all, name: 'connection refused', from: 'connection refused', door: 'refuse' },
  { ...all, name: 'every connection reset', from: 'connection refused', door: 'reset' },
  { ...all, name: 'everything hangs', from: 'no byte for ever', answer: hang },
  { ...all, name: 'everything answers 502 with HTML', from: '503 with HTML', answer: reply(502, '<h1>502 Bad Gateway</h1>') },
  { ...all, name: 'everything is a login page', from: 'A login page', answer: reply(200, LOGIN) },
  { ...all, name: 'everything leads to a login page', from: 'A login page', answer: portal },
  { ...all, name: 'everything is 404', from: 'status codes', answer: reply(404, 'not found', { 'content-type': 'text/plain' }) },
  { ...all, name: 'everything is slow, though in time, without the stream', from: 'slow', expect: { label: 'soon', fresh: true }, answer: notEvents(late) },
  {
    ...all,
    name: 'everything is empty',
    from: 'empty body',
    answer: async (exchange) => send(exchange, { status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.alloc(0) })
  },
  { ...all, name: 'the server is killed (kill -9) and started again', from: 'connection refused', on: 'server', kill: true }
]
