import { useSyncExternalStore } from 'react'
import type { StoreTrouble } from './answer-store.ts'

/** What of a release lies in this browser, ready to be shown without a network. */
export interface Shelf {
  readonly release: number
  readonly publishedAt: string
  /** Ids of the scenes that are there for the whole area. */
  readonly scenes: readonly string[]
  /** How many scenes the release has. */
  readonly of: number
  /** Answers that are there, regions and all, and how many there are to be. */
  readonly answers: number
  readonly ofAnswers: number
  /** How many there are further down that are not laid in, since they are too many. */
  readonly leftOut?: number
  /** When the server last gave one of them, in epoch milliseconds. */
  readonly at: number
  /** The pack's, in which the page tells times. */
  readonly timeZone: string
}

export interface OfflineState {
  readonly shelf?: Shelf | undefined
  readonly busy: boolean
  /** The page itself would come up again without a network. */
  readonly pageKept?: boolean
  readonly trouble?: StoreTrouble | undefined
  /** This browser had a release whole, and has cleared it. */
  readonly cleared?: boolean
  /** Lays in once more what could not be; absent until anything has been tried. */
  readonly again?: () => void
}

let state: OfflineState = { busy: false }
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const offlineState = (): OfflineState => state

export function setOffline(change: Partial<OfflineState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}

/** What is stored for a time without a network. */
export const useOffline = (): OfflineState => useSyncExternalStore(subscribe, offlineState)
