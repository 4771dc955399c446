import { Resvg } from '@resvg/resvg-js'
import type { MadePicture } from '#charts/picture-kind.ts'
import type { Room } from '#charts/picture.ts'
import { createCanvas } from '#server/render/canvas.ts'
import { element, writeElement, type Element } from '#server/render/element.ts'
import type { Faces } from '#server/render/faces.ts'
import type { Letterer } from '#server/render/lettering.ts'
import { blockElements, heightOf, remOf } from '#server/render/picture.ts'
import type { Theme } from '#tokens/themes.ts'
import type { Slide } from './slide.ts'
import { placed } from './text.ts'
import type { Box } from './units.ts'

/** What pictures are drawn with. */
export interface Pens {
  readonly letterer: Letterer
  readonly faces: Faces
}

/** Widths, in px of the picture, that its panel is laid out at to find the one that fills a box best. */
const WIDTHS = [420, 480, 540, 600, 660, 720, 800] as const

interface LaidOut {
  readonly room: Room
  readonly blocks: ReturnType<MadePicture['blocks']>
  readonly height: number
  readonly scale: number
}

function bestOf({ blocks }: MadePicture, { width, height }: Pick<Box, 'width' | 'height'>, { letterer }: Pens, theme: Theme): LaidOut {
  const tried = WIDTHS.map((wide): LaidOut => {
    const room = { width: wide, rem: remOf(wide), theme, measure: letterer.measure }
    const made = blocks(room)
    const tall = made.reduce((sum, block) => sum + heightOf(block), 0)
    return { room, blocks: made, height: tall, scale: Math.min(width / wide, height / Math.max(1, tall)) }
  })
  return tried.reduce((best, one) => (one.scale * one.room.width > best.scale * best.room.width * 1.02 ? one : best))
}

/** How large a picture becomes in a box, in square px; 0 where there is nothing in it to draw. */
export function drawnArea(made: MadePicture, box: Pick<Box, 'width' | 'height'>, pens: Pens, theme: Theme): number {
  const { room, height, scale } = bestOf(made, box, pens, theme)
  return room.width * height * scale ** 2
}

/** As a picture is laid out in a box. */
export const laidBlocks = (made: MadePicture, box: Pick<Box, 'width' | 'height'>, pens: Pens, theme: Theme): ReturnType<MadePicture['blocks']> =>
  bestOf(made, box, pens, theme).blocks

function svgOf({ room, blocks, height }: LaidOut, { letterer }: Pens): { readonly text: string; readonly used: ReturnType<typeof createCanvas>['used'] } {
  const canvas = createCanvas({ letterer, placed: true, prefix: 'p' })
  let y = 0
  const drawn = blocks.map((block) => {
    const made = element('g', { transform: `translate(0 ${y})` }, blockElements(block, room, canvas))
    y += heightOf(block)
    return made
  })
  const size = { width: room.width, height, viewBox: `0 0 ${room.width} ${height}` }
  const svg = element('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size }, [element('defs', {}, canvas.definitions()), ...drawn])
  return { text: writeElement(svg), used: canvas.used }
}

const encoder = new TextEncoder()

/**
 * A panel's picture without its frame, as a vector whose letters are outlines: it looks the same on every machine, and no font has
 * to be there. Beside it the same in pixels for what cannot draw vectors.
 */
export function vectorPicture(slide: Slide, name: string, made: MadePicture, box: Box, pens: Pens): Element {
  const laid = bestOf(made, box, pens, slide.theme)
  const { text, used } = svgOf(laid, pens)
  const fonts = pens.faces.files.filter((face) => !face.rare || used.has(face)).map(({ path }) => path)
  const drawing = new Resvg(text, {
    fitTo: { mode: 'width', value: Math.round(laid.room.width * laid.scale * 2) },
    font: { loadSystemFonts: false, fontFiles: fonts, defaultFontFamily: 'Noto Sans SC' },
    shapeRendering: 2
  })
  const png = slide.parts.relate(slide.path, 'image', slide.parts.media(drawing.render().asPng(), 'png'))
  const svg = slide.parts.relate(slide.path, 'image', slide.parts.media(encoder.encode(drawing.toString()), 'svg'))
  const [width, height] = [laid.room.width * laid.scale, laid.height * laid.scale]
  return pictureXml(
    slide.id(),
    { name, words: made.summary, png, svg },
    { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height }
  )
}

interface Names {
  readonly name: string
  readonly words: string
  readonly png: string
  readonly svg: string
}

function pictureXml(id: number, { name, words, png, svg }: Names, box: Box): Element {
  const vector = element('asvg:svgBlip', { 'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main', 'r:embed': svg })
  return element('p:pic', {}, [
    element('p:nvPicPr', {}, [
      element('p:cNvPr', { id, name, descr: words }),
      element('p:cNvPicPr', {}, [element('a:picLocks', { noChangeAspect: 1 })]),
      element('p:nvPr')
    ]),
    element('p:blipFill', {}, [
      element('a:blip', { 'r:embed': png }, [element('a:extLst', {}, [element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, [vector])])]),
      element('a:stretch', {}, [element('a:fillRect')])
    ]),
    element('p:spPr', {}, [placed(box), element('a:prstGeom', { prst: 'rect' }, [element('a:avLst')])])
  ])
}
