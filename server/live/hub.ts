import type { ServerResponse } from 'node:http'

/** A client that has let this much pile up is not reading. */
const STUCK_BYTES = 64 * 1024

export interface Hub {
  readonly isFull: () => boolean
  readonly isEmpty: () => boolean
  readonly add: (client: ServerResponse) => void
  readonly send: (text: string) => void
  readonly close: () => void
}

/** Everybody who listens. A stuck client is dropped rather than queued for: it will connect again. */
export function createHub(limit: number): Hub {
  const clients = new Set<ServerResponse>()
  const drop = (client: ServerResponse): void => {
    clients.delete(client)
    client.destroy()
  }
  return {
    isFull: () => clients.size >= limit,
    isEmpty: () => clients.size === 0,
    add: (client) => {
      clients.add(client)
      client.on('close', () => clients.delete(client))
      client.on('error', () => drop(client))
    },
    send: (text) => {
      for (const client of clients) {
        if (client.writableLength > STUCK_BYTES) drop(client)
        else client.write(text)
      }
    },
    close: () => {
      for (const client of clients) client.end()
      clients.clear()
    }
  }
}
