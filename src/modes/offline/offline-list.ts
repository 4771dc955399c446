import type { EndpointId, EndpointInput, PackAnswer } from '#contract/endpoints.ts'
import type { Region } from '#contract/region.ts'
import { boundariesQuery } from '#queries/boundaries-query.ts'
import { areaObservationsQuery, indicatorsQuery } from '#queries/observations-query.ts'
import { packQuery } from '#queries/pack-query.ts'
import { regionsQuery } from '#queries/regions-query.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { askQuietly } from './ask-quietly.ts'

/** One answer to lay in. */
export interface Wanted {
  /** Under which the page looks for it. */
  readonly key: readonly unknown[]
  readonly ask: (signal: AbortSignal) => Promise<object>
  /** Of a scene for the whole area. */
  readonly scene?: string
}

interface Release {
  readonly pack: PackAnswer
  readonly regions: readonly Region[]
  /** The release that the page is pinned to. */
  readonly pin: number | undefined
}

const wanted = <Id extends EndpointId>(key: readonly unknown[], id: Id, input: EndpointInput<Id>): Wanted => ({
  key,
  ask: (signal) => askQuietly(id, input, signal)
})

/** Pages look for these without a release. */
const unpinned = (): Wanted[] => [wanted(regionsQuery().queryKey, 'regions', {}), wanted(indicatorsQuery().queryKey, 'indicators', {})]

/** Everything that can be opened of a release: each scene for the whole area first, then for each of its regions. */
export function offlineList({ pack, regions, pin: release }: Release): Wanted[] {
  const { root } = pack.info
  const scene = (id: string, region?: string): Wanted => {
    const input = { id, region, release }
    return wanted(sceneQuery(input).queryKey, 'scene', input)
  }
  const ids = pack.scenes.map(({ id }) => id)
  const children = regions.filter(({ parent }) => parent === root).map(({ code }) => code)
  return [
    wanted(packQuery(release).queryKey, 'pack', { release }),
    wanted(boundariesQuery(root, release).queryKey, 'boundaries', { code: root, context: '1', release }),
    ...ids.map((id) => ({ ...scene(id), scene: id })),
    ...(release === undefined ? unpinned() : []),
    // What areas are compared by.
    ...children.map((refArea) => wanted(areaObservationsQuery(refArea, release).queryKey, 'observations', { refArea, release })),
    ...children.flatMap((region) => ids.map((id) => scene(id, region)))
  ]
}
