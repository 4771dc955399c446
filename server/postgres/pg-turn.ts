import { contentHash, lineOf, type ReleaseContent } from '#server/release/content.ts'
import type { Turn } from '#server/release/store.ts'
import { insertRelease } from './insert-release.ts'
import { notify } from './listen-feed.ts'
import type { GuardedLine } from './queries.ts'
import { readReleases } from './read-releases.ts'
import { linesOf, type ReleaseList } from './release-list.ts'
import type { Queryable } from './sql.ts'

export interface BegunTurn {
  readonly turn: Turn
  /** The list as it will be once the transaction is committed. */
  readonly lines: () => readonly GuardedLine[]
}

/** Begins a turn inside a transaction: from here to its end nobody else, in any process, makes a release. */
export async function beginTurn(sql: Queryable, list: ReleaseList, announce: boolean): Promise<BegunTurn> {
  await sql.query('select id from release_lock where id = 1 for update')
  let lines = await list.read(sql)
  const append = async (content: ReleaseContent): Promise<void> => {
    const sha256 = contentHash(content)
    await insertRelease(sql, content, sha256)
    if (announce) await notify(sql, content.record.release)
    lines = [...lines, { line: lineOf(content), sha256 }]
  }
  const turn: Turn = {
    ...readReleases(
      (work) => work(sql),
      () => linesOf(lines)
    ),
    append
  }
  return { turn, lines: () => lines }
}
