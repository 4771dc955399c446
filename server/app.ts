import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Repository } from '#contract/repository.ts'
import { createAnswerBook, type AnswerBook } from './answers/answer-book.ts'
import { guard, type AccessOptions } from './access/guard.ts'
import { sessionRoute } from './access/session-route.ts'
import { adminRoute, type AdminOptions } from './http/admin-route.ts'
import { endpointRoutes } from './http/endpoint-routes.ts'
import { healthRoutes } from './http/health-routes.ts'
import { openApiRoute } from './http/openapi-route.ts'
import { manifestRoute } from './http/manifest-route.ts'
import { deckRoutes } from './http/deck-routes.ts'
import { clientAddresses } from './http/client-address.ts'
import { sharesOfQueue } from './http/file-client.ts'
import { jobRoutes, jobsOf } from './http/job-routes.ts'
import { pictureRoutes, picturesOf, type PictureOptions } from './http/picture-routes.ts'
import { oEmbedRoute } from './http/oembed-route.ts'
import { answerUnknown, pageRoutes, type PageOptions } from './http/page-routes.ts'
import { answerErrors, problemOf, sendProblem, type Log } from './http/problems.ts'
import { secure } from './http/security.ts'
import { eventsRoute, type LiveOptions } from './live/events-route.ts'
import { remoteRoutes, type RemoteOptions } from './remote/remote-routes.ts'
import { buildIdOf } from './walls/build-id.ts'
import { wallsRoutes, type WallsOptions } from './walls/walls-routes.ts'

export interface AppOptions {
  /** What makes two deployments of the same release answer differently; part of every ETag. */
  readonly salt: string
  readonly live: Omit<LiveOptions, 'build'>
  readonly log: Log
  /** Absent: an API without pages. */
  readonly pages?: PageOptions
  /** Absent: panels are not drawn. */
  readonly pictures?: PictureOptions
  /** Absent: nothing can be published over HTTP. */
  readonly admin?: AdminOptions
  /** Absent: walls cannot report. */
  readonly walls?: WallsOptions
  /** How tablets steer those walls. */
  readonly remote?: RemoteOptions
  /** Absent: whoever reaches the port reads everything. */
  readonly access?: AccessOptions
  /** Origins whose pages may frame the embeds, beside our own. */
  readonly embedOrigins?: readonly string[]
  readonly publicUrl?: string | undefined
  /** Addresses and networks of the operator's own proxies, which are believed whom they ask for. */
  readonly trustedProxies?: readonly string[]
  /** Told of every route. */
  readonly onRoute?: (route: { readonly method: string | readonly string[]; readonly url: string }) => void
}

const RETRY_MS = 5000

/** A new release is built first and served then; a failure to build leaves the last one standing and is tried again. */
function followReleases(app: FastifyInstance, repository: Repository, book: AnswerBook, log: Log): void {
  let retry: NodeJS.Timeout | undefined
  const follow = (): void => {
    clearTimeout(retry)
    book.turn().catch((error: unknown) => {
      log(error)
      retry = setTimeout(follow, RETRY_MS).unref()
    })
  }
  const unsubscribe = repository.subscribe(follow)
  app.addHook('preClose', async () => {
    unsubscribe()
    clearTimeout(retry)
  })
}

const create = (): FastifyInstance =>
  Fastify({
    requestTimeout: 30_000,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    return503OnClosing: false,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemOf(error))
  })

/** The whole HTTP side over a repository: it knows no database, no environment and no port. */
export async function createApp(repository: Repository, options: AppOptions): Promise<FastifyInstance> {
  const app = create()
  if (options.onRoute !== undefined) app.addHook('onRoute', options.onRoute)
  const addressOf = clientAddresses(options.trustedProxies ?? [])
  const book = createAnswerBook(repository, options.salt)
  const build = options.pages === undefined ? () => undefined : buildIdOf(join(options.pages.clientDir, 'index.html'))
  await secure(app)
  answerErrors(app, options.log)
  answerUnknown(app)
  if (options.access !== undefined) {
    guard(app, book, options.salt, options.access)
    sessionRoute(app, options.access)
  }
  endpointRoutes(app, book)
  if (options.pictures !== undefined) {
    const pictures = picturesOf(app, options.salt, options.pictures)
    const [hold, jobs] = [sharesOfQueue({ guarded: options.access !== undefined, addressOf }), jobsOf(options.log)]
    pictureRoutes(app, book, pictures, hold)
    deckRoutes(app, book, { pictures, hold, jobs, publicUrl: options.publicUrl })
    jobRoutes(app, jobs)
  }
  oEmbedRoute(app, book, { salt: options.salt, publicUrl: options.publicUrl })
  await openApiRoute(app)
  eventsRoute(app, book, { ...options.live, build })
  healthRoutes(app, book)
  if (options.admin !== undefined) adminRoute(app, book, options.admin)
  if (options.walls !== undefined) {
    wallsRoutes(app, { build, addressOf, ...options.walls })
    remoteRoutes(app, { ...options.remote, registry: options.walls.registry, addressOf, heartbeatSeconds: options.live.heartbeatSeconds })
  }
  if (options.pages !== undefined) {
    manifestRoute(app, book, options.pages)
    const embeds = { origins: options.embedOrigins ?? [], publicUrl: options.publicUrl, discoverable: options.access === undefined }
    await pageRoutes(app, options.pages, embeds)
  }
  followReleases(app, repository, book, options.log)
  await book.turn()
  return app
}
