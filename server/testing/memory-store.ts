import { observationKey } from '#contract/observation.ts'
import { listeners } from '#server/listeners.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { packReleaseAt, withdrawnAt } from '#server/release/as-of.ts'
import { lineOf, type ReleaseContent, type StoredPack } from '#server/release/content.ts'
import type { Releases, Store, StoredRelease, View } from '#server/release/store.ts'

/** What SQL says in queries.ts, said over arrays: the tests hold the one against the other. */
export function viewOf(contents: readonly ReleaseContent[], lines: readonly StoredRelease[], at: number, demo: boolean): View {
  const withdrawn = withdrawnAt(lines, at)
  const newest = new Map(
    contents
      .filter(({ record }) => record.release <= at && !withdrawn.has(record.release))
      .flatMap(({ record, changes }) =>
        changes
          .filter(({ action, observation }) => demo || action === 'delete' || observation.origin !== 'demo')
          .map((change) => [observationKey(change.observation), { ...change, release: record.release }] as const)
      )
  )
  const observations = [...newest]
    .filter(([, { action }]) => action === 'replace')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { observation, release }]) => ({ ...observation, release }))
  return { document: packIn(contents, packReleaseAt(lines, at)).document, observations }
}

function packIn(contents: readonly ReleaseContent[], release: number | undefined): StoredPack {
  const pack = contents.find(({ record }) => record.release === release)?.pack ?? null
  if (pack === null) throw new Error(`no pack in release ${release}`)
  return pack
}

/** A store without a disk. */
export function memoryStore(): Store {
  const contents: ReleaseContent[] = []
  const changed = listeners<number>()
  const oneByOne = oneAtATime()
  const releases = (): StoredRelease[] => contents.map(lineOf)
  const reading: Releases = { releases, view: async (at, demo) => viewOf(contents, releases(), at, demo), pack: async (release) => packIn(contents, release) }
  const append = async (content: ReleaseContent): Promise<void> => {
    contents.push(content)
    changed.call(content.record.release)
  }
  return {
    ...reading,
    content: async (release) => contents[release - 1] ?? Promise.reject(new Error(`no release ${release}`)),
    inTurn: (work) => oneByOne(() => work({ ...reading, append })),
    subscribe: changed.add,
    close: async () => undefined
  }
}
