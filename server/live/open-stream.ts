import type { FastifyReply } from 'fastify'

const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' }

/** The headers set so far (security) go along, because the reply itself is no longer Fastify's. */
export function openStream(reply: FastifyReply): void {
  for (const [name, value] of Object.entries({ ...reply.getHeaders(), ...HEADERS })) {
    if (value !== undefined) reply.raw.setHeader(name, value)
  }
  reply.hijack()
  reply.raw.writeHead(200)
  // Small events one after the other: none waits for the next.
  reply.raw.socket?.setNoDelay(true)
}
