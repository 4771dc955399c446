import { sceneDocument } from './tiny-upstream.ts'
import { HUNG_MS, observe, type Heard, type Observed } from './observe.ts'

interface Proof {
  readonly path?: string
  /** Milliseconds that a wall would wait here, where it is longer than elsewhere. */
  readonly patience?: number
  /** Other than one plain request. */
  readonly ask?: (url: string) => Promise<Observed>
  readonly sees: (seen: Observed, all: Observed) => boolean
}

const GONE = /ECONNRESET|UND_ERR_SOCKET|ECONNREFUSED|other side closed/
const DECODE = /Z_|ERR_|BROTLI|incorrect|decod/i
export const PATIENCE = 200

const status = (wanted: number, more: (seen: Observed) => boolean = () => true): Proof => ({ sees: (seen) => seen.status === wanted && more(seen) })
const html = ({ type, text }: Observed): boolean => (type ?? '').startsWith('text/html') && (text ?? '').startsWith('<')
const gone: Proof = { sees: ({ error, begun }) => GONE.test(error ?? '') && begun === false }
const hung = (begun: boolean): Proof => ({ ask: (url) => observe(url, HUNG_MS), sees: (seen) => seen.error === 'hung' && seen.begun === begun })
/** 200 with something that does not parse. */
const noJson = (more: (seen: Observed) => boolean): Proof => status(200, (seen) => seen.json === undefined && seen.error === undefined && more(seen))
const json = (more: (value: Record<string, unknown>, seen: Observed) => boolean): Proof =>
  status(200, (seen) => more((seen.json ?? {}) as Record<string, unknown>, seen))
const isJust = (wanted: unknown): Proof => status(200, ({ json }) => JSON.stringify(json) === JSON.stringify(wanted))

const WHOLE = JSON.stringify(sceneDocument('zonglan'))
const isWhole = ({ text }: Observed): boolean => text === WHOLE
const works = isJust(sceneDocument('zonglan'))
const retryAfter = ({ headers }: Observed): boolean => headers?.['retry-after'] === '3600'
const login = (seen: Observed): boolean => html(seen) && (seen.text ?? '').includes('统一身份认证')
const is302 = status(302, ({ headers }) => headers?.location === '/login')

/** So many requests one after the other, seen as one: their outcomes as text. */
const series =
  (count: number, tell: (seen: Observed) => unknown, patience?: number) =>
  async (url: string): Promise<Observed> => {
    const told: unknown[] = []
    for (let request = 0; request < count; request += 1) told.push(tell(await observe(url, patience)))
    return { text: told.join(' '), ms: 0 }
  }
const says =
  (text: string) =>
  (seen: Observed): boolean =>
    seen.text === text
const releaseIn = ({ json }: Observed): unknown => (json as { release?: number } | undefined)?.release

/** Two requests at once: the order in which they ended. */
async function race(url: string): Promise<Observed> {
  const order: string[] = []
  const run = async (name: string): Promise<void> => {
    await observe(url)
    order.push(name)
  }
  const first = run('first')
  await new Promise((resolve) => setTimeout(resolve, 200))
  await Promise.all([first, run('second')])
  return { text: order.join(' '), ms: 0 }
}

const hoursOff = ({ headers }: Observed): number => (Date.parse(headers?.date ?? '') - Date.now()) / 3_600_000
const off = (hours: number): Proof => ({
  path: '/api/v1/walls',
  sees: (seen) => Math.abs(hoursOff(seen) - hours) < 0.1 && Math.abs((Date.parse((seen.json as { now: string }).now) - Date.now()) / 3_600_000 - hours) < 0.1
})
const asset = (proof: Proof, path = '/assets/a.js'): Proof => ({ ...proof, path })

