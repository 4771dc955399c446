import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { hang } from './connection.ts'
import { LOGIN, reply } from './status.ts'

/** The figures come; what the page itself is made of does not. It has it already. */
const base = { group: 'page', on: 'page', expect: { label: 'none', fresh: true } } as const

const only =
  (pattern: RegExp, answer: (exchange: Exchange) => Promise<boolean | void> | boolean | void) =>
  (exchange: Exchange): Promise<boolean | void> | boolean | void =>
    pattern.test(exchange.url) ? answer(exchange) : false

const half = async (exchange: Exchange): Promise<void> => {
  const whole = await exchange.whole()
  send(exchange, { ...whole, body: whole.body.subarray(0, whole.body.length / 2) })
}

export const page: readonly Fault[] = [
  {
    ...base,
    name: 'chunks are gone',
    from: 'a redeploy removed the lazy chunk the open wall needed',
    answer: only(/^\/assets\//, reply(404, '', { 'content-type': 'text/plain' }))
  },
  { ...base, name: 'chunks are a login page', from: 'a redeploy removed the lazy chunk the open wall needed', answer: only(/^\/assets\//, reply(200, LOGIN)) },
  { ...base, name: 'the page answers 500', from: 'a browser error page', answer: reply(500, '<h1>500</h1>') },
  { ...base, name: 'the page is cut at half', from: 'body cut at half with 200', answer: only(/^\/(wall|index|sw\.js|$)/, half) },
  { ...base, name: 'the page hangs', from: 'no byte for ever', answer: hang },
  {
    ...base,
    name: 'the service worker is a login page',
    from: 'a service worker that keeps an old build for ever',
    answer: only(/^\/sw\.js/, reply(200, LOGIN))
  },
  { ...base, name: 'the service worker is gone', from: 'a service worker that keeps an old build for ever', answer: only(/^\/sw\.js/, reply(404)) }
]
