import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { isClockSet, onClockStep, serverNow } from '#format/clock.ts'
import { setSession } from '#queries/credential.ts'
import { exchangeTicket, type EmbedScope, type EmbedSession } from '#queries/embed-session.ts'
import { RequestError } from '#queries/request.ts'
import { WAIT } from '#tokens/durations.ts'
import type { Brought } from './address.ts'
import { forgetAnswers } from './kept-answers.ts'

/** Whether, and as what, this page may read. */
export type Access =
  /** Nobody has asked for a token so far. */
  | { readonly at: 'open' }
  | { readonly at: 'waiting' }
  | { readonly at: 'in'; readonly session: EmbedSession }
  | { readonly at: 'denied'; readonly why: 'expired' | 'refused' }

/** Of a session: the next ticket is asked for so long before its end, or when a third of it is left. */
const AHEAD = 60_000
/** A host page that was to bring a ticket has so long to do it. */
const PATIENCE = 20_000
/** A session is never longer, whatever a clock that nobody has set yet makes of its end. */
const LONGEST = 900_000

const statusOf = (error: unknown): number | undefined => (error instanceof RequestError ? error.status : undefined)
export const isRefusal = (error: unknown): boolean => [401, 403].includes(statusOf(error) ?? 0)

const leftOf = ({ expiresAt }: EmbedSession): number => {
  const left = expiresAt - serverNow()
  return isClockSet() ? left : Math.max(WAIT.request, Math.min(LONGEST, left))
}

/** Whatever was answered leaves the page, and the browser. */
function forget(client: QueryClient): void {
  setSession(undefined)
  client.clear()
  void forgetAnswers()
}

/** Before its end, and at it. */
function useEndOf(access: Access, soon: () => void, ended: () => void): void {
  const [clock, step] = useState(0)
  useEffect(() => onClockStep(() => step((count) => count + 1)), [])
  useEffect(() => {
    if (access.at !== 'in') return
    const left = leftOf(access.session)
    const timers = [setTimeout(soon, Math.max(0, left - Math.min(AHEAD, left / 3))), setTimeout(ended, Math.max(0, left))]
    return () => timers.forEach(clearTimeout)
  }, [access, clock, soon, ended])
}

/** A question that is refused ends it: what is shown must not outlive the right to see it. */
function useRefusals(client: QueryClient, refused: () => void): void {
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error' && isRefusal(event.action.error)) refused()
      }),
    [client, refused]
  )
}

export interface AccessLine {
  readonly access: Access
  /** Exchanges a ticket that has come. */
  readonly take: (ticket: string) => void
}

/** The way from a ticket to a session and, before that ends, to the next one. `want` asks the host page for a ticket. */
export function useAccess(brought: Brought, want: () => void): AccessLine {
  const client = useQueryClient()
  const [access, setAccess] = useState<Access>({ at: brought === undefined ? 'open' : 'waiting' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const deny = useCallback(
    (why: 'expired' | 'refused') => {
      setAccess({ at: 'denied', why })
      want()
    },
    [want]
  )
  const take = useCallback(
    (ticket: string): void => {
      clearTimeout(timer.current)
      exchangeTicket(ticket).then(
        (session) => {
          setSession(session.token)
          setAccess({ at: 'in', session })
        },
        (error: unknown) => {
          // A server where everybody may read knows no tickets; one that cannot be reached has not refused.
          if (statusOf(error) === 404) setAccess({ at: 'open' })
          else if (statusOf(error) === undefined) timer.current = setTimeout(take, WAIT.retry, ticket)
          else setAccess((old) => (old.at === 'in' ? old : { at: 'denied', why: 'refused' }))
        }
      )
    },
    []
  )
  useEffect(() => {
    if (typeof brought === 'object') take(brought.ticket)
    if (brought === 'wait') {
      want()
      timer.current = setTimeout(() => setAccess((old) => (old.at === 'waiting' ? { at: 'denied', why: 'refused' } : old)), PATIENCE)
    }
    return () => clearTimeout(timer.current)
  }, [brought, take, want])
  useEndOf(access, want, useCallback(() => deny('expired'), [deny]))
  useRefusals(client, useCallback(() => deny('refused'), [deny]))
  useEffect(() => {
    if (access.at === 'denied') forget(client)
  }, [access, client])
  return { access, take }
}

/** `huigui/river` and its fixed parameters, as the address would have them. */
export const scopeAddress = ({ panel, scene, params = {} }: EmbedScope): { readonly path: string; readonly search: string } => ({
  path: panel === undefined ? `/embed/scene/${scene ?? ''}` : `/embed/panel/${panel}`,
  search: new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)])).toString()
})
