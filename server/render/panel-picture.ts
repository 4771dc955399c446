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

/** @throws Error for an answer without a panel, or a panel of an unknown kind. */
export function panelPicture({ answer, info, boundaries, width, theme, format, metric, period }: PanelPicture, letterer: Letterer): DrawnPicture {
  const [panel] = answer.scene.panels
  const kind = panel === undefined ? undefined : PICTURE_KINDS.get(panel.kind)
  if (panel === undefined || kind === undefined) throw new Error(`no picture of a panel of the kind ${panel?.kind}`)
  const sheet = sheetOf({ panel, answer, info, metric, period })
  const made = kind({ panel, answer, boundaries, metric, period, map: info.map })
  return drawPicture({ sheet, made, place: sheet.place, theme: THEMES[theme], width, placed: format === 'png' }, letterer)
}
