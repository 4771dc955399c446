import type { AskedDeck, DeckEnding } from './deck-parts.ts'
import type { SceneFacts } from './scene-facts.ts'

/** The region that is looked at, where that is not the whole that the pack is about. */
function regionOf({ region, root, top = root, regions }: SceneFacts): { readonly code: string; readonly name: string } | undefined {
  return region === top ? undefined : regions.find(({ code }) => code === region)
}

/** What the file is called where it is kept, as a header says it: by its scenes, what of them was asked for, and its release; in Chinese for what reads that. */
export function dispositionOf({ scenes, period, release }: AskedDeck, [first]: readonly SceneFacts[], ending: DeckEnding): string {
  const region = first === undefined ? undefined : regionOf(first)
  const title = first?.scene.title ?? ''
  const plain = [scenes.length === 1 ? scenes[0] : 'scenes', region?.code, period, release].filter((part) => part !== undefined).join('-')
  const said = [scenes.length === 1 ? title : `${title}等${scenes.length}个场景`, region?.name, period, `第${release}版`]
  const named = encodeURIComponent(said.filter((part) => part !== undefined).join(' '))
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${named}.${ending}`
}
