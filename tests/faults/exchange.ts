import { request as ask, type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Kind } from './fault.ts'

/** A whole answer of the server. */
export interface Whole {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Wish {
  readonly path?: string
  readonly encoding?: string
}

/** One request of the wall, and all that can be done to it. */
export interface Exchange {
  readonly kind: Kind
  readonly url: string
  /** How many of its kind have met this fault before it. */
  readonly nth: number
  /** Milliseconds that the wall waits for an answer: what is slow is slow by this. */
  readonly patience: number
  readonly response: ServerResponse
  /** Aborts when the wall gives up or the proxy closes. */
  readonly signal: AbortSignal
  /** The server's answer in full: not conditional, not compressed unless wished. */
  readonly whole: (wish?: Wish) => Promise<Whole>
  readonly wait: (milliseconds: number) => Promise<void>
  /** The connection ends with a reset. */
  readonly reset: () => void
}

/** Lengths and encodings are said anew by who sends; the connection is the proxy's own. */
const OWN = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])
export const copied = (headers: IncomingHttpHeaders): OutgoingHttpHeaders => Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.has(name)))

const without = (headers: IncomingHttpHeaders, ...names: string[]): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)))

async function gathered(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

interface ExchangeOptions {
  readonly kind: Kind
  readonly nth: number
  readonly patience: number
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly upstream: number
}

/** The body of the request is read once, whatever becomes of it. */
export function exchangeOf({ kind, nth, patience, request, response, upstream }: ExchangeOptions): Exchange {
  const controller = new AbortController()
  response.once('close', () => controller.abort())
  const { signal } = controller
  const sent = gathered(request)
  sent.catch(() => undefined)
  const whole: Exchange['whole'] = async ({ path = request.url, encoding = 'identity' } = {}) => {
    const body = await sent
    const headers = { ...without(request.headers, 'if-none-match', 'if-modified-since', 'connection'), 'accept-encoding': encoding }
    return new Promise((resolve, reject) => {
      const outgoing = ask({ host: '127.0.0.1', port: upstream, path, method: request.method, headers, agent: false }, (incoming) => {
        gathered(incoming).then((body) => resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body }), reject)
      })
      outgoing.once('error', reject).end(body)
    })
  }
  return {
    kind,
    url: request.url ?? '/',
    nth,
    patience,
    response,
    signal,
    whole,
    wait: (milliseconds) => delay(milliseconds, undefined, { signal }).catch(() => undefined),
    reset: () => void request.socket.resetAndDestroy()
  }
}

/** Sends a whole answer, changed or not. */
export function send({ response }: Exchange, { status, headers, body }: Whole): void {
  response.writeHead(status, { ...copied(headers), 'content-length': body.length }).end(body)
}
