import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Place } from '#server/render/row.ts'

/** Whose share of the queue is used. */
export const whoAsks = ({ headers, ip }: FastifyRequest): string => headers.authorization ?? ip

/** What is made for a client, who leaves by closing the connection. @throws GivenUp to nobody: they have gone */
export function untilMade<T>(reply: FastifyReply, { made, leave }: Place<T>): Promise<T> {
  if (reply.raw.destroyed) leave()
  else reply.raw.once('close', leave)
  return made
}
