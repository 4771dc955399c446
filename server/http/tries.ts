import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import type { AddressOf } from './client-address.ts'

export interface Tries {
  /** @throws Problem 429, with Retry-After, for who has had so many within the last minute */
  readonly check: (request: FastifyRequest, reply: FastifyReply) => void
  readonly note: (request: FastifyRequest) => void
}

interface TriesOptions {
  /** What there were too many of, for whoever is held back. */
  readonly title: string
  readonly now: () => Date
  /** Who tries; of a constant, all are held back together. */
  readonly addressOf: AddressOf
  /** In a minute. */
  readonly allowed?: number
}

const ALLOWED = 10
const WITHIN_MS = 60_000
const ADDRESSES = 1000

/** Guessing a secret is made slow: so many tries a minute from one address, then none, not even a right one. */
export function createTries({ title, now, addressOf, allowed = ALLOWED }: TriesOptions): Tries {
  const tries = recentlyUsed<readonly number[]>(ADDRESSES)
  const recent = (address: string): readonly number[] => (tries.get(address) ?? []).filter((at) => at > now().getTime() - WITHIN_MS)
  /** Whole seconds until the address may try again; 0 when it may now. */
  const secondsLeft = (address: string): number => {
    const [oldest = 0, ...others] = recent(address)
    return others.length < allowed - 1 ? 0 : Math.ceil((oldest + WITHIN_MS - now().getTime()) / 1000)
  }
  return {
    check: (request, reply) => {
      const wait = secondsLeft(addressOf(request))
      if (wait === 0) return
      reply.header('retry-after', String(wait))
      throw new Problem(429, title, `请 ${wait} 秒后再试`)
    },
    note: (request) => {
      const address = addressOf(request)
      tries.set(address, [...recent(address), now().getTime()])
    }
  }
}
