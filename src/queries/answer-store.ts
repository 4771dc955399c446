import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { withinTime } from './within-time.ts'

/** One answer as it lies in the browser: plain JSON, with the instant at which the server last confirmed it. */
export interface StoredAnswer {
  readonly key: readonly unknown[]
  readonly data: unknown
  readonly confirmedAt: number
}

interface Schema extends DBSchema {
  answers: { key: string; value: StoredAnswer }
}

/**
 * The last good answers of this browser. Storage can be denied, full, blocked by another page or broken: then it
 * behaves as if it were empty and says so, and nothing else changes.
 */
export interface AnswerStore {
  readonly read: () => Promise<readonly StoredAnswer[]>
  readonly write: (answer: StoredAnswer) => Promise<boolean>
  readonly clear: () => Promise<boolean>
  /** Whether the last action went through. */
  readonly works: () => boolean
}

const PATIENCE = 2_000
const NAME = 'tongxin'

const open = (): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(NAME, 1, {
    upgrade: (database) => void database.createObjectStore('answers'),
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close()
  })

export function openAnswerStore(): AnswerStore {
  let database: Promise<IDBPDatabase<Schema>> | undefined
  let works = true
  /** The database is opened anew after a failure: the browser may have closed it. */
  const attempt = async <T>(action: (database: IDBPDatabase<Schema>) => Promise<T>, otherwise: T): Promise<T> => {
    try {
      database ??= open()
      const result = await withinTime(database.then(action), PATIENCE)
      works = true
      return result
    } catch {
      database = undefined
      works = false
      return otherwise
    }
  }
  return {
    read: () => attempt((it) => it.getAll('answers'), []),
    write: (answer) => attempt(async (it) => (await it.put('answers', answer, JSON.stringify(answer.key))) !== '', false),
    clear: () => attempt(async (it) => it.clear('answers').then(() => true), false),
    works: () => works
  }
}
