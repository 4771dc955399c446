import { createHash, randomBytes } from 'node:crypto'
import { CONTROL_MS, STALE_MS, type EndedEvent, type RemoteMessage } from '#contract/remote.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import { createBucket } from './bucket.ts'

export type EndReason = EndedEvent['reason']

/** A pairing of one tablet with one wall. `id` is the digest of its token, which is kept nowhere. */
export interface Session {
  readonly id: string
  readonly wall: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** Why a message is not obeyed. */
export type Refusal = 'unknown' | EndReason | 'wall' | 'replayed' | 'stale' | 'flood'

export interface RemoteSessions {
  /** The wall's one controller from now on; whoever was that is not any more. */
  readonly start: (wall: string) => { readonly token: string; readonly session: Session; readonly taken: boolean }
  readonly find: (token: string) => Session | EndReason | undefined
  /** The wall's controller. */
  readonly of: (wall: string) => Session | undefined
  readonly byId: (id: string) => Session | undefined
  /** Whether a message is to be obeyed: the wall it is for, else why not. */
  readonly accept: (token: string, message: RemoteMessage) => { readonly wall: string } | { readonly refused: Refusal }
  readonly renew: (token: string) => Session | EndReason | undefined
  readonly leave: (token: string) => void
  /** Ends those whose time is over. */
  readonly sweep: () => void
  readonly all: () => Session[]
}

interface Options {
  readonly now: () => number
  /** Of an earlier run. */
  readonly known?: readonly Session[]
  readonly onEnded?: (session: Session, reason: EndReason) => void
}

/** Clocks are compared over a network: so much may a message seem to come from the future. */
const AHEAD_MS = 1_000
const POINTS = { burst: 45, perSecond: 35 }
const OTHERS = { burst: 16, perSecond: 8 }
/** Tokens whose pairing has ended: so many are told why. */
const ENDED = 500

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url')

interface Kept {
  session: Session
  seq: number
  readonly allows: (kind: string, now: number) => boolean
}

function limits(): Kept['allows'] {
  const [points, others] = [createBucket(POINTS), createBucket(OTHERS)]
  return (kind, now) => (kind === 'point' ? points : others)(now)
}

/** Who steers which wall: in memory, by the server's clock, one controller a wall. */
export function createRemoteSessions({ now, known = [], onEnded = () => undefined }: Options): RemoteSessions {
  const byId = new Map<string, Kept>(known.map((session) => [session.id, { session, seq: 0, allows: limits() }]))
  /** The numbers of an earlier run are not known any more: what was sent before this one is none of its business. */
  const since = known.length === 0 ? 0 : now()
  const ended = recentlyUsed<EndReason>(ENDED)

  const end = (session: Session, reason: EndReason): void => {
    byId.delete(session.id)
    ended.set(session.id, reason)
    onEnded(session, reason)
  }
  const keptBy = (token: string): Kept | EndReason | undefined => {
    const id = digest(token)
    const kept = byId.get(id)
    if (kept === undefined) return ended.get(id)
    if (kept.session.expiresAt > now()) return kept
    end(kept.session, 'expired')
    return 'expired'
  }
  const ofWall = (wall: string): Session | undefined => [...byId.values()].find(({ session }) => session.wall === wall)?.session
  const sweep = (): void => {
    for (const { session } of byId.values()) if (session.expiresAt <= now()) end(session, 'expired')
  }

  const refusalOf = (kept: Kept, { wall, seq, sentAt, command }: RemoteMessage): Refusal | undefined => {
    if (wall !== kept.session.wall) return 'wall'
    if (seq <= kept.seq) return 'replayed'
    if (sentAt < Math.max(since, now() - STALE_MS) || sentAt > now() + AHEAD_MS) return 'stale'
    return kept.allows(command.kind, now()) ? undefined : 'flood'
  }

  return {
    start: (wall) => {
      sweep()
      const before = ofWall(wall)
      if (before !== undefined) end(before, 'taken')
      const token = randomBytes(32).toString('base64url')
      const session = { id: digest(token), wall, expiresAt: now() + CONTROL_MS }
      byId.set(session.id, { session, seq: 0, allows: limits() })
      return { token, session, taken: before !== undefined }
    },
    find: (token) => {
      const kept = keptBy(token)
      return typeof kept === 'object' ? kept.session : kept
    },
    of: (wall) => {
      sweep()
      return ofWall(wall)
    },
    byId: (id) => byId.get(id)?.session,
    accept: (token, message) => {
      const kept = keptBy(token)
      if (typeof kept !== 'object') return { refused: kept ?? 'unknown' }
      const refused = refusalOf(kept, message)
      if (refused !== undefined) return { refused }
      kept.seq = message.seq
      return { wall: kept.session.wall }
    },
    renew: (token) => {
      const kept = keptBy(token)
      if (typeof kept !== 'object') return kept
      kept.session = { ...kept.session, expiresAt: now() + CONTROL_MS }
      return kept.session
    },
    leave: (token) => {
      const kept = keptBy(token)
      if (typeof kept === 'object') end(kept.session, 'left')
    },
    sweep,
    all: () => [...byId.values()].map(({ session }) => session)
  }
}