/** Every fault that answers in the server's place, and how that shows to somebody who asks plainly. */
export const ANSWERS: Readonly<Record<string, Proof>> = {
  '500 once': { ask: series(3, ({ status }) => status), sees: says('500 200 200') },
  '500 for long': status(500),
  '500 for the polls of an hour': { ask: series(5, ({ status }) => status), sees: says('500 500 500 500 500') },
  '500 every other time': { ask: series(4, ({ status }) => status), sees: says('500 200 500 200') },
  '502 with HTML': status(502, html),
  '503 with HTML': status(503, html),
  '503 with Retry-After of an hour': status(503, retryAfter),
  '504 with HTML': status(504, html),
  '429 with Retry-After of an hour': status(429, retryAfter),
  '401 in mid-run': status(401),
  '401 that makes a browser ask for a password': status(401, ({ headers }) => (headers?.['www-authenticate'] ?? '').startsWith('Basic')),
  '403': status(403),
  '404 of the scene': {
    ask: async (url) => ({ ...(await observe(url)), text: String((await observe(url.replace('scenes/zonglan', 'version'))).status) }),
    sees: ({ status, text }) => status === 404 && text === '200'
  },
  '410 of everything': status(410),
  '302 to a login page': is302,
  '302 in a circle': status(302, ({ headers }) => headers?.location === '/api/v1/scenes/zonglan'),
  '200 with a login page': status(200, login),
  '204': status(204, ({ text }) => text === ''),
  '206 with a part': status(206, ({ json, text }) => json === undefined && (text ?? '') !== ''),

  'reset before headers': gone,
  'closed before headers': gone,
  'reset after headers': { sees: ({ error, begun }) => begun === true && error !== undefined && error !== 'hung' },
  'reset in the body': { sees: ({ error, begun }) => begun === true && error !== undefined && error !== 'hung' },
  'hang without a byte': hung(false),
  'hang after headers': hung(true),
  'hang in the body': hung(true),
  'one request of two hangs': { ask: series(4, ({ error, status }) => error ?? status, HUNG_MS), sees: says('hung 200 hung 200') },
  '1 KB/s': hung(true),
  'in slices of a byte': works,
  'late, but in time': { sees: (seen, all) => works.sees(seen, all) && seen.ms >= PATIENCE * 0.3 - 5 },
  'later than the wall waits': { sees: (seen, all) => works.sees(seen, all) && seen.ms > PATIENCE },

  'cut at half, length of the whole': { sees: ({ error, begun }) => begun === true && error !== undefined && error !== 'hung' },
  'cut at half, length of the half': noJson(({ text }) => WHOLE.startsWith(text ?? '-') && Math.abs((text ?? '').length - WHOLE.length / 2) < 5),
  'cut before the last byte': noJson(({ text }) => text === WHOLE.slice(0, -1)),
  'empty body': noJson(({ text }) => text === ''),
  'nothing but white space': noJson(({ text }) => text !== '' && text?.trim() === ''),
  'two documents in one body': noJson(({ text }) => text === WHOLE + WHOLE),
  'two answers to one request': works,
  'gzip announced, plain text sent': { sees: ({ error, begun }) => begun === true && DECODE.test(error ?? '') },
  'gzip sent, plain text announced': noJson(({ headers, text }) => headers?.['content-encoding'] === undefined && (text ?? '').startsWith('\u001F')),
  'broken brotli': { sees: ({ error, json }) => DECODE.test(error ?? '') || json === undefined },
  'bytes that are no UTF-8': noJson(({ text }) => (text ?? '').includes('\uFFFD')),
  'JSON called text/html': status(200, (seen) => seen.type === 'text/html' && isWhole(seen)),
  'a body of 20 MB': { ...json(({ padding }) => String(padding).length >= 20 * 1_024 * 1_024), ask: (url) => observe(url, 20_000) },

  null: status(200, ({ text }) => text === 'null'),
  'an empty array': isJust([]),
  'an empty object': isJust({}),
  'a string': isJust('ok'),
  'an error told with 200': json(({ code, release }) => code === 500 && release === undefined),
  'the answer wrapped in data': json(({ data, release }) => release === undefined && JSON.stringify(data) === WHOLE),
  'numbers as text': json(({ release }) => release === '7'),
  'NaN for numbers': noJson(({ text }) => (text ?? '').includes('"release":NaN')),
  'arrays that are null': json(({ observations, release }) => observations === null && release === 7),
  'figures without their unit and period': json((_value, { text }) => (text ?? '').includes('indicator') && !(text ?? '').includes('timePeriod')),
  'unknown extra fields': json((value) => 'zzUnknown' in value && value.release === 7 && JSON.stringify(value).includes('"breakdown":{"stage":"x"}')),

  'the first release for ever': { ask: series(2, releaseIn), sees: says('1 1') },
  'the first release every other time': { ask: series(4, releaseIn), sees: says('1 7 1 7') },
  'answers out of order': { patience: 4_000, ask: race, sees: says('second first') },
  'answers for another scene': json(({ scene }) => (scene as { id: string }).id === 'shitang'),
  'a release far in the future': json(({ release }) => Number(release) > 1e8),
  'release 0': json(({ release }) => release === 0),
  'a negative release': json(({ release }) => Number(release) < 0),

  'the stream is refused': gone,
  'the stream answers 502': status(502, html),
  'the stream answers 502 as an event stream': status(502, ({ type }) => (type ?? '').startsWith('text/event-stream')),
  'the stream answers 503, come back in an hour': status(503, retryAfter),
  'the stream answers 401': status(401),
  'the stream answers with a page': status(200, login),
  'the stream answers with JSON': status(200, ({ type, json }) => type === 'application/json' && json !== undefined),
  'the stream answers 204': status(204),
  'the stream opens and ends at once, again and again': status(200, ({ text, type }) => text === '' && (type ?? '').startsWith('text/event-stream')),
  'the stream says its piece and ends, again and again': status(200, ({ text }) => (text ?? '').startsWith('event: heartbeat')),
  'half an event, then the end': status(200, ({ text }) => (text ?? '').endsWith('{"rel')),
  'half an event, then silence': hung(true),
  'the stream is never answered': hung(false),

  'connection refused': gone,
  'every connection reset': gone,
  'everything hangs': hung(false),
  'everything answers 502 with HTML': status(502, html),
  'everything is a login page': status(200, login),
  'everything leads to a login page': is302,
  'everything is 404': status(404),
  'everything is slow, though in time, without the stream': {
    ask: async (url) => ({ ...(await observe(url)), text: String((await observe(url.replace(/scenes.*/, 'events'))).status) }),
    sees: ({ status, ms, text }) => status === 200 && ms >= PATIENCE * 0.25 - 5 && text === '502'
  },
  'everything is empty': status(200, ({ text }) => text === ''),

  'chunks are gone': asset(status(404)),
  'chunks are a login page': asset(status(200, login)),
  'the page answers 500': status(500, html),
  'the page is cut at half': status(200, ({ text }) => (text ?? '').startsWith('<!doctype') && !(text ?? '').includes('</p>')),
  'the page hangs': hung(false),
  'the service worker is a login page': asset(status(200, login), '/sw.js'),
  'the service worker is gone': asset(status(404), '/sw.js'),

  "the server's clock a day ahead": off(24),
  "the server's clock a year back": off(-365 * 24),
  "the wall's clock at 1970 while the API is dead": status(500),
  "the wall's clock at 2099 while the API is dead": status(500),
  "the wall's clock jumps while the API is dead": status(500)
}

