import type { FastifyInstance } from 'fastify'
import { createApp, type AppOptions } from '#server/app.ts'
import type { PageOptions } from '#server/http/page-routes.ts'
import type { PictureOptions } from '#server/http/picture-routes.ts'
import type { Pack } from '#server/pack/pack.ts'
import { createPublisher, type Publisher } from '#server/release/publisher.ts'
import type { Store } from '#server/release/store.ts'
import { createRepository } from '#server/repository.ts'
import type { RemoteOptions } from '#server/remote/remote-routes.ts'
import { createWallRegistry } from '#server/walls/wall-registry.ts'
import type { WallsOptions } from '#server/walls/walls-routes.ts'
import { memoryStore } from './memory-store.ts'
import { tinyPack } from './tiny-pack.ts'

export interface TinyServer {
  readonly app: FastifyInstance
  readonly store: Store
  readonly publisher: Publisher
  readonly token: string
  readonly errors: unknown[]
}

export interface TinyServerOptions {
  /** Closed by whoever opened it. */
  readonly store?: Store
  readonly pack?: Pack
  readonly demo?: boolean
  readonly hideRanks?: boolean
  readonly publicUrl?: string
  readonly clients?: number
  readonly heartbeatSeconds?: number
  /** When releases are made. */
  readonly now?: () => Date
  readonly walls?: WallsOptions
  readonly remote?: RemoteOptions
  readonly pages?: PageOptions
  readonly pictures?: PictureOptions
  readonly access?: AppOptions['access']
  readonly embedOrigins?: readonly string[]
  readonly trustedProxies?: readonly string[]
  readonly onRoute?: AppOptions['onRoute']
}

/** The server over a store, in memory unless another is given; the caller listens or injects, and closes. */
export async function startTinyServer({
  store = memoryStore(),
  pack = tinyPack(),
  demo = true,
  hideRanks = false,
  publicUrl,
  clients = 10,
  heartbeatSeconds = 3600,
  now,
  walls = { registry: createWallRegistry(), operatorToken: undefined },
  remote,
  pages,
  pictures,
  access,
  embedOrigins,
  trustedProxies,
  onRoute
}: TinyServerOptions = {}): Promise<TinyServer> {
  const [token, errors] = ['test-token', new Array<unknown>()]
  const publisher = createPublisher(store, now)
  await publisher.installPack(pack)
  const repository = createRepository(store, { demo, hideRanks, version: '0.0.0', publicUrl })
  const app = await createApp(repository, {
    salt: `${demo} ${hideRanks}`,
    live: { heartbeatSeconds, clients },
    log: (error) => errors.push(error),
    admin: { token, publisher },
    walls,
    ...(remote === undefined ? {} : { remote }),
    ...(pages === undefined ? {} : { pages }),
    ...(pictures === undefined ? {} : { pictures }),
    ...(access === undefined ? {} : { access }),
    ...(embedOrigins === undefined ? {} : { embedOrigins }),
    ...(trustedProxies === undefined ? {} : { trustedProxies }),
    ...(onRoute === undefined ? {} : { onRoute }),
    publicUrl
  })
  return { app, store, publisher, token, errors }
}
