import type { PackInfo } from '#contract/pack.ts'
import { createParts } from '#server/render/office/parts.ts'
import { NO_STEPS, type Step } from '#server/render/step.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import { coverSlide, sceneSlide } from './cover-slide.ts'
import type { DeckScene } from './deck-panel.ts'
import { addMasters } from './master.ts'
import { panelSlides } from './panel-slides.ts'
import { addPresentation } from './presentation.ts'
import { addSlide, type Slide } from './slide.ts'
import { sourcesSlides } from './sources-slides.ts'
import type { Pens } from './vector-picture.ts'

export interface Deck {
  /** At least one, all of one release. */
  readonly scenes: readonly DeckScene[]
  readonly info: PackInfo
  readonly theme: ThemeId
  /** Where a scene is seen on the screen, for citations. */
  readonly addressOf: (scene: string) => string
}

/**
 * A PowerPoint file: a cover, a slide for each panel (more where its table is long), and where all of it is from. Charts, tables, maps
 * and figures are Office's own and can be edited. The same deck gives the same bytes.
 * @throws Error for a deck without a scene, and whatever `step` throws.
 */
export function makeDeck({ scenes, info, theme: themeId, addressOf }: Deck, pens: Pens, step: Step = NO_STEPS): Uint8Array {
  const [first] = scenes
  if (first === undefined) throw new Error('a deck without a scene')
  const parts = createParts()
  const theme = THEMES[themeId]
  const skeleton = addMasters(parts, theme, THEMES.paper, info.title)
  const { notesMaster, cover, panel } = skeleton
  const all: readonly (readonly [layout: string, draw: (slide: Slide) => void])[] = [
    [cover, (slide) => coverSlide(slide, scenes, info)],
    ...scenes.flatMap((scene): (readonly [string, (slide: Slide) => void])[] => {
      const { answer, panels } = scene
      const context = { answer, info, pens, theme, address: addressOf(answer.scene.id) }
      const opening = scenes.length === 1 ? [] : [[cover, (slide: Slide) => sceneSlide(slide, scene)] as const]
      return [...opening, ...panels.flatMap((one) => panelSlides(one, context)).map((draw) => [panel, draw] as const)]
    }),
    ...sourcesSlides(scenes, info, addressOf(first.answer.scene.id)).map((draw) => [panel, draw] as const)
  ]
  const slides = all.map(([layout, draw], done) => {
    step(done, all.length)
    return addSlide({ parts, theme, layout, notesMaster }, draw)
  })
  const titles = scenes.map(({ answer: { scene } }) => scene.title).join('、')
  addPresentation(parts, skeleton, slides, { title: titles, publisher: info.title, subject: info.product, made: first.answer.publishedAt })
  return parts.zip()
}
