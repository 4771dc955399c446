import { useCallback, useEffect, useEffectEvent, useMemo, useReducer } from 'react'
import { PING_MS, type RemoteCommand, type RemoteMessage, type RemoteShown } from '#contract/remote.ts'
import { openSessionStream, sendMessage } from '#queries/remote-tablet.ts'
import { RequestError } from '#queries/request.ts'
import { createCommander } from './commander.ts'
import { dropPairing, type Pairing } from './pairing.ts'
import { END_WORDS } from './use-remote.ts'

/** The server's word that this tablet steers nothing any more. */
const OVER = new Set([401, 409])

export type Show = Extract<RemoteCommand, { kind: 'show' }>

interface Cast {
  /** `sent`: the wall itself has said that it shows it. */
  readonly state: 'sending' | 'sent' | 'failed'
  readonly words: string
  readonly send: (command: RemoteCommand) => void
}

interface Options {
  readonly pairing: Pairing
  readonly first: Show
  /** Of the pack: a wall does not say that it shows the whole. */
  readonly root: string
  readonly onOver: (words: string) => void
}

/** The wall has heard the message, and stands where it was told to. */
function isThere(shown: RemoteShown, { seq, command }: RemoteMessage, root: string): boolean {
  if (command.kind !== 'show' || shown.seq < seq) return false
  const { scene, region = root, metric } = command
  return shown.scene === scene && (shown.region ?? root) === region && shown.metric === metric
}

interface Course {
  /** The last one that was to show something. */
  readonly asked: RemoteMessage | null
  readonly there: boolean
  readonly trouble: string | null
}

type News = { readonly asked: RemoteMessage } | { readonly shown: RemoteShown; readonly root: string } | { readonly trouble: string | null }

const START: Course = { asked: null, there: false, trouble: null }

function courseAfter(course: Course, news: News): Course {
  if ('trouble' in news) return { ...course, trouble: news.trouble }
  if ('asked' in news) return { ...course, asked: news.asked, there: false }
  return { ...course, there: course.there || (course.asked !== null && isThere(news.shown, course.asked, news.root)) }
}

/** Sends the first command at once, and says that somebody is here for as long as the dialog is open. */
export function useCast({ pairing, first, root, onOver }: Options): Cast {
  const { token, wall } = pairing
  const [{ there, trouble }, tell] = useReducer(courseAfter, START)
  const over = useCallback(
    (words: string) => {
      if (dropPairing(token)) onOver(words)
    },
    [token, onOver]
  )
  const commander = useMemo(
    () =>
      createCommander({
        wall: wall.id,
        post: async (message) => {
          // The wall may be quicker than the answer.
          if (message.command.kind === 'show') tell({ asked: message })
          await sendMessage(token, message)
          tell({ trouble: null })
        },
        onError: (error) => {
          const reason = error instanceof RequestError ? error.message : '服务器没有答复'
          tell({ trouble: reason })
          if (error instanceof RequestError && OVER.has(error.status ?? 0)) over(reason)
        }
      }),
    [token, wall.id, over]
  )
  useEffect(
    () =>
      openSessionStream({
        token,
        onSession: ({ shown }) => {
          if (shown !== null) tell({ shown, root })
        },
        onEnd: (reason) => over(END_WORDS[reason]),
        onState: () => undefined
      }),
    [token, root, over]
  )
  const begin = useEffectEvent(() => commander.send(first))
  useEffect(() => {
    begin()
    const timer = setInterval(() => commander.send({ kind: 'ping' }), PING_MS)
    return () => clearInterval(timer)
  }, [commander])
  const send = useCallback((command: RemoteCommand) => commander.send(command), [commander])
  return { state: trouble !== null ? 'failed' : there ? 'sent' : 'sending', words: trouble ?? '', send }
}
