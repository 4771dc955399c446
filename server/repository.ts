import { notFound } from '#contract/problem.ts'
import type { Release } from '#contract/release.ts'
import type { Repository } from '#contract/repository.ts'
import { boundariesAnswer, observationsAnswer, packAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { recentlyUsed } from './recently-used.ts'
import type { Store, StoredRelease } from './release/store.ts'
import { suppress } from './release/suppress.ts'

export interface RepositoryOptions {
  readonly demo: boolean
  readonly version: string
}

/** The views that somebody looks back at. */
const SNAPSHOTS = 4

/** What the public sees of a release. */
const released = ({ hasPack: _hidden, ...release }: StoredRelease): Release => release

async function load(store: Store, at: number, demo: boolean): Promise<Snapshot> {
  const line = store.releases()[at - 1]
  if (line === undefined) throw notFound('版本', String(at))
  const release = released(line)
  const { document, observations } = await store.view(at, demo)
  return { release, document, observations: suppress(document, observations), demo }
}

/** The newest view ever read stays at hand, so that it can be shown while the database is away. */
function snapshots(store: Store, demo: boolean): (at: number) => Promise<Snapshot> {
  const cache = recentlyUsed<Promise<Snapshot>>(SNAPSHOTS)
  let newest: Snapshot | undefined
  const keep = (snapshot: Snapshot): void => {
    if (newest === undefined || snapshot.release.release > newest.release.release) newest = snapshot
  }
  return (at) => {
    const key = String(at)
    const known = newest?.release.release === at ? Promise.resolve(newest) : cache.get(key)
    if (known !== undefined) return known
    const loading = load(store, at, demo)
    cache.set(key, loading)
    loading.then(keep, () => cache.delete(key))
    return loading
  }
}

/** The contract's answers over a store. A view at a release never changes, so it is read once. */
export function createRepository(store: Store, { demo, version }: RepositoryOptions): Repository {
  const at = snapshots(store, demo)
  const current = (): number => store.releases().length
  const view = ({ release = current() }: { release?: number | undefined }): Promise<Snapshot> => at(release)
  return {
    pack: async (input) => packAnswer(await view(input)),
    regions: async (input) => ({ release: input.release ?? current(), regions: (await view(input)).document.regions }),
    boundaries: async (input) => boundariesAnswer(await view(input), input),
    indicators: async (input) => ({ release: input.release ?? current(), indicators: (await view(input)).document.indicators }),
    scenes: async (input) => ({ release: input.release ?? current(), scenes: (await view(input)).document.scenes }),
    scene: async (input) => sceneAnswer(await view(input), input),
    observations: async (input) => observationsAnswer(await view(input), input),
    releases: async () => ({ releases: store.releases().map(released) }),
    version: async () => ({ api: 'v1', version, pack: (await at(current())).document.info.id, release: current(), demo }),
    currentRelease: async () => current(),
    subscribe: store.subscribe
  }
}
