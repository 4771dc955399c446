import type { DataDir } from '#server/data-dir/open-data-dir.ts'
import { contentHash } from '#server/release/content.ts'
import type { Store } from '#server/release/store.ts'
import type { StoreEnd } from './store-end.ts'

export interface Sum {
  readonly observations: number
  readonly sha256: string
}

/** A release on both sides; undefined where there is none. */
export interface Compared {
  readonly release: number
  readonly source: Sum | undefined
  readonly target: Sum | undefined
}

export const agrees = ({ source, target }: Compared): boolean =>
  source !== undefined && source.sha256 === target?.sha256 && source.observations === target.observations

async function sumOf(store: Store, release: number): Promise<Sum | undefined> {
  if (store.releases()[release - 1] === undefined) return undefined
  const content = await store.content(release)
  return { observations: content.changes.length, sha256: contentHash(content) }
}

/** Nobody publishes into either side meanwhile, so what is copied is everything. */
const copyAll = (source: Store, target: Store): Promise<void> =>
  source.inTurn((reading) =>
    target.inTurn(async (writing) => {
      for (const { release } of reading.releases()) await writing.append(await source.content(release))
    })
  )

async function compareAll(source: Store, target: Store): Promise<Compared[]> {
  const last = Math.max(source.releases().length, target.releases().length)
  const rows: Compared[] = []
  for (let release = 1; release <= last; release += 1) rows.push({ release, source: await sumOf(source, release), target: await sumOf(target, release) })
  return rows
}

const closing = async <T>(data: DataDir, work: (store: Store) => Promise<T>): Promise<T> => work(data.store).finally(data.close)

/** Copies every release to an empty target and reads both back. A target that does not agree is not finished. @throws Failure */
export async function copyReleases(from: StoreEnd, to: StoreEnd): Promise<Compared[]> {
  return closing(await from.openSource(), async (source) => {
    const target = await to.openTarget()
    try {
      await closing(target, (store) => copyAll(source, store))
      const rows = await closing(await to.reopen(), (store) => compareAll(source, store))
      if (rows.every(agrees)) await to.finish()
      else await to.discard()
      return rows
    } catch (error) {
      await to.discard()
      throw error
    }
  })
}
