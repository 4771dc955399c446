import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Place } from '#server/render/place.ts'
import { createShares } from '#server/render/shares.ts'

/** Of the places in the queue, for one credential or address. */
const SHARE = 16

/** Takes of the asker's share for what is made for them. @throws Problem 503 where they have it all; the place is left then */
export type HoldPlace = <T>(request: FastifyRequest, place: Place<T>) => Place<T>

/**
 * Pictures and files of one asker count together. `guarded`: the gate has read the credential; where there is none, anybody could
 * make one up for each request, and the address tells who asks.
 */
export function sharesOfQueue(guarded: boolean): HoldPlace {
  const { hold } = createShares(SHARE)
  return (request, place) => hold((guarded ? request.headers.authorization : undefined) ?? request.ip, place)
}

/** What is made for a client, who leaves by closing the connection. @throws GivenUp to nobody: they have gone */
export function untilMade<T>(reply: FastifyReply, { made, leave }: Place<T>): Promise<T> {
  if (reply.raw.destroyed) leave()
  else reply.raw.once('close', leave)
  return made
}
