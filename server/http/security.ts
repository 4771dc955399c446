import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const SELF = "'self'"

const directives = {
  defaultSrc: [SELF],
  scriptSrc: [SELF],
  styleSrc: [SELF],
  imgSrc: [SELF, 'data:', 'blob:'],
  fontSrc: [SELF],
  connectSrc: [SELF],
  workerSrc: [SELF],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: [SELF],
  frameAncestors: [SELF]
}

/** Pages of other origins may show these: a host that isolates itself asks for this header. */
export const shared = ['cross-origin-resource-policy', 'cross-origin'] as const
const PICTURE = /^\/api\/v1\/panels\/.+\.(svg|png)$/

/**
 * Everything comes from this server. Neither HSTS nor upgrade-insecure-requests: walls on a county LAN are served over
 * plain http, and either would lock them out.
 */
export async function secure(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xFrameOptions: { action: 'sameorigin' },
    contentSecurityPolicy: { useDefaults: false, directives }
  })
  app.addHook('onRequest', async ({ routeOptions: { url = '' } }, reply) => {
    if (PICTURE.test(url)) reply.raw.setHeader(...shared)
  })
}

/** What a page that may be framed has in place of the headers of all others: everything as strict, but for who frames it. */
export const framedBy = (origins: readonly string[]) => ({
  xFrameOptions: false,
  contentSecurityPolicy: { useDefaults: false, directives: { ...directives, frameAncestors: [SELF, ...origins] } }
})
