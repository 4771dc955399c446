import type { EndpointId, EndpointInput, PackAnswer } from '#contract/endpoints.ts'
import type { Region } from '#contract/region.ts'
import { canEnter } from '#contract/region-tree.ts'
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

/** The scenes under the keys that the page asks for; `root` where it is not the pack's. */
function sceneOf({ pin: release }: Release, id: string, where: { readonly region?: string; readonly root?: string } = {}): Wanted {
  const input = { id, release, ...where }
  return wanted(sceneQuery(input).queryKey, 'scene', input)
}

const codesUnder = (regions: readonly Region[], code: string): string[] => regions.filter(({ parent }) => parent === code).map((region) => region.code)

const boundariesOf = ({ pin: release }: Release, code: string): Wanted =>
  wanted(boundariesQuery(code, release).queryKey, 'boundaries', { code, context: '1', release })

/** What areas are compared by. */
const observationsOf = ({ pin: release }: Release, codes: readonly string[]): Wanted[] =>
  codes.map((refArea) => wanted(areaObservationsQuery(refArea, release).queryKey, 'observations', { refArea, release }))

/** The regions below the pack's root that have parts, by levels: those of one level together. */
function levelsBelow(regions: readonly Region[], root: string): string[][] {
  const next = codesUnder(regions, root)
  const levels: string[][] = []
  for (let level = next; level.length > 0; level = level.flatMap((code) => codesUnder(regions, code)))
    levels.push(level.filter((code) => canEnter(regions, code)))
  return levels
}

/** Each of a level as the root of its parts: first as a whole, then part by part. */
function levelOf(release: Release, roots: readonly string[]): Wanted[] {
  const ids = release.pack.scenes.map(({ id }) => id)
  const partsOf = (root: string): string[] => codesUnder(release.regions, root)
  return [
    ...roots.flatMap((root) => [boundariesOf(release, root), ...ids.map((id) => sceneOf(release, id, { root }))]),
    ...roots.flatMap((root) => observationsOf(release, partsOf(root))),
    ...roots.flatMap((root) => partsOf(root).flatMap((region) => ids.map((id) => sceneOf(release, id, { region, root }))))
  ]
}

/** So many answers are laid in of what is further down: a province has thousands of towns. */
const MOST_BELOW = 400

interface OfflineList {
  readonly wanted: readonly Wanted[]
  /** How many are more than are laid in. */
  readonly leftOut: number
}

/** Everything that can be opened of a release: each scene for the whole area first, then for each of its regions, then level by level what is below these. */
export function offlineList(release: Release): OfflineList {
  const { pack, regions, pin } = release
  const { root } = pack.info
  const ids = pack.scenes.map(({ id }) => id)
  const children = codesUnder(regions, root)
  const below = levelsBelow(regions, root).flatMap((roots) => levelOf(release, roots))
  const all = [
    wanted(packQuery(pin).queryKey, 'pack', { release: pin }),
    boundariesOf(release, root),
    ...ids.map((id) => ({ ...sceneOf(release, id), scene: id })),
    ...(pin === undefined ? unpinned() : []),
    ...observationsOf(release, children),
    ...children.flatMap((region) => ids.map((id) => sceneOf(release, id, { region }))),
    ...below.slice(0, MOST_BELOW)
  ]
  return { wanted: all, leftOut: Math.max(0, below.length - MOST_BELOW) }
}
