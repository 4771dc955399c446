import * as z from 'zod/mini'
import { CodeAnswer, CodeEvent, CommandEvent, ControlEvent, type RemoteShown, wallCodePath, wallRemotePath } from '#contract/remote.ts'
import { HeartbeatEvent } from '#contract/endpoints.ts'
import { WAIT } from '#tokens/durations.ts'
import { ask } from './ask.ts'
import { openStream } from './stream.ts'

/** What the server tells a wall. */
export type WallNews =
  | { readonly kind: 'heartbeat'; readonly now: string }
  | { readonly kind: 'code'; readonly code: CodeEvent }
  | { readonly kind: 'control'; readonly control: ControlEvent }
  | { readonly kind: 'command'; readonly command: CommandEvent }

const pathOf = (path: string, wall: string): string => path.replace(':id', encodeURIComponent(wall))

function newsOf(event: string, data: unknown): WallNews | undefined {
  switch (event) {
    case 'heartbeat':
      return { kind: 'heartbeat', now: HeartbeatEvent.parse(data).now }
    case 'code':
      return { kind: 'code', code: CodeEvent.parse(data) }
    case 'control':
      return { kind: 'control', control: ControlEvent.parse(data) }
    case 'command':
      return { kind: 'command', command: CommandEvent.parse(data) }
  }
}

type TimedNews = WallNews & { readonly now?: string }

interface WallStream {
  readonly wall: string
  readonly key: string
  readonly onNews: (news: WallNews) => void
  /** What came is not of the contract, or not for this wall. */
  readonly onFault: (error: unknown) => void
}

/** A server that does not know this wall yet, or knows another under its name, is not asked every second. */
const refusedWait = (): number => 2 * WAIT.report

/** Listens for commands to a wall, for good. Returns a function that stops it. */
export const openWallStream = ({ wall, key, onNews, onFault }: WallStream): (() => void) =>
  openStream<TimedNews>({
    address: pathOf(wallRemotePath, wall),
    headers: { authorization: `Bearer ${key}` },
    read: (event, data): TimedNews | undefined => {
      try {
        return newsOf(event, data)
      } catch (error) {
        onFault(error)
        return undefined
      }
    },
    onNews,
    onRefused: (status) => {
      if (status === 403) onFault(new Error('another wall listens under this name'))
      return status === 503 ? 'again' : refusedWait()
    }
  })

interface Own {
  readonly wall: string
  /** The wall's; without it a stranger asks. */
  readonly key?: string
}

/** Has a wall show its code. @throws RequestError in the server's words */
export const askCode = ({ wall, key }: Own): Promise<{ readonly expiresAt: string }> =>
  ask(pathOf(wallCodePath, wall), CodeAnswer, { method: 'POST', body: {}, ...(key === undefined ? {} : { token: key }) })

/** @throws RequestError in the server's words */
export const tellShown = ({ wall, key = '' }: Own, shown: RemoteShown): Promise<unknown> =>
  ask(pathOf(wallRemotePath, wall), z.unknown(), { method: 'POST', body: shown, token: key })
