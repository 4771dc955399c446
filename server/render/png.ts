import { Resvg } from '@resvg/resvg-js'
import { writeElement } from './element.ts'
import type { FaceFile, Faces } from './faces.ts'
import type { DrawnPicture } from './picture.ts'

const rendered = ({ svg, width }: DrawnPicture, fonts: readonly FaceFile[]): ReturnType<Resvg['render']> =>
  new Resvg(writeElement(svg), {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false, fontFiles: fonts.map(({ path }) => path), defaultFontFamily: 'Noto Sans SC' },
    shapeRendering: 2,
    textRendering: 1
  }).render()

export interface Raster {
  readonly width: number
  readonly height: number
  /** Red, green, blue and opacity of each, from the upper left. */
  readonly pixels: Uint8Array
}

/** A picture in pixels, drawn with these fonts and no others: without any, its texts are missing. */
export function rasterOf(picture: DrawnPicture, fonts: readonly FaceFile[]): Raster {
  const image = rendered(picture, fonts)
  // Asked for once: each time it is copied whole.
  return { width: image.width, height: image.height, pixels: image.pixels }
}

/** The main file of each face, and of the others those that the picture needs. */
export const fontsFor = ({ canvas }: DrawnPicture, { files }: Faces): readonly FaceFile[] => files.filter((face) => !face.rare || canvas.used.has(face))

/** The fonts are those of the build, whatever is installed. */
export const pngOf = (picture: DrawnPicture, faces: Faces): Buffer => rendered(picture, fontsFor(picture, faces)).asPng()
