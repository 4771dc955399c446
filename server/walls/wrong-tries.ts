import { recentlyUsed } from '#server/recently-used.ts'

export interface WrongTries {
  readonly note: (address: string) => void
  /** Whole seconds until the address may try again; 0 when it may now. */
  readonly secondsLeft: (address: string) => number
}

const ALLOWED = 10
const WITHIN_MS = 60_000
const ADDRESSES = 1000

/** Guessing a secret is made slow: so many wrong tries a minute from one address, then none, not even a right one. */
export function createWrongTries(now: () => Date, allowed = ALLOWED): WrongTries {
  const tries = recentlyUsed<readonly number[]>(ADDRESSES)
  const recent = (address: string): readonly number[] => (tries.get(address) ?? []).filter((at) => at > now().getTime() - WITHIN_MS)
  return {
    note: (address) => tries.set(address, [...recent(address), now().getTime()]),
    secondsLeft: (address) => {
      const [oldest = 0, ...others] = recent(address)
      return others.length < allowed - 1 ? 0 : Math.ceil((oldest + WITHIN_MS - now().getTime()) / 1000)
    }
  }
}
