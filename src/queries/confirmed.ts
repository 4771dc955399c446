import { serverNow } from '#format/clock.ts'

/** When the server last gave, or gave again, what an answer says; epoch milliseconds in server time. */
const confirmations = new WeakMap<object, number>()
/** Answers of an earlier visit that the server has not confirmed yet. */
const unconfirmed = new WeakSet()

export function confirm(answer: object): void {
  confirmations.set(answer, serverNow())
  unconfirmed.delete(answer)
}

/** An answer from the store: it is as old as it says, and no newer than now. */
export function recall(answer: object, confirmedAt: number): void {
  confirmations.set(answer, Math.min(confirmedAt, serverNow()))
  unconfirmed.add(answer)
}

export const confirmedAt = (answer: object): number | undefined => confirmations.get(answer)

export const isUnconfirmed = (answer: object): boolean => unconfirmed.has(answer)
