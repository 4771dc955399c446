import type { WallLine, WallReport } from '#contract/walls.ts'

export interface WallRegistry {
  /** Takes a wall's report. @returns the operator's request that the wall load anew, unless its page is younger than that. */
  readonly report: (report: WallReport) => string | undefined
  /** @returns the instant of the request; undefined for a wall that is not known. */
  readonly askReload: (id: string) => string | undefined
  /** By name. */
  readonly lines: () => WallLine[]
}

interface RegistryOptions {
  /** Walls of an earlier run. */
  readonly known?: readonly WallLine[]
  readonly now?: () => Date
}

const LIMIT = 200

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })
const byName = (a: WallLine, b: WallLine): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
const bySeen = (a: WallLine, b: WallLine): number => Date.parse(a.lastSeen) - Date.parse(b.lastSeen)
const isAfter = (asked: string, started: string): boolean => Date.parse(asked) > Date.parse(started)

/** The walls that have reported, in memory: the one unheard for longest makes way when there are too many. */
export function createWallRegistry({ known = [], now = () => new Date() }: RegistryOptions = {}): WallRegistry {
  /** In the order of their last report. */
  const walls = new Map<string, WallLine>()
  const see = (line: WallLine): void => {
    walls.delete(line.id)
    walls.set(line.id, line)
    for (const oldest of walls.keys()) if (walls.size > LIMIT) walls.delete(oldest)
  }
  known.toSorted(bySeen).forEach(see)
  return {
    report: (report) => {
      const reloadAskedAt = walls.get(report.id)?.reloadAskedAt ?? null
      see({ ...report, lastSeen: now().toISOString(), reloadAskedAt })
      return reloadAskedAt !== null && isAfter(reloadAskedAt, report.startedAt) ? reloadAskedAt : undefined
    },
    askReload: (id) => {
      const line = walls.get(id)
      if (line === undefined) return undefined
      const reloadAskedAt = now().toISOString()
      walls.set(id, { ...line, reloadAskedAt })
      return reloadAskedAt
    },
    lines: () => [...walls.values()].toSorted(byName)
  }
}
