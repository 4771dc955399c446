import type { Sql } from './sql.ts'

export interface Reopening {
  readonly use: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/**
 * A database that is closed after any failure and opened afresh for the next use: opening compares it with the
 * release files, so whatever the failure left behind is put right before anything else happens.
 */
export function reopening(first: Sql, open: () => Promise<Sql>): Reopening {
  let current: Promise<Sql> | undefined = Promise.resolve(first)
  const drop = async (failed: Promise<Sql>): Promise<void> => {
    if (current !== failed) return
    current = undefined
    await failed.then((sql) => sql.close()).catch(() => undefined)
  }
  return {
    use: async (work) => {
      const sql = (current ??= open())
      try {
        return await work(await sql)
      } catch (error) {
        await drop(sql)
        throw error
      }
    },
    close: async () => {
      if (current !== undefined) await drop(current)
    }
  }
}
