import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Place } from '#server/render/place.ts'
import { createShares, type Sharer } from '#server/render/shares.ts'
import type { AddressOf } from './client-address.ts'

/** Of the places in the queue, for one credential or address. */
const SHARE = 16

/** Takes of the asker's share for what is made for them. @throws Problem 503 where they have it all; the place is left then */
export type HoldPlace = <T>(request: FastifyRequest, place: Place<T>) => Place<T>

interface ShareOptions {
  /** The gate has read the credential; where there is none, anybody could make one up for each request, and the address tells who asks. */
  readonly guarded: boolean
  readonly addressOf: AddressOf
}

/** Pictures and files of one asker count together. */
export function sharesOfQueue({ guarded, addressOf }: ShareOptions): HoldPlace {
  const { hold } = createShares(SHARE)
  const whoAsks = (request: FastifyRequest): Sharer => {
    const credential = guarded ? request.headers.authorization : undefined
    return credential === undefined ? { id: addressOf(request), called: '您所在的网络' } : { id: credential, called: '本设备' }
  }
  return (request, place) => hold(whoAsks(request), place)
}

/** What is made for a client, who leaves by closing the connection. @throws GivenUp to nobody: they have gone */
export function untilMade<T>(reply: FastifyReply, { made, leave }: Place<T>): Promise<T> {
  if (reply.raw.destroyed) leave()
  else reply.raw.once('close', leave)
  return made
}
