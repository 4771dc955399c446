import { packReleaseAt, withdrawnAt } from '#server/release/as-of.ts'
import type { Releases, StoredRelease } from '#server/release/store.ts'
import { observationsAt, packOf } from './queries.ts'
import type { Queryable } from './sql.ts'

/** Lends the database for one piece of work. */
export type Use = <T>(work: (sql: Queryable) => Promise<T>) => Promise<T>

/** Reads what releases hold, the same on every engine. `releases` is the list as it is known at each call. */
export function readReleases(use: Use, releases: () => readonly StoredRelease[]): Releases {
  return {
    releases,
    pack: (release) => use((sql) => packOf(sql, release)),
    view: async (at, demo) => {
      const lines = releases()
      const pack = packReleaseAt(lines, at)
      if (pack === undefined) throw new Error(`no pack in effect at release ${at}`)
      return use(async (sql) => ({
        document: (await packOf(sql, pack)).document,
        observations: await observationsAt(sql, { at, withdrawn: withdrawnAt(lines, at), demo })
      }))
    }
  }
}
