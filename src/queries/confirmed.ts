import { serverNow } from '#format/clock.ts'
import { WAIT } from '#tokens/durations.ts'

interface Confirmation {
  /** Epoch milliseconds in server time: what is told. */
  readonly at: number
  /** Monotonic milliseconds: what is reckoned with, for clocks are set. Of an answer of an earlier visit, before all. */
  readonly moment: number
}

/** When the server last gave, or gave again, what an answer says. */
const confirmations = new WeakMap<object, Confirmation>()

/** When the server last confirmed anything, in monotonic milliseconds. */
let latest = 0

/** When a question last failed, in monotonic milliseconds. */
let failed = -Infinity

export const noteFailure = (): void => void (failed = performance.now())

export function confirm(answer: object): void {
  latest = performance.now()
  confirmations.set(answer, { at: serverNow(), moment: latest })
}

/** An answer from the store: it is as old as it says, and no newer than now. */
export const recall = (answer: object, at: number): void => void confirmations.set(answer, { at: Math.min(at, serverNow()), moment: -Infinity })

export const confirmedAt = (answer: object): number | undefined => confirmations.get(answer)?.at

/** As monotonic milliseconds. */
export const confirmedMoment = (answer: object): number => confirmations.get(answer)?.moment ?? performance.now()

/** Of an earlier visit, and not confirmed by the server since. */
export const isUnconfirmed = (answer: object): boolean => confirmedMoment(answer) === -Infinity

/**
 * The answer has not been confirmed since a question failed, of whatever scene, and its own is still open: a scene that comes while
 * the server hangs has not failed itself, but is no more up to date than the one before it.
 */
const isInDoubt = (answer: object, isAsking: boolean): boolean => isAsking && failed > confirmedMoment(answer)

/**
 * Something should have been confirmed by now, since a wall asks again and again: requests hang, and scenes change before
 * any of them is given up.
 */
const isOverdue = (): boolean => performance.now() - latest > WAIT.poll + 2 * WAIT.request

/** Of a page that asks again and again: what it shows may no longer be what the server says. `isAsking`: its question is open. */
export const isUnsure = (answer: object, isAsking: boolean): boolean => isUnconfirmed(answer) || isInDoubt(answer, isAsking) || isOverdue()
