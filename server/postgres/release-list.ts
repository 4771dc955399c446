import { Failure } from '#server/messages/failure.ts'
import { listeners } from '#server/listeners.ts'
import type { StoredRelease } from '#server/release/store.ts'
import { linesBetween, type GuardedLine } from './queries.ts'
import type { Queryable } from './sql.ts'

export interface ReleaseList {
  readonly all: () => readonly GuardedLine[]
  /** This list and what the database has beyond it. @throws Failure when the database no longer has what is on it. */
  readonly read: (sql: Queryable) => Promise<readonly GuardedLine[]>
  /** Takes over a list that was read, unless a longer one came first. */
  readonly learn: (lines: readonly GuardedLine[]) => void
  readonly subscribe: (onRelease: (release: number) => void) => () => void
}

export const linesOf = (guarded: readonly GuardedLine[]): readonly StoredRelease[] => guarded.map(({ line }) => line)

/** Somebody restored an older backup or emptied the tables: what screens show and what is stored no longer agree. */
const differs = (last: number): Failure => new Failure(`数据库里的版本与已经展示的（共 ${last} 版）不一致，可能换过库或恢复过旧备份，请核对后重新启动服务。`)

/** What this process knows of the list of releases. Reading begins with the last known one, to see that it is still the same. */
export function releaseList(): ReleaseList {
  const changed = listeners<number>()
  let known: readonly GuardedLine[] = []
  return {
    all: () => known,
    read: async (sql) => {
      const before = known
      const last = before.at(-1)
      const found = await linesBetween(sql, Math.max(1, before.length))
      if (last !== undefined && found[0]?.sha256 !== last.sha256) throw differs(before.length)
      return [...before.slice(0, -1), ...found]
    },
    learn: (lines) => {
      if (lines.length <= known.length) return
      known = lines
      changed.call(lines.length)
    },
    subscribe: changed.add
  }
}
