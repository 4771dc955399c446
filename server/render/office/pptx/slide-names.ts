import { headlineOf } from '#server/render/frame.ts'
import type { DeckPanel, DeckScene } from './deck-panel.ts'

/** What follows a slide's title so that no other slide of the deck has the same: in an outline there is nothing else to tell them by. */
export type SlideNames = ReadonlyMap<DeckPanel, string>

const countsOf = (texts: readonly string[]): ReadonlyMap<string, number> =>
  texts.reduce((seen, text) => seen.set(text, (seen.get(text) ?? 0) + 1), new Map<string, number>())

/** Its own title where it states something, then its scene's; a number where even these are the same. */
export function slideNames(scenes: readonly DeckScene[], packTitle: string): SlideNames {
  const all = scenes.flatMap(({ answer, panels }) => panels.map((panel) => ({ panel, scene: answer.scene.title, title: headlineOf(panel.sheet) })))
  const cover = scenes.length === 1 ? (scenes[0]?.answer.scene.title ?? '') : packTitle
  const titles = countsOf([...all.map(({ title }) => title), cover])
  const used = new Set<string>()
  return new Map(
    all.map(({ panel, scene, title }) => {
      const own = panel.sheet.title === title ? [] : [panel.sheet.title]
      const scenery = scenes.length > 1 && scene !== title ? [scene] : []
      const tries = [...((titles.get(title) ?? 0) > 1 ? [] : ['']), ...scenery, ...own, ...own.map((name) => `${scene} ${name}`), '概况']
      const numbered = Array.from({ length: all.length }, (_, index) => `${scene} ${index + 2}`)
      const name = [...tries, ...numbered].find((text) => !used.has(`${title}${text}`)) ?? ''
      used.add(`${title}${name}`)
      return [panel, name] as const
    })
  )
}
