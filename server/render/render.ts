import type * as z from 'zod/mini'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { FeatureCollection } from '#contract/pack.ts'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { sheetOf } from '#charts/sheet.ts'
import { writeElement } from './element.ts'
import { withFonts } from './embedded-fonts.ts'
import type { Faces } from './faces.ts'
import type { Letterer } from './lettering.ts'
import { panelCsv } from './panel-csv.ts'
import { panelPicture } from './panel-picture.ts'
import { pngOf } from './png.ts'
import type { RenderOrder } from './render-order.ts'

const read = <T>(schema: z.ZodMiniType<T>, json: string): T => schema.parse(JSON.parse(json))

/** The bytes of one picture or file: the same for the same order, whenever it is made. */
export async function render({ format, panel: own, pack, boundaries, ...how }: RenderOrder, faces: Faces, letters: Letterer): Promise<Uint8Array> {
  const [answer, { info }] = [read(SceneAnswer, own), read(PackAnswer, pack)]
  if (format === 'csv') {
    const [panel] = answer.scene.panels
    if (panel === undefined) throw new Error('an answer without a panel')
    const made = PICTURE_KINDS.get(panel.kind)?.({ panel, answer, map: info.map, boundaries: read(FeatureCollection, boundaries), ...how })
    return Buffer.from(panelCsv(sheetOf({ panel, answer, info, ...how }), made?.table))
  }
  const picture = panelPicture({ ...how, format, answer, info, boundaries: read(FeatureCollection, boundaries) }, letters)
  return format === 'png' ? pngOf(picture, faces) : Buffer.from(writeElement(await withFonts(picture)))
}
