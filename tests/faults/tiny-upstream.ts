import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const NEWEST = 7
const FIGURES = 40

export const sceneDocument = (id: string, release = NEWEST): object => ({
  scene: { id, title: '一屏', panels: [{ id: 'one', options: { rows: 3 } }] },
  release,
  observations: Array.from({ length: FIGURES }, (_, index) => ({ indicator: `a.b${index}`, timePeriod: '2022-10', release, breakdown: { stage: 'x' } }))
})

const EVENT_STREAM = { 'content-type': 'text/event-stream; charset=utf-8' }
export const BEAT_MS = 50
const event = (name: string, data: object): string => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const heartbeat = (): string => event('heartbeat', { now: new Date().toISOString() })

function stream(response: ServerResponse): void {
  response.writeHead(200, EVENT_STREAM).write(event('release', { release: NEWEST }) + heartbeat())
  const timer = setInterval(() => response.write(heartbeat()), BEAT_MS)
  response.once('close', () => clearInterval(timer))
}

function answerOf(path: string, release: number): { readonly type: string; readonly text: string } {
  const [, scene] = /^\/api\/v1\/scenes\/(\w+)$/.exec(path) ?? []
  if (scene !== undefined) return { type: 'application/json', text: JSON.stringify(sceneDocument(scene, release)) }
  if (path === '/api/v1/walls') return { type: 'application/json', text: JSON.stringify({ now: new Date().toISOString() }) }
  if (path.startsWith('/api/')) return { type: 'application/json', text: JSON.stringify({ release }) }
  return path.endsWith('.js') ? { type: 'text/javascript', text: 'export {}' } : { type: 'text/html', text: '<!doctype html><title>墙</title><p>一屏</p>' }
}

const ENCODERS = { br: brotliCompressSync, gzip: gzipSync, identity: (text: string) => Buffer.from(text) }
const encodingFor = ({ headers }: IncomingMessage): keyof typeof ENCODERS => {
  const wished = headers['accept-encoding']?.toString() ?? ''
  return wished.includes('br') ? 'br' : wished.includes('gzip') ? 'gzip' : 'identity'
}

/** Answers like the server, as far as a proxy can tell. */
export const tinyUpstream = () =>
  createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host')
    if (pathname === '/api/v1/events') return stream(response)
    const { type, text } = answerOf(pathname, Number(searchParams.get('release') ?? NEWEST))
    const encoding = encodingFor(request)
    const headers = { 'content-type': type, etag: `"${NEWEST}"`, ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) }
    response.writeHead(200, headers).end(ENCODERS[encoding](text))
  })
