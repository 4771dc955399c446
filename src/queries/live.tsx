import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { WAIT } from '#tokens/durations.ts'
import { announceRelease, isAnswerQuery } from './announced.ts'
import { openEventStream } from './event-stream.ts'
import { isStatic } from './static-site.ts'
import type { StreamState } from './stream.ts'

const INITIAL: StreamState = { connected: false, failed: false, lastContact: null, nextAttempt: null }

const LiveContext = createContext<StreamState>(INITIAL)

/** The state of the event stream; a release that it announces makes every shown answer fetched anew. */
export const useLive = (): StreamState => useContext(LiveContext)

/** A storm of announcements asks no more often than this. */
const CALM = 250

/** Calls at once, and once more after the calm when it was called meanwhile. */
function calmly(action: () => void): { readonly call: () => void; readonly stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let again = false
  const call = (): void => {
    if (timer !== undefined) {
      again = true
      return
    }
    action()
    again = false
    timer = setTimeout(() => {
      timer = undefined
      if (again) call()
    }, CALM)
  }
  return { call, stop: () => clearTimeout(timer) }
}

/** Keeps the stream open and the queries fresh. A release already shown is no news. */
export function LiveProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const client = useQueryClient()
  const [state, setState] = useState(INITIAL)
  useEffect(() => {
    // Among exported files there is no stream.
    if (isStatic()) return
    let newest = 0
    // Behind the same release number a restarted server may answer otherwise (DEMO=0): after every break all is asked anew.
    let broken = false
    const ask = calmly(() => void client.invalidateQueries())
    const close = openEventStream({
      onState: (next) => {
        broken ||= next.failed
        setState(next)
      },
      onRelease: (release) => {
        // What is shown may have a higher number than the server's: it was set back, or something else had answered.
        const isNews = release > newest && release !== newestShown(client)
        newest = release
        announceRelease(client, release)
        if (isNews || broken || (client.isFetching() === 0 && hasFailed(client))) ask.call()
        broken = false
      }
    })
    return () => {
      close()
      ask.stop()
    }
  }, [client])
  // A broken stream alone is no outage: what it would have told is asked for at once, and then again and again.
  useEffect(() => {
    if (!state.failed && !isStatic()) return
    const ask = (): void => {
      void client.invalidateQueries()
    }
    if (state.failed) ask()
    const timer = setInterval(ask, WAIT.poll)
    return () => clearInterval(timer)
  }, [client, state.failed])
  return <LiveContext value={state}>{children}</LiveContext>
}

/** The newest release of any answer at hand; 0 before there is one. */
const newestShown = (client: ReturnType<typeof useQueryClient>): number =>
  Math.max(0, ...client.getQueriesData<{ release?: number }>({ predicate: isAnswerQuery }).map(([, data]) => data?.release ?? 0))

const hasFailed = (client: ReturnType<typeof useQueryClient>): boolean =>
  client
    .getQueryCache()
    .getAll()
    .some((query) => query.state.status === 'error')
