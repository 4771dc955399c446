import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import { createParts } from '#server/render/office/parts.ts'
import { NO_STEPS, type Step } from '#server/render/step.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import { coverSlide } from './cover-slide.ts'
import type { DeckScene } from './deck-panel.ts'
import { addMasters } from './master.ts'
import { panelSlides } from './panel-slides.ts'
import { addPresentation, type Section } from './presentation.ts'
import { leadOf } from './scene-lead.ts'
import { sceneSlide } from './scene-slide.ts'
import { addSlide, type Slide } from './slide.ts'
import { slideNames } from './slide-names.ts'
import { sourcesSlides } from './sources-slides.ts'
import type { Pens } from './vector-picture.ts'

export interface Deck {
  /** At least one, all of one release. */
  readonly scenes: readonly DeckScene[]
  readonly info: PackInfo
  readonly theme: ThemeId
  /** Where a scene is seen on the screen, for citations. */
  readonly addressOf: (answer: SceneAnswer) => string
}

interface Planned {
  readonly section: string
  readonly layout: string
  readonly draw: (slide: Slide) => void
}

/** Slides that follow each other under one name; a scene's own name may be used twice. */
function sectionsOf(planned: readonly Planned[]): Section[] {
  const sections: { name: string; slides: number }[] = []
  for (const { section } of planned) {
    const last = sections.at(-1)
    if (last?.name === section) last.slides += 1
    else sections.push({ name: section, slides: 1 })
  }
  return sections
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
  const { notesMaster, cover, panel, opening } = skeleton
  const names = slideNames(scenes, info.title)
  const planned: Planned[] = [
    { section: '封面', layout: cover, draw: (slide) => coverSlide(slide, scenes, info) },
    ...scenes.flatMap((scene, index) => {
      const { answer, panels } = scene
      const section = answer.scene.title
      const context = { answer, info, pens, theme, names, address: addressOf(answer) }
      const turn = { number: index + 1, of: scenes.length }
      const opens: Planned[] =
        scenes.length === 1 ? [] : [{ section, layout: opening, draw: (slide) => sceneSlide(slide, scene, turn, leadOf(scene, info, context.address)) }]
      return [...opens, ...panels.flatMap((one) => panelSlides(one, context)).map((draw): Planned => ({ section, layout: panel, draw }))]
    }),
    ...sourcesSlides(scenes, info, addressOf, theme).map((draw): Planned => ({ section: '来源与口径', layout: panel, draw }))
  ]
  const slides = planned.map(({ layout, draw }, done) => {
    step(done, planned.length)
    return addSlide({ parts, theme, layout, notesMaster }, draw)
  })
  const titles = scenes.map(({ answer: { scene } }) => scene.title).join('、')
  const facts = { title: titles, publisher: info.title, subject: info.product, made: first.answer.publishedAt }
  addPresentation(parts, skeleton, slides, { ...facts, sections: scenes.length === 1 ? [] : sectionsOf(planned) })
  return parts.zip()
}
