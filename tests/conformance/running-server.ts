import { createServer, type RequestListener, type Server } from 'node:http'
import { apiAt } from './command.ts'
import type { Api } from './rule.ts'

/** An implementation that runs until it is closed. */
export interface Running {
  readonly url: string
  readonly api: Api
  readonly close: () => Promise<void>
}

function urlOf(server: Server): string {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port')
  return `http://127.0.0.1:${address.port}`
}

/** A Node server on a free port of this machine. */
export async function listening(server: Server): Promise<Running> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const url = urlOf(server)
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url, api: apiAt(url), close }
}

export const serving = (listener: RequestListener): Promise<Running> => listening(createServer(listener))
