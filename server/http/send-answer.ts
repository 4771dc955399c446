import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from '#server/answers/answer.ts'
import { matches } from '#server/answers/etag.ts'
import { negotiate } from '#server/answers/negotiate.ts'

/** Sends prebuilt bytes, or 304 to who has them already. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply {
  const encoding = negotiate(request.headers['accept-encoding']?.toString())
  const { body, etag } = answer[encoding]
  reply.header('etag', etag).header('vary', 'Accept-Encoding').header('cache-control', 'no-cache')
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type('application/json; charset=utf-8').send(body)
}
