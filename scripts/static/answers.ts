import { MOST_SCENES } from '#contract/decks.ts'
import type { PackAnswer } from '#contract/endpoints.ts'
import type { Region } from '#contract/region.ts'
import { canEnter } from '#contract/region-tree.ts'

const API = '/api/v1'

export interface Place {
  readonly scene: string
  readonly panel: string
}

/** What a release has, as far as files are named by it. */
export interface Inventory {
  readonly pack: PackAnswer
  readonly regions: readonly Region[]
  readonly indicators: readonly string[]
  readonly places: readonly Place[]
}

const childrenOf = (regions: readonly Region[], code: string): string[] => regions.filter(({ parent }) => parent === code).map((region) => region.code)

/** The pack's root and all below it, level by level. */
function treeOf(regions: readonly Region[], root: string): string[] {
  const tree = [root]
  for (const code of tree) tree.push(...childrenOf(regions, code).filter((child) => !tree.includes(child)))
  return tree
}

/** The queries with which a page asks for a scene: as a whole and part by part, from the pack's root and from each region that can be entered. */
export function viewsOf({ pack, regions }: Pick<Inventory, 'pack' | 'regions'>): string[] {
  const { root } = pack.info
  const entered = treeOf(regions, root).filter((code) => code !== root && canEnter(regions, code))
  const below = (code: string, suffix: string): string[] => childrenOf(regions, code).map((region) => `?region=${region}${suffix}`)
  return ['', ...below(root, ''), ...entered.flatMap((code) => [`?root=${code}`, ...below(code, `&root=${code}`)])]
}

/** The addresses of all JSON answers that pages ask for, but for those that are written by hand: pack, scenes, releases, version. */
export function answersOf(inventory: Inventory): string[] {
  const { pack, regions, indicators, places } = inventory
  const [views, tree] = [viewsOf(inventory), treeOf(regions, pack.info.root)]
  const inEachView = (path: string): string[] => views.map((view) => `${path}${view}`)
  return [
    `${API}/regions`,
    `${API}/indicators`,
    `${API}/observations`,
    ...regions.flatMap(({ code }) => [`${API}/boundaries/${code}`, `${API}/boundaries/${code}?context=1`]),
    ...tree.map((code) => `${API}/observations?refArea=${code}`),
    ...indicators.map((id) => `${API}/observations?indicator=${encodeURIComponent(id)}`),
    ...pack.scenes.flatMap(({ id }) => inEachView(`${API}/scenes/${id}`)),
    ...places.flatMap(({ scene, panel }) => inEachView(`${API}/panels/${scene}/${panel}`))
  ]
}

const DOCUMENTS = ['pptx', 'xlsx'] as const

function decksOf({ pack: { scenes } }: Inventory): string[] {
  const all = scenes.map(({ id }) => id).join(',')
  return scenes.length > 1 && scenes.length <= MOST_SCENES ? DOCUMENTS.map((kind) => `${API}/decks.${kind}?scenes=${all}`) : []
}

/** The files that the server makes of panels, of scenes and of all scenes, in their usual theme and width. Not every panel has a picture, not every server makes every kind. */
export const filesOf = (inventory: Inventory): string[] => [
  ...inventory.places.flatMap(({ scene, panel }) => ['svg', 'png', 'csv'].map((kind) => `${API}/panels/${scene}/${panel}.${kind}`)),
  ...inventory.pack.scenes.flatMap(({ id }) => DOCUMENTS.map((kind) => `${API}/scenes/${id}.${kind}`)),
  ...decksOf(inventory)
]

/**
 * The addresses at which the app is opened, beside `/` and `/wall`: a plain file server looks for a folder of that name. At those that
 * are nothing without a server the app says so.
 */
export const pagesOf = ({ pack, places }: Inventory): string[] => [
  '/brief',
  '/remote',
  '/walls',
  ...pack.scenes.flatMap(({ id }) => [`/brief/${id}`, `/embed/scene/${id}`]),
  ...places.map(({ scene, panel }) => `/embed/panel/${scene}/${panel}`)
]
