import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr></body></html>'
export const LOGIN =
  '<!doctype html><html><title>统一身份认证</title><form action="/login" method="post"><input name="user"><input name="password" type="password"></form></html>'

export const reply =
  (status: number, body = '', headers: Record<string, string> = HTML) =>
  ({ response }: Exchange): void =>
    void response.writeHead(status, headers).end(body)

export const problemOf = (status: number, title: string, headers: Record<string, string> = {}) =>
  reply(status, JSON.stringify({ type: 'about:blank', status, title }), { 'content-type': 'application/problem+json', ...headers })

const isScene = ({ url }: Exchange): boolean => url.startsWith('/api/v1/scenes/')

/** Only a scene's own answer is hit; everything else passes. */
const onScene =
  (answer: (exchange: Exchange) => void) =>
  (exchange: Exchange): boolean | void =>
    isScene(exchange) ? answer(exchange) : false

const once =
  (answer: (exchange: Exchange) => void) =>
  (exchange: Exchange): boolean | void =>
    exchange.nth === 0 ? answer(exchange) : false

const must = { group: 'status', on: 'api', expect: { label: 'must' } } as const

export const status: readonly Fault[] = [
  { ...must, name: '500 once', from: '500 once', expect: { label: 'may', fresh: true }, answer: once(problemOf(500, 'failed')) },
  { ...must, name: '500 for long', from: '500 for an hour', answer: problemOf(500, 'failed') },
  { ...must, name: '500 for the polls of an hour', from: '500 for an hour', answer: problemOf(500, 'failed'), waits: 'request:1,poll:0.2', atLeast: 120 },
  {
    ...must,
    name: '500 every other time',
    from: 'status codes',
    expect: { label: 'may', fresh: true },
    answer: ({ nth, ...rest }) => (nth % 2 === 0 ? problemOf(500, 'failed')({ nth, ...rest }) : false)
  },
  { ...must, name: '502 with HTML', from: 'HTML for JSON', answer: reply(502, BAD_GATEWAY) },
  { ...must, name: '503 with HTML', from: '503 with HTML', answer: reply(503, BAD_GATEWAY) },
  { ...must, name: '503 with Retry-After of an hour', from: 'status codes', answer: problemOf(503, 'busy', { 'retry-after': '3600' }) },
  { ...must, name: '504 with HTML', from: 'status codes', answer: reply(504, BAD_GATEWAY.replaceAll('502 Bad Gateway', '504 Gateway Time-out')) },
  { ...must, name: '429 with Retry-After of an hour', from: '429 with Retry-After', answer: problemOf(429, 'too many', { 'retry-after': '3600' }) },
  { ...must, name: '401 in mid-run', from: '401 in mid-run', answer: problemOf(401, 'who are you', { 'www-authenticate': 'Bearer' }) },
  {
    ...must,
    name: '401 that makes a browser ask for a password',
    from: '401 in mid-run',
    answer: reply(401, LOGIN, { ...HTML, 'www-authenticate': 'Basic realm="proxy"' })
  },
  { ...must, name: '403', from: 'status codes', answer: problemOf(403, 'not you') },
  { ...must, name: '404 of the scene', from: 'status codes', answer: onScene(problemOf(404, 'no such scene')) },
  { ...must, name: '410 of everything', from: 'status codes', answer: problemOf(410, 'gone') },
  {
    ...must,
    name: '302 to a login page',
    from: 'A login page',
    answer: (exchange) => (exchange.url === '/login' ? reply(200, LOGIN)(exchange) : reply(302, '', { location: '/login' })(exchange))
  },
  {
    ...must,
    name: '302 in a circle',
    // A browser goes round twenty times by itself.
    peak: 1_000,
    from: 'A login page',
    answer: (exchange) => reply(302, '', { location: exchange.url })(exchange)
  },
  { ...must, name: '200 with a login page', from: 'A login page', answer: reply(200, LOGIN) },
  { ...must, name: '204', from: 'empty body', answer: reply(204, '', {}) },
  {
    ...must,
    name: '206 with a part',
    from: 'body cut at half with 200',
    answer: async (exchange) => {
      const { headers, body } = await exchange.whole()
      send(exchange, {
        status: 206,
        headers: { ...headers, 'content-range': `bytes 0-${Math.floor(body.length / 2) - 1}/${body.length}` },
        body: body.subarray(0, body.length / 2)
      })
    }
  }
]
