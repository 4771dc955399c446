import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { withinTime } from './within-time.ts'

/** One answer as it lies in the browser: plain JSON, with the instant at which the server last confirmed it. */
export interface StoredAnswer {
  readonly key: readonly unknown[]
  readonly data: unknown
  readonly confirmedAt: number
  /** Of the desk's: the state of the deployment that it was fetched for. */
  readonly edition?: string
}

/** Why nothing could be stored: there is no room, or the browser does not let the page. */
export type StoreTrouble = 'full' | 'denied'

interface Schema extends DBSchema {
  answers: { key: string; value: StoredAnswer }
}

/**
 * The last good answers of this browser. Storage can be denied, full, blocked by another page or broken: then it
 * behaves as if it were empty and says so, and nothing else changes.
 */
export interface AnswerStore {
  readonly read: () => Promise<readonly StoredAnswer[]>
  readonly get: (key: readonly unknown[]) => Promise<StoredAnswer | undefined>
  readonly write: (answer: StoredAnswer) => Promise<boolean>
  readonly remove: (key: readonly unknown[]) => Promise<boolean>
  readonly clear: () => Promise<boolean>
  /** Whether the last action went through. */
  readonly works: () => boolean
  /** Why it did not. */
  readonly trouble: () => StoreTrouble | undefined
}

const PATIENCE = 2_000
/** A wall puts all that it has stored in place when it starts; what a desk lays in for any region is much more. */
const NAMES = { wall: 'tongxin', desk: 'tongxin-desk', embed: 'tongxin-embed' } as const

/** A database that is closed from outside, as when the browser clears it, is opened anew the next time. */
const open = (name: string, onClosed: () => void): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade: (database) => void database.createObjectStore('answers'),
    blocking: (_current, _next, event) => {
      ;(event.target as IDBDatabase).close()
      onClosed()
    },
    terminated: onClosed
  })

/** The key of a record: its query's, as text. */
const textOf = (key: readonly unknown[]): string => JSON.stringify(key)

const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === 'QuotaExceededError'

export function openAnswerStore(whose: keyof typeof NAMES = 'wall'): AnswerStore {
  let database: Promise<IDBPDatabase<Schema>> | undefined
  let trouble: StoreTrouble | undefined
  /** The database is opened anew after a failure: the browser may have closed it. */
  const attempt = async <T>(action: (database: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      database ??= open(NAMES[whose], () => {
        database = undefined
      })
      const result = await withinTime(database.then(action), PATIENCE)
      trouble = undefined
      return result
    } catch (error) {
      database = undefined
      trouble = isFull(error) ? 'full' : 'denied'
      return otherwise
    }
  }
  return {
    read: () => attempt((it) => it.getAll('answers'), []),
    get: (key) => attempt((it) => it.get('answers', textOf(key)), undefined),
    write: (answer) => attempt(async (it) => (await it.put('answers', answer, textOf(answer.key))) !== '', false),
    remove: (key) => attempt(async (it) => it.delete('answers', textOf(key)).then(() => true), false),
    clear: () => attempt(async (it) => it.clear('answers').then(() => true), false),
    works: () => trouble === undefined,
    trouble: () => trouble
  }
}
