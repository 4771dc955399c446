import * as z from 'zod/mini'
import { PairAnswer, RemoteCode } from '#contract/remote.ts'
import { serverNow } from '#format/clock.ts'

/** What a paired tablet keeps: for the remote page and for the desk's dialog alike, until the pairing's time is over. */
const Pairing = z.object({ token: z.string(), wall: PairAnswer.shape.wall, expiresAt: z.string(), code: RemoteCode })
export type Pairing = z.infer<typeof Pairing>

const KEY = 'remote-pairing'
const listeners = new Set<() => void>()
/** Where the browser keeps nothing, the page does. */
let kept: string | null = null
let read: { readonly text: string | null; readonly pairing: Pairing | null } = { text: null, pairing: null }

const stored = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return kept
  }
}

function parsed(text: string | null): Pairing | null {
  try {
    return text === null ? null : Pairing.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** The same object as long as it says the same. */
export function currentPairing(): Pairing | null {
  const text = stored()
  if (text !== read.text) read = { text, pairing: parsed(text) }
  return read.pairing !== null && Date.parse(read.pairing.expiresAt) > serverNow() ? read.pairing : null
}

export function keepPairing(pairing: Pairing | null): void {
  kept = pairing === null ? null : JSON.stringify(pairing)
  try {
    if (kept === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, kept)
  } catch {
    // It lasts as long as the page then.
  }
  for (const listener of listeners) listener()
}

/** A pairing is over: it goes, unless another one has come in its place. @returns whether it went. */
export function dropPairing(token: string): boolean {
  const current = currentPairing()
  if (current !== null && current.token !== token) return false
  keepPairing(null)
  return true
}

/** Other pages of this tablet pair and let go too. */
export function onPairing(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
