import { notFound } from '#contract/problem.ts'
import type { Release } from '#contract/release.ts'
import type { Repository } from '#contract/repository.ts'
import { rankedIndicators, withoutRanks } from '#contract/hide-ranks.ts'
import { boundariesAnswer, observationsAnswer, packAnswer, panelAnswer, releasesAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { recentlyUsed } from './recently-used.ts'
import type { Store, StoredRelease } from './release/store.ts'
import { suppress } from './release/suppress.ts'

export interface RepositoryOptions {
  readonly demo: boolean
  /** Scores and ranks leave every answer; each area's own changes take their place. */
  readonly hideRanks?: boolean
  readonly version: string
  /** Where the pages are reached from outside. */
  readonly publicUrl?: string | undefined
}

/** The views that somebody looks back at. */
const SNAPSHOTS = 4

/** What the public sees of a release. */
const released = ({ hasPack: _hidden, ...release }: StoredRelease): Release => release

type View = Pick<RepositoryOptions, 'demo' | 'hideRanks'>

async function load(store: Store, at: number, { demo, hideRanks = false }: View, ranked: Ranked): Promise<Snapshot> {
  const line = store.releases()[at - 1]
  if (line === undefined) throw notFound('版本', String(at))
  const release = released(line)
  const { document, observations } = await store.view(at, demo)
  const published = new Map(
    store
      .releases()
      .slice(0, at)
      .map(({ release: number, publishedAt }) => [number, publishedAt])
  )
  const snapshot = { release, published, document, observations: suppress(document, observations), demo }
  return hideRanks ? withoutRanks(snapshot, await ranked()) : snapshot
}

type Ranked = () => Promise<ReadonlySet<string>>

/** All indicators that rank by the method of any release, withdrawn ones too: what one release ranks, another may carry as a plain figure. */
function rankedIn(store: Store): Ranked {
  const known = new Map<number, Promise<ReadonlySet<string>>>()
  const rankedBy = (release: number): Promise<ReadonlySet<string>> => {
    const reading = known.get(release) ?? store.pack(release).then(({ document }) => rankedIndicators(document.indicators))
    known.set(release, reading)
    reading.catch(() => known.delete(release))
    return reading
  }
  return async () => {
    const packs = store.releases().filter(({ hasPack }) => hasPack)
    return new Set((await Promise.all(packs.map(({ release }) => rankedBy(release)))).flatMap((ids) => [...ids]))
  }
}

/** The newest view ever read stays at hand, so that it can be shown while the database is away. */
function snapshots(store: Store, options: View): (at: number) => Promise<Snapshot> {
  const cache = recentlyUsed<Promise<Snapshot>>(SNAPSHOTS)
  const ranked = rankedIn(store)
  let newest: { readonly key: string; readonly snapshot: Snapshot } | undefined
  /** A later pack may rank what an older view still carries: that view is then read again. */
  const keyOf = (at: number): string => (options.hideRanks === true ? `${at}/${store.releases().findLast(({ hasPack }) => hasPack)?.release}` : String(at))
  const keep = (key: string, snapshot: Snapshot): void => {
    if (newest === undefined || snapshot.release.release >= newest.snapshot.release.release) newest = { key, snapshot }
  }
  return (at) => {
    const key = keyOf(at)
    const known = newest?.key === key ? Promise.resolve(newest.snapshot) : cache.get(key)
    if (known !== undefined) return known
    const loading = load(store, at, options, ranked)
    cache.set(key, loading)
    loading.then(
      (snapshot) => keep(key, snapshot),
      () => cache.delete(key)
    )
    return loading
  }
}

/** The contract's answers over a store. A view at a release never changes, so it is read once. */
export function createRepository(store: Store, { demo, hideRanks = false, version, publicUrl }: RepositoryOptions): Repository {
  const at = snapshots(store, { demo, hideRanks })
  const current = (): number => store.releases().length
  const view = ({ release = current() }: { release?: number | undefined }): Promise<Snapshot> => at(release)
  return {
    pack: async (input) => packAnswer(await view(input)),
    regions: async (input) => ({ release: input.release ?? current(), regions: (await view(input)).document.regions }),
    boundaries: async (input) => boundariesAnswer(await view(input), input),
    indicators: async (input) => ({ release: input.release ?? current(), indicators: (await view(input)).document.indicators }),
    scenes: async (input) => ({ release: input.release ?? current(), scenes: (await view(input)).document.scenes }),
    scene: async (input) => sceneAnswer(await view(input), input),
    panel: async (input) => panelAnswer(await view(input), input),
    observations: async (input) => observationsAnswer(await view(input), input),
    releases: async () => releasesAnswer(store.releases().map(released), hideRanks),
    version: async () => ({ api: 'v1', version, pack: (await at(current())).document.info.id, release: current(), demo, publicUrl }),
    currentRelease: async () => current(),
    subscribe: store.subscribe
  }
}
