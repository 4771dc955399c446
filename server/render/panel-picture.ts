import type * as z from 'zod/mini'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { FeatureCollection, PackInfo } from '#contract/pack.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { sheetOf } from '#charts/sheet.ts'
import { THEMES, type ThemeId } from '#tokens/themes.ts'
import type { Letterer } from './lettering.ts'
import { drawPicture, type DrawnPicture } from './picture.ts'

/** A picture of one panel, as it is asked for. */
export interface PanelPicture {
  /** Of this panel alone. */
  readonly answer: SceneAnswer
  readonly info: PackInfo
  /** Of the answer's root, with what is around it. */
  readonly boundaries: z.infer<typeof FeatureCollection>
  readonly width: number
  readonly theme: ThemeId
  readonly format: 'svg' | 'png'
  readonly metric?: string | undefined
  readonly period?: string | undefined
}

/** Where the figures are of, where that is not the whole that the pack is about: the region that is looked at or, of a panel that shows parts only, the one whose parts they are. */
export function placeOf({ region, root, top = root, regions, scene }: SceneAnswer): string {
  const looked = scene.panels.some(({ needs }) => needs.some(({ area }) => area === 'self')) ? region : root
  return looked === top ? '' : (regions.find(({ code }) => code === looked)?.name ?? looked)
}

/** @throws Error for an answer without a panel, or a panel of an unknown kind. */
export function panelPicture({ answer, info, boundaries, width, theme, format, metric, period }: PanelPicture, letterer: Letterer): DrawnPicture {
  const [panel] = answer.scene.panels
  const kind = panel === undefined ? undefined : PICTURE_KINDS.get(panel.kind)
  if (panel === undefined || kind === undefined) throw new Error(`no picture of a panel of the kind ${panel?.kind}`)
  const sheet = sheetOf({ panel, answer, info, metric, period })
  const made = kind({ panel, answer, boundaries, metric, period, map: info.map })
  return drawPicture({ sheet, made, place: placeOf(answer), theme: THEMES[theme], width, placed: format === 'png' }, letterer)
}
