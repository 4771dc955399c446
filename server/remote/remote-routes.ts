import type { FastifyInstance } from 'fastify'
import type { AddressOf } from '#server/http/client-address.ts'
import type { WallRegistry } from '#server/walls/wall-registry.ts'
import { createRemoteDesk } from './remote-desk.ts'
import type { RemoteFile } from './remote-file.ts'
import { tabletSideRoutes } from './tablet-side-routes.ts'
import { wallSideRoutes } from './wall-side-routes.ts'

export interface RemoteOptions {
  readonly publicUrl?: string | undefined
  readonly now?: () => Date
  /** Absent: nothing outlives a restart. */
  readonly file?: Pick<RemoteFile, 'known' | 'save'>
}

interface RemoteSetting extends RemoteOptions {
  readonly registry: WallRegistry
  readonly addressOf: AddressOf
  readonly heartbeatSeconds: number
}

/** Tablets steer walls that have reported. */
export function remoteRoutes(app: FastifyInstance, { registry, addressOf, heartbeatSeconds, publicUrl, file, now = () => new Date() }: RemoteSetting): void {
  const desk = createRemoteDesk({ registry, publicUrl, now, file })
  const timer = setInterval(desk.beat, heartbeatSeconds * 1000)
  app.addHook('preClose', async () => {
    clearInterval(timer)
    desk.close()
  })
  wallSideRoutes(app, desk, addressOf)
  tabletSideRoutes(app, desk, addressOf)
}
