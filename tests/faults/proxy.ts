import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { quietPort } from '#tests/restarts/quiet-port.ts'
import { exchangeOf } from './exchange.ts'
import { hits, type Fault, type Kind } from './fault.ts'
import { createStreams } from './streams.ts'

/** What the proxy saw since the last fault began. */
export interface Seen {
  readonly requests: Readonly<Record<Kind, number>>
  /** Requests and connections that met the fault. */
  readonly faulted: number
  readonly reports: number
  /** Most requests in one second. */
  readonly peak: number
}

export interface Proxy {
  readonly url: string
  readonly port: number
  readonly break: (fault: Fault, patience?: number) => Promise<void>
  readonly heal: () => Promise<void>
  readonly seen: () => Seen
  readonly streams: () => number
  readonly close: () => Promise<void>
}

export function kindOf(url: string): Kind {
  if (url.startsWith('/api/v1/events')) return 'events'
  return url.startsWith('/api/') ? 'api' : 'page'
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })

const PATIENCE = 10_000

/** Counts by kind, and by second for the peak. */
function createTally() {
  const requests: Record<Kind, number> = { api: 0, events: 0, page: 0 }
  const seconds = new Map<number, number>()
  let [faulted, reports] = [0, 0]
  return {
    note: (kind: Kind, url: string): void => {
      requests[kind] += 1
      if (url.startsWith('/api/v1/walls')) reports += 1
      const second = Math.floor(performance.now() / 1_000)
      seconds.set(second, (seconds.get(second) ?? 0) + 1)
    },
    met: (): void => void (faulted += 1),
    seen: (): Seen => ({ requests: { ...requests }, faulted, reports, peak: Math.max(0, ...seconds.values()) })
  }
}

/** Stands between the wall and the server on a port that stays the same, and does to the traffic what the fault of the moment says. */
export async function startProxy(upstream: number): Promise<Proxy> {
  const port = await quietPort()
  const sockets = new Set<Socket>()
  const streams = createStreams()
  let fault: Fault | undefined
  let patience = PATIENCE
  let tally = createTally()
  let nth: Record<Kind, number> = { api: 0, events: 0, page: 0 }

  /** As the server answers, byte by byte; a server that is gone looks gone. */
  const pass = (kind: Kind, request: IncomingMessage, response: ServerResponse): void => {
    const { method, headers, url } = request
    const outgoing = ask({ host: '127.0.0.1', port: upstream, path: url, method, headers, agent: false }, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers)
      if (kind !== 'events' || incoming.statusCode !== 200) return void incoming.on('error', () => response.destroy()).pipe(response)
      response.flushHeaders()
      const say = streams.open(response)
      incoming.on('data', (chunk: Buffer) => say(chunk.toString())).on('error', () => response.destroy())
      incoming.on('close', () => (incoming.complete ? response.end() : response.destroy()))
    })
    outgoing.on('error', () => request.socket.resetAndDestroy())
    response.once('close', () => outgoing.destroy())
    request.pipe(outgoing)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '/'
    const kind = kindOf(url)
    tally.note(kind, url)
    const answer = fault !== undefined && hits(fault, kind) ? fault.answer : undefined
    if (answer === undefined) return pass(kind, request, response)
    const exchange = exchangeOf({ kind, nth: nth[kind], patience, request, response, upstream })
    nth[kind] += 1
    tally.met()
    try {
      if ((await answer(exchange)) !== false) return
      const whole = await exchange.whole({ encoding: request.headers['accept-encoding']?.toString() })
      response.writeHead(whole.status, whole.headers).end(whole.body)
    } catch {
      request.socket.resetAndDestroy()
    }
  }

  const onConnection = (socket: Socket): void => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket)).on('error', () => undefined)
    if (fault?.door !== 'reset') return
    tally.met()
    socket.resetAndDestroy()
  }

  const open = async (): Promise<Server> => {
    const server = createServer({ keepAliveTimeout: 0 }, (request, response) => void handle(request, response)).on('connection', onConnection)
    await listening(server, port)
    return server
  }
  const cutAll = (): void => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  const shut = (server: Server): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      cutAll()
    })

  let server = await open()
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    break: async (next, within = PATIENCE) => {
      ;[fault, patience, tally, nth] = [next, within, createTally(), { api: 0, events: 0, page: 0 }]
      streams.begin(next.streams)
      if (next.door === 'refuse') await shut(server)
      else if (next.door === 'reset') cutAll()
    },
    heal: async () => {
      const closed = fault?.door === 'refuse'
      fault = undefined
      streams.end()
      if (closed) server = await open()
    },
    seen: () => tally.seen(),
    streams: () => streams.count(),
    close: () => (server.listening ? shut(server) : Promise.resolve())
  }
}
