import { isClockSet, onClockStep, serverNow } from '#format/clock.ts'
import { setSession } from '#queries/credential.ts'
import { exchangeTicket, type OpenedSession } from '#queries/embed-session.ts'
import { RequestError } from '#queries/request.ts'
import { WAIT } from '#tokens/durations.ts'
import type { Brought } from './address.ts'

/** Whether, and as what, this page may read. */
export type Access =
  /** Nobody has asked for a token so far. */
  | { readonly at: 'open' }
  | { readonly at: 'waiting' }
  | { readonly at: 'in'; readonly session: OpenedSession }
  | { readonly at: 'denied'; readonly why: 'expired' | 'refused' }

export const firstAccess = (brought: Brought): Access => ({ at: brought === undefined ? 'open' : 'waiting' })

/** Of a session: the next ticket is asked for so long before its end, or when a third of it is left. */
const AHEAD = 60_000
/** A host page that was to bring a ticket has so long to do it. */
const PATIENCE = 20_000
/** A session is never longer, whatever a clock that nobody has set yet makes of its end. */
const LONGEST = 900_000

const statusOf = (error: unknown): number | undefined => (error instanceof RequestError ? error.status : undefined)

const leftOf = ({ expiresAt }: OpenedSession): number => {
  const left = expiresAt - serverNow()
  return isClockSet() ? left : Math.max(WAIT.request, Math.min(LONGEST, left))
}

interface Keeping {
  readonly brought: Brought
  /** Asks the host page for a ticket. */
  readonly want: () => void
  readonly onAccess: (access: Access) => void
}

export interface AccessKeeper {
  /** A ticket has come. */
  readonly take: (ticket: string) => void
  /** A question was refused: what is shown must not outlive the right to see it. */
  readonly refused: () => void
  readonly end: () => void
}

/** The way from a ticket to a session and, before that ends, to the next one. */
export function keepAccess({ brought, want, onAccess }: Keeping): AccessKeeper {
  let access = firstAccess(brought)
  let timers: ReturnType<typeof setTimeout>[] = []
  let ended = false
  const clear = (): void => {
    timers.forEach(clearTimeout)
    timers = []
  }
  const become = (next: Access): void => {
    if (ended) return
    access = next
    onAccess(next)
  }
  const deny = (why: 'expired' | 'refused'): void => {
    if (access.at === 'denied') return
    clear()
    setSession(undefined)
    become({ at: 'denied', why })
    want()
  }
  const watchEnd = (session: OpenedSession): void => {
    clear()
    const left = leftOf(session)
    timers = [setTimeout(want, Math.max(0, left - Math.min(AHEAD, left / 3))), setTimeout(deny, Math.max(0, left), 'expired')]
  }
  const enter = (session: OpenedSession): void => {
    if (ended) return
    become({ at: 'in', session })
    watchEnd(session)
  }
  const fail = (error: unknown, ticket: string): void => {
    // A server where everybody may read knows no tickets; one that cannot be reached has not refused; what runs still runs.
    if (statusOf(error) === 404) become({ at: 'open' })
    else if (statusOf(error) === undefined && !ended) timers.push(setTimeout(take, WAIT.retry, ticket))
    else if (access.at !== 'in') deny('refused')
  }
  const take = (ticket: string): void => {
    exchangeTicket(ticket).then(enter, (error: unknown) => fail(error, ticket))
  }
  const onClock = onClockStep(() => {
    if (access.at === 'in') watchEnd(access.session)
  })
  if (typeof brought === 'object') take(brought.ticket)
  if (brought === 'wait') {
    want()
    timers.push(setTimeout(() => access.at === 'waiting' && deny('refused'), PATIENCE))
  }
  return {
    take,
    refused: () => deny('refused'),
    end: () => {
      ended = true
      clear()
      onClock()
    }
  }
}
