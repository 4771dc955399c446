import type { ServerResponse } from 'node:http'
import { Problem, notFound } from '#contract/problem.ts'
import type { CommandEvent, RemoteMessage, RemoteShown, SessionEvent } from '#contract/remote.ts'
import { eventText } from '#server/live/event-text.ts'
import { createHub, type Hub } from '#server/live/hub.ts'
import type { WallRegistry } from '#server/walls/wall-registry.ts'
import type { RemoteFile } from './remote-file.ts'
import { refusalProblem, UNKNOWN } from './refusals.ts'
import { createRemoteCodes, type ShownCode } from './remote-codes.ts'
import { createRemoteSessions, type EndReason, type Session } from './remote-sessions.ts'
import { createWallChannels } from './wall-channels.ts'

export interface DeskOptions {
  readonly registry: Pick<WallRegistry, 'lines'>
  /** Where tablets reach the pages, when that is not where walls do. */
  readonly publicUrl: string | undefined
  readonly now: () => Date
  /** Absent: nothing outlives a restart. */
  readonly file: Pick<RemoteFile, 'known' | 'save'> | undefined
}

/** The tablet's page may be open beside the desk's dialog. */
const PAGES = 4

const iso = (epoch: number): string => new Date(epoch).toISOString()

/** Between tablets and walls: who is paired with what, and what goes to whom when that changes. Knows no HTTP but its open streams. */
export function createRemoteDesk({ registry, publicUrl, now: clock, file }: DeskOptions) {
  const now = (): number => clock().getTime()
  const tablets = new Map<string, Hub>()
  const walls = createWallChannels(file?.known.keys ?? [], () => save())
  const codes = createRemoteCodes(now)
  let number = 0

  const wallName = (id: string): string => {
    const line = registry.lines().find((wall) => wall.id === id)
    if (line === undefined) throw notFound('大屏', id)
    return line.name
  }
  const eventOf = ({ wall, expiresAt }: Session): SessionEvent => ({
    now: iso(now()),
    expiresAt: iso(expiresAt),
    online: walls.isOnline(wall),
    wall: { id: wall, name: registry.lines().find(({ id }) => id === wall)?.name ?? wall },
    shown: walls.shown(wall)
  })
  const tellTablet = (session: Session): void => tablets.get(session.id)?.send(eventText('session', eventOf(session)))
  const ended = ({ id, wall }: Session, reason: EndReason): void => {
    const hub = tablets.get(id)
    tablets.delete(id)
    hub?.send(eventText('ended', { reason }))
    hub?.close()
    if (reason !== 'taken') walls.send(wall, 'control', { on: false, how: reason })
    save()
  }
  const sessions = createRemoteSessions({ now, known: file?.known.sessions ?? [], onEnded: ended })
  const save = (): void => file?.save({ sessions: sessions.all(), keys: walls.keys() })

  const codeEvent = ({ code, expiresAt }: ShownCode): object => ({ code, expiresAt: iso(expiresAt), ...(publicUrl === undefined ? {} : { url: publicUrl }) })

  /** @throws Problem 401 or 409 */
  const sessionOf = (token: string): Session => {
    const found = sessions.find(token)
    if (typeof found === 'object') return found
    throw refusalProblem(found ?? UNKNOWN)
  }

  return {
    now,
    iso,
    walls,
    /** @throws Problem 404 for a wall that has not reported. */
    wallName,
    sessionOf,
    /** A wall has opened its stream. */
    wallCame: (wall: string, client: ServerResponse): void => {
      const session = sessions.of(wall)
      const code = codes.of(wall)
      client.write(eventText('control', { on: session !== undefined, how: 'now' }))
      if (code !== undefined) client.write(eventText('code', codeEvent(code)))
      walls.add(wall, client)
      if (session !== undefined) tellTablet(session)
      client.on('close', () => {
        const left = sessions.of(wall)
        if (left !== undefined) tellTablet(left)
      })
    },
    wallShows: (wall: string, shown: RemoteShown): void => {
      walls.setShown(wall, shown)
      const session = sessions.of(wall)
      if (session !== undefined) tellTablet(session)
    },
    /** @throws Problem 503 for a wall that does not listen. */
    askCode: (wall: string): ShownCode => {
      if (!walls.isOnline(wall)) throw new Problem(503, '大屏不在线', '它连上以后再要配对码')
      const code = codes.ask(wall)
      walls.send(wall, 'code', codeEvent(code))
      return code
    },
    pair: (code: string) => {
      const wall = codes.use(code)
      if (wall === undefined) return undefined
      const { token, session, taken } = sessions.start(wall)
      save()
      walls.setShown(wall, null)
      walls.send(wall, 'control', { on: true, how: taken ? 'taken' : 'paired' })
      return { token, wall: { id: wall, name: eventOf(session).wall.name }, expiresAt: iso(session.expiresAt), now: iso(now()) }
    },
    /** @throws Problem 503 where a tablet has too many pages open. */
    checkRoom: ({ id }: Session): void => {
      if (tablets.get(id)?.isFull() === true) throw new Problem(503, '遥控页开得太多', '请关掉几个')
    },
    tabletCame: (session: Session, client: ServerResponse): void => {
      const hub = tablets.get(session.id) ?? createHub(PAGES)
      tablets.set(session.id, hub)
      hub.add(client)
      client.write(eventText('session', eventOf(session)))
    },
    renew: (token: string): Session => {
      const renewed = sessions.renew(token)
      if (typeof renewed !== 'object') throw refusalProblem(renewed ?? UNKNOWN)
      save()
      tellTablet(renewed)
      return renewed
    },
    leave: (token: string): void => {
      sessions.leave(token)
    },
    /** @throws Problem for a message that is not to be obeyed. */
    command: (token: string, message: RemoteMessage): void => {
      const accepted = sessions.accept(token, message)
      if ('refused' in accepted) throw refusalProblem(accepted.refused)
      if (!walls.isOnline(accepted.wall)) throw new Problem(503, '大屏不在线', '指令没有送到')
      number += 1
      const event: CommandEvent = { number, seq: message.seq, at: now(), command: message.command }
      walls.send(accepted.wall, 'command', event)
    },
    beat: (): void => {
      sessions.sweep()
      walls.sendAll('heartbeat', { now: iso(now()) })
      for (const [id, hub] of tablets) {
        const session = sessions.byId(id)
        if (session === undefined || hub.isEmpty()) tablets.delete(id)
        else tellTablet(session)
      }
    },
    close: (): void => {
      walls.close()
      for (const hub of tablets.values()) hub.close()
    }
  }
}

export type RemoteDesk = ReturnType<typeof createRemoteDesk>
