import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { PING_MS, type RemoteCommand, type SessionEvent } from '#contract/remote.ts'
import { RequestError } from '#queries/request.ts'
import { leave, openSessionStream, type PairingEnd, renew, sendMessage } from '#queries/remote-tablet.ts'
import { createCommander } from './commander.ts'
import { currentPairing, dropPairing, keepPairing, onPairing, type Pairing } from './pairing.ts'

export interface Remote {
  readonly pairing: Pairing
  /** What is known of the wall; null until something is. */
  readonly session: SessionEvent | null
  /** The wall listens and answers. */
  readonly online: boolean
  /** From here to the wall and back, in milliseconds; null until the wall has answered. */
  readonly delay: number | null
  /** Why the last command was not obeyed. */
  readonly trouble: string | null
  readonly send: (command: RemoteCommand) => void
  readonly more: () => void
  readonly letGo: () => void
}

export const usePairing = (): Pairing | null => useSyncExternalStore(onPairing, currentPairing)

const wordsOf = (error: unknown): string => (error instanceof RequestError ? error.message : '服务器没有答复')

/** A wall that is silent for so long is not there, whatever the server believes. */
const SILENT_MS = 4_000

/** Why the pairing is not any more, for who had it. */
export const END_WORDS: Readonly<Record<PairingEnd, string>> = {
  taken: '控制权已移交：另一台平板已与这块大屏配对',
  left: '已断开，大屏回到轮播',
  expired: '控制时间已到，大屏回到轮播',
  unknown: '配对已失效，请重新配对'
}

interface Options {
  readonly pairing: Pairing
  readonly onEnd: (reason: PairingEnd) => void
}

/** The tablet's end: what the wall shows, and what it is told. */
export function useRemote({ pairing, onEnd }: Options): Remote {
  const { token, wall } = pairing
  const [session, setSession] = useState<SessionEvent | null>(null)
  const [linked, setLinked] = useState(false)
  const [silent, setSilent] = useState(false)
  const [delay, setDelay] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const commander = useMemo(
    () => createCommander({ wall: wall.id, post: (message) => sendMessage(token, message), onError: (error) => setTrouble(wordsOf(error)) }),
    [token, wall.id]
  )
  const send = useCallback(
    (command: RemoteCommand) => {
      setTrouble(null)
      commander.send(command)
    },
    [commander]
  )
  useEffect(() => {
    const end = (reason: PairingEnd): void => {
      if (dropPairing(token)) onEnd(reason)
    }
    const onSession = (next: SessionEvent): void => {
      setSession(next)
      const took = next.shown === null ? undefined : commander.acknowledged(next.shown.seq)
      if (took === undefined) return
      setDelay(took)
      setSilent(false)
    }
    return openSessionStream({ token, onSession, onEnd: end, onState: ({ connected }) => setLinked(connected) })
  }, [token, commander, onEnd])
  useEffect(() => {
    const ping = (): void => commander.send({ kind: 'ping' })
    const look = (): void => setSilent(performance.now() - (commander.waitsSince() ?? performance.now()) > SILENT_MS)
    const timers = [setInterval(ping, PING_MS), setInterval(look, 1_000)]
    ping()
    return () => timers.forEach(clearInterval)
  }, [commander])
  const more = useCallback(() => {
    renew(token).then(
      ({ expiresAt }) => keepPairing({ ...pairing, expiresAt }),
      (error: unknown) => setTrouble(wordsOf(error))
    )
  }, [token, pairing])
  const letGo = useCallback(() => {
    leave(token).catch(() => undefined)
    keepPairing(null)
    onEnd('left')
  }, [token, onEnd])
  return { pairing, session, online: linked && session?.online === true && !silent, delay, trouble, send, more, letGo }
}
