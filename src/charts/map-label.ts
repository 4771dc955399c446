import { contrastOf, mix } from '#tokens/colour.ts'
import type { Theme } from '#tokens/themes.ts'

export interface LabelColours {
  readonly text: string
  readonly halo: string
}

/** AA asks 4.5 of text under 24 px; a little more, since glyphs on a wall are seen at an angle. */
const ENOUGH = 5
const STEP = 0.05

/** Light or dark text, whichever the ground carries better, in a halo that is the ground moved away from the text until it can be read. */
export function labelColours(ground: string, { light, mapText, bg0, t1 }: Theme): LabelColours {
  const [dark, pale] = light ? [mapText, bg0] : [bg0, mapText]
  const text = contrastOf(pale, ground) >= contrastOf(dark, ground) || !light ? pale : dark
  const away = text === pale ? (light ? t1 : bg0) : bg0
  let share = 0.3
  while (share < 1 && contrastOf(text, mix(ground, away, share)) < ENOUGH) share += STEP
  return { text, halo: mix(ground, away, Math.min(1, share)) }
}
