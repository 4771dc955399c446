import { setTimeout as delay } from 'node:timers/promises'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { PgliteThread } from './pglite-thread.ts'
import type { Queryable, Sql } from './sql.ts'

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = delay(seconds * 1000, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`no answer within ${seconds} s`)
  })
  late.catch(() => undefined)
  return Promise.race([work, late]).finally(() => timer.abort())
}

function transactionOn(direct: Queryable): <T>(work: (sql: Queryable) => Promise<T>) => Promise<T> {
  return async (work) => {
    await direct.query('begin')
    try {
      const result = await work(direct)
      await direct.query('commit')
      return result
    } catch (error) {
      await direct.query('rollback').catch(() => undefined)
      throw error
    }
  }
}

/** Opens a folder in its own thread. A damaged one may throw, abort or hang: the time-out ends all three. */
export async function openPglite(folder: string, openSeconds: number): Promise<Sql> {
  const thread = new PgliteThread(folder)
  try {
    await within(openSeconds, thread.opened())
  } catch (error) {
    await thread.stop()
    throw error
  }
  const inTurn = oneAtATime()
  const direct: Queryable = { query: (text, values) => thread.ask(text, values) }
  const transaction = transactionOn(direct)
  return {
    query: (text, values) => inTurn(() => direct.query(text, values)),
    transaction: (work) => inTurn(() => transaction(work)),
    close: () =>
      inTurn(() =>
        within(5, thread.ask())
          .catch(() => undefined)
          .then(() => thread.stop())
      )
  }
}
