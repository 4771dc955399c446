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

export const confirm = (answer: object): void => void confirmations.set(answer, { at: serverNow(), moment: performance.now() })

/** An answer from the store: it is as old as it says, and no newer than now. */
export const recall = (answer: object, at: number): void => void confirmations.set(answer, { at: Math.min(at, serverNow()), moment: -Infinity })

export const confirmedAt = (answer: object): number | undefined => confirmations.get(answer)?.at

/** As monotonic milliseconds. */
export const confirmedMoment = (answer: object): number => confirmations.get(answer)?.moment ?? performance.now()

/** Of an earlier visit, and not confirmed by the server since. */
export const isUnconfirmed = (answer: object): boolean => confirmedMoment(answer) === -Infinity

/** What is asked for again and again should have been confirmed by now: requests hang, or never come to their end. */
export const isOverdue = (answer: object): boolean => performance.now() - confirmedMoment(answer) > WAIT.poll + WAIT.request
