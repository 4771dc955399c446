import * as z from 'zod/mini'
import {
  CommandAnswer,
  EndedEvent,
  PairAnswer,
  RenewAnswer,
  remoteCommandsPath,
  type RemoteMessage,
  remotePairPath,
  remoteSessionPath,
  SessionEvent
} from '#contract/remote.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { setClock } from '#format/clock.ts'
import { ask } from './ask.ts'
import { openStream, type StreamState } from './stream.ts'

/** Why a pairing is over; `unknown`: the server knows nothing of it, as after its restart. */
export type PairingEnd = EndedEvent['reason'] | 'unknown'

/** Every answer sets the clock: messages carry the server's time. */
async function timed<T extends { readonly now: string }>(answer: Promise<T>): Promise<T> {
  const got = await answer
  setClock(got.now)
  return got
}

/** @throws RequestError in the server's words */
export const pair = (code: string): Promise<PairAnswer> => timed(ask(remotePairPath, PairAnswer, { method: 'POST', body: { code } }))

/** Another quarter of an hour. @throws RequestError in the server's words */
export const renew = (token: string): Promise<{ readonly expiresAt: string }> => timed(ask(remoteSessionPath, RenewAnswer, { method: 'POST', body: {}, token }))

export const leave = (token: string): Promise<unknown> => ask(remoteSessionPath, z.unknown(), { method: 'DELETE', token })

/** @throws RequestError in the server's words */
export const sendMessage = (token: string, message: RemoteMessage): Promise<unknown> =>
  timed(ask(remoteCommandsPath, CommandAnswer, { method: 'POST', body: message, token }))

type News = ({ readonly session: SessionEvent } | { readonly ended: EndedEvent }) & { readonly now?: string }

function read(event: string, data: unknown): News | undefined {
  if (event === 'session') {
    const { success, data: session } = parseTolerantly(SessionEvent, data)
    return success ? { session, now: session.now } : undefined
  }
  const ended = event === 'ended' ? EndedEvent.safeParse(data) : undefined
  return ended?.success === true ? { ended: ended.data } : undefined
}

interface SessionStream {
  readonly token: string
  readonly onSession: (session: SessionEvent) => void
  readonly onEnd: (reason: PairingEnd) => void
  readonly onState: (state: StreamState) => void
}

/** Listens to how the paired wall is, until the pairing ends. Returns a function that stops it. */
export function openSessionStream({ token, onSession, onEnd, onState }: SessionStream): () => void {
  const stop = openStream<News>({
    address: remoteSessionPath,
    headers: { authorization: `Bearer ${token}` },
    read,
    onState,
    onNews: (news) => {
      if ('session' in news) return onSession(news.session)
      stop()
      onEnd(news.ended.reason)
    },
    onRefused: (status) => {
      if (status !== 401 && status !== 409) return 'again'
      onEnd(status === 409 ? 'taken' : 'unknown')
      return 'stop'
    }
  })
  return stop
}
