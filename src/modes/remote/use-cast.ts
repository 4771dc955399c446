import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { PING_MS, type RemoteCommand } from '#contract/remote.ts'
import { RequestError } from '#queries/request.ts'
import { sendMessage } from '#queries/remote-tablet.ts'
import { createCommander } from './commander.ts'
import { keepPairing, type Pairing } from './pairing.ts'

/** The server's word that this tablet steers nothing any more. */
const OVER = new Set([401, 409])

interface Cast {
  readonly state: 'sending' | 'sent' | 'failed'
  readonly words: string
  readonly send: (command: RemoteCommand) => void
}

/** Sends the first command at once, and says that somebody is here for as long as the dialog is open. */
export function useCast({ token, wall }: Pairing, first: RemoteCommand, onOver: (words: string) => void): Cast {
  const [{ state, words }, set] = useState<Pick<Cast, 'state' | 'words'>>({ state: 'sending', words: '' })
  const commander = useMemo(
    () =>
      createCommander({
        wall: wall.id,
        post: async (message) => {
          await sendMessage(token, message)
          set({ state: 'sent', words: '' })
        },
        onError: (error) => {
          const reason = error instanceof RequestError ? error.message : '服务器没有答复'
          set({ state: 'failed', words: reason })
          if (!(error instanceof RequestError) || !OVER.has(error.status ?? 0)) return
          keepPairing(null)
          onOver(reason)
        }
      }),
    [token, wall.id, onOver]
  )
  const begin = useEffectEvent(() => commander.send(first))
  useEffect(() => {
    begin()
    const timer = setInterval(() => commander.send({ kind: 'ping' }), PING_MS)
    return () => clearInterval(timer)
  }, [commander])
  const send = useCallback((command: RemoteCommand) => commander.send(command), [commander])
  return { state, words, send }
}
