import type { EmbeddedFonts } from './used-fonts.ts'

/** A strip under the picture with one box for each face: a browser draws an image before the fonts inside it have loaded, and says nothing of it. */
export interface FontProbe {
  readonly top: number
  readonly boxes: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const SVG = 'http://www.w3.org/2000/svg'
const BOX = 32
const [STEP, PATIENCE] = [50, 8_000]

function sampleOf({ family, weight, sample }: EmbeddedFonts['faces'][number], x: number, y: number): SVGElement {
  const text = document.createElementNS(SVG, 'text')
  text.textContent = sample
  for (const [name, value] of Object.entries({ x, y, 'font-family': family, 'font-weight': weight, 'font-size': 20 })) text.setAttribute(name, String(value))
  return text
}

/** Makes the image higher by the strip. */
export function addFontProbe(svg: SVGElement, faces: EmbeddedFonts['faces'], { width, height }: Size): FontProbe {
  svg.querySelector('foreignObject')?.setAttribute('height', String(height))
  svg.setAttribute('height', String(height + BOX * faces.length))
  svg.setAttribute('viewBox', `0 0 ${width} ${height + BOX * faces.length}`)
  svg.append(...faces.map((face, index) => sampleOf(face, 4, height + BOX * index + 24)))
  return { top: height, boxes: faces.length }
}

/** Whether each box has ink. */
function allDrawn(image: HTMLImageElement, { top, boxes }: FontProbe): boolean {
  const canvas = Object.assign(document.createElement('canvas'), { width: BOX, height: BOX * boxes })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  context?.drawImage(image, 0, top, BOX, BOX * boxes, 0, 0, BOX, BOX * boxes)
  const inked = (box: number): boolean => context?.getImageData(0, BOX * box, BOX, BOX).data.some((value) => value > 0) ?? false
  return Array.from({ length: boxes }, (_box, index) => index).every(inked)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/** @throws Error when a face does not come: no picture is better than one without its units. */
export async function untilFontsDrawn(image: HTMLImageElement, probe: FontProbe): Promise<void> {
  if (probe.boxes === 0) return
  const end = performance.now() + PATIENCE
  while (!allDrawn(image, probe)) {
    if (performance.now() > end) throw new Error('the fonts of the picture do not load')
    await pause(STEP)
  }
}
