import type { SceneAnswer } from '#contract/endpoints.ts'
import type { PackInfo } from '#contract/pack.ts'
import type { Theme } from '#tokens/themes.ts'
import type { Slide } from './slide.ts'
import type { SlideNames } from './slide-names.ts'
import type { Pens } from './vector-picture.ts'

/** What all slides of a scene's panels are drawn with. */
export interface PanelContext {
  readonly answer: SceneAnswer
  readonly info: PackInfo
  readonly pens: Pens
  readonly theme: Theme
  /** Where the scene is seen on the screen. */
  readonly address: string
  readonly names: SlideNames
}

/** Draws the body of one slide. */
export type Draw = (slide: Slide) => void
