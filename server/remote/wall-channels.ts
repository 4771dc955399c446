import { createHash, timingSafeEqual } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { RemoteShown } from '#contract/remote.ts'
import { eventText } from '#server/live/event-text.ts'
import { createHub, type Hub } from '#server/live/hub.ts'
import type { RemoteState } from './remote-file.ts'

export interface WallChannels {
  /** Whether the key is the wall's: the first that comes for a wall is, from then on no other. */
  readonly holds: (wall: string, key: string) => boolean
  readonly isFull: (wall: string) => boolean
  readonly add: (wall: string, client: ServerResponse) => void
  readonly isOnline: (wall: string) => boolean
  readonly send: (wall: string, event: string, data: object) => void
  readonly sendAll: (event: string, data: object) => void
  /** What the wall has said that it shows. */
  readonly shown: (wall: string) => RemoteShown | null
  readonly setShown: (wall: string, shown: RemoteShown | null) => void
  readonly keys: () => RemoteState['keys']
  readonly close: () => void
}

interface Channel {
  readonly key: Buffer
  readonly hub: Hub
  shown: RemoteShown | null
}

/** As many as the list of walls has. */
const WALLS = 200
/** A profile may have its wall open twice for a moment. */
const PAGES = 4

const digest = (key: string): Buffer => createHash('sha256').update(key).digest()

const newChannel = (key: Buffer): Channel => ({ key, hub: createHub(PAGES), shown: null })

/** The walls that listen for commands, each with the key it came with. */
export function createWallChannels(known: RemoteState['keys'], onKey: () => void): WallChannels {
  const channels = new Map<string, Channel>(known.map((it) => [it.wall, newChannel(Buffer.from(it.digest, 'base64url'))]))
  const makeRoom = (): void => {
    for (const [wall, { hub }] of channels) if (channels.size >= WALLS && hub.isEmpty()) channels.delete(wall)
  }
  const open = (wall: string, key: string): Channel | undefined => {
    makeRoom()
    if (channels.size >= WALLS) return undefined
    const channel = newChannel(digest(key))
    channels.set(wall, channel)
    onKey()
    return channel
  }
  return {
    holds: (wall, key) => {
      const channel = channels.get(wall) ?? open(wall, key)
      return channel !== undefined && channel.key.length === digest(key).length && timingSafeEqual(channel.key, digest(key))
    },
    isFull: (wall) => channels.get(wall)?.hub.isFull() ?? true,
    add: (wall, client) => channels.get(wall)?.hub.add(client),
    isOnline: (wall) => channels.get(wall)?.hub.isEmpty() === false,
    send: (wall, event, data) => channels.get(wall)?.hub.send(eventText(event, data)),
    sendAll: (event, data) => {
      for (const { hub } of channels.values()) hub.send(eventText(event, data))
    },
    shown: (wall) => channels.get(wall)?.shown ?? null,
    setShown: (wall, shown) => {
      const channel = channels.get(wall)
      if (channel !== undefined) channel.shown = shown
    },
    keys: () => [...channels].map(([wall, { key }]) => ({ wall, digest: key.toString('base64url') })),
    close: () => {
      for (const { hub } of channels.values()) hub.close()
    }
  }
}
