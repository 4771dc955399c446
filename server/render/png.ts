import { Resvg } from '@resvg/resvg-js'
import { writeElement } from './element.ts'
import type { Faces } from './faces.ts'
import type { DrawnPicture } from './picture.ts'

/** Draws a picture in pixels with the fonts of the build and no others. `fonts: []` draws no text at all: the canary of the tests. */
export function pngOf({ svg, canvas, width }: DrawnPicture, { files }: Faces, fonts = files.filter((face) => !face.rare || canvas.used.has(face))): Buffer {
  const drawing = new Resvg(writeElement(svg), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fonts.map(({ path }) => path), defaultFontFamily: 'Noto Sans SC' },
    shapeRendering: 2,
    textRendering: 1
  })
  return drawing.render().asPng()
}