const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length
const cut = ({ ended }: Heard): boolean => ended
const heartbeatHours = (text: string): number => (Date.parse(/"now":"([^"]+)"/.exec(text)?.[1] ?? '') - Date.now()) / 3_600_000

/** Every fault that changes an open stream without ending it all: what is heard on it after the fault has begun. */
export const STREAMS: Readonly<Record<string, (heard: Heard) => boolean>> = {
  'the stream is cut once': cut,
  'the stream answers 502': cut,
  'the stream is never answered': cut,
  'connection refused': cut,
  'every connection reset': cut,
  'everything hangs': cut,
  'everything is 404': cut,
  'silent: the stream stands without a heartbeat': ({ text, ended }) => text === '' && !ended,
  'comments only': ({ text, ended }) => text.includes(': still here') && !text.includes('event:') && !ended,
  'wrong event names': ({ text }) => text.includes('event: update') && !/event: (heartbeat|release)/.test(text),
  'heartbeats with garbage': ({ text }) => text.includes('event: heartbeat\ndata: {"now":]'),
  'all events with garbage': ({ text }) => text.includes('event: heartbeat') && !text.includes('now'),
  'a storm of 1,000 releases': ({ text }) => count(text, /event: release/g) >= 1_000,
  'a storm of 1,000 heartbeats': ({ text }) => count(text, /event: heartbeat/g) >= 1_000,
  'a release far in the future is announced': ({ text }) => text.includes('{"release":900000000}'),
  'an event of 2 MB': ({ text }) => text.length > 2_000_000,
  'events with line ends of Windows': ({ text }) => text.includes('event: heartbeat\r\ndata: '),
  "the server's clock a day ahead": ({ text }) => Math.abs(heartbeatHours(text) - 24) < 0.1,
  "the server's clock a year back": ({ text }) => Math.abs(heartbeatHours(text) + 365 * 24) < 0.1
}
