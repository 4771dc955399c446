import { notFound } from '#contract/problem.ts'
import type { Repository } from '#contract/repository.ts'
import { boundariesAnswer, observationsAnswer, packAnswer, panelAnswer, releasesAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'

/** A repository in memory. `announce` swaps in a later snapshot, as a new release would. */
export interface FixtureRepository extends Repository {
  readonly announce: (next: Snapshot) => void
}

export function fixtureRepository(first: Snapshot): FixtureRepository {
  const snapshots = [first]
  const listeners = new Set<(release: number) => void>()
  const current = (): Snapshot => snapshots.at(-1) ?? first
  const at = (release: number | undefined): Snapshot => {
    const found = release === undefined ? current() : snapshots.find((snapshot) => snapshot.release.release === release)
    if (found === undefined) throw notFound('版本', String(release))
    return found
  }
  return {
    pack: async ({ release }) => packAnswer(at(release)),
    regions: async ({ release }) => ({ release: at(release).release.release, regions: at(release).document.regions }),
    boundaries: async (input) => boundariesAnswer(at(input.release), input),
    indicators: async ({ release }) => ({ release: at(release).release.release, indicators: at(release).document.indicators }),
    scenes: async ({ release }) => ({ release: at(release).release.release, scenes: at(release).document.scenes.map(({ id, title }) => ({ id, title })) }),
    scene: async (input) => sceneAnswer(at(input.release), input),
    panel: async (input) => panelAnswer(at(input.release), input),
    observations: async (input) => observationsAnswer(at(input.release), input),
    releases: async () =>
      releasesAnswer(
        snapshots.map(({ release }) => release),
        current().ranksHidden === true
      ),
    version: async () => ({ api: 'v1', version: 'mock', pack: current().document.info.id, release: current().release.release, demo: current().demo }),
    currentRelease: async () => current().release.release,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    announce: (next) => {
      snapshots.push(next)
      for (const listener of listeners) listener(next.release.release)
    }
  }
}
