import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Place } from '#server/render/row.ts'
import { createShares } from '#server/render/shares.ts'

/** Of the places in the queue, for one credential or address. */
const SHARE = 16

/** Takes of the asker's share for what is made for them. @throws Problem 503 where they have it all; the place is left then */
export type HoldPlace = <T>(request: FastifyRequest, place: Place<T>) => Place<T>

/** Whose share of the queue is used. */
const whoAsks = ({ headers, ip }: FastifyRequest): string => headers.authorization ?? ip

/** Pictures and files of one asker count together. */
export function sharesOfQueue(): HoldPlace {
  const { hold } = createShares(SHARE)
  return (request, place) => hold(whoAsks(request), place)
}

/** What is made for a client, who leaves by closing the connection. @throws GivenUp to nobody: they have gone */
export function untilMade<T>(reply: FastifyReply, { made, leave }: Place<T>): Promise<T> {
  if (reply.raw.destroyed) leave()
  else reply.raw.once('close', leave)
  return made
}
