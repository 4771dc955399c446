import type { FastifyRequest } from 'fastify'

/** A name or address with an optional port, as browsers write it. */
const HOST = /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i

/** Where the pages are reached: as the operator says, or else as the request does. Undefined for a request that names no host. */
export function ownAddress({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>, publicUrl: string | undefined): string | undefined {
  if (publicUrl !== undefined) return publicUrl
  return HOST.test(host) ? `${protocol}://${host}/` : undefined
}
