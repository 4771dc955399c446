import type { Lettering, SpansShape, TextShape } from '#charts/picture.ts'
import type { Canvas } from './canvas.ts'
import { element, type Element } from './element.ts'

/** For readers that do not take fonts out of a picture: Word, WPS, mail. */
const FALLBACK = { serif: "'SimSun','宋体',serif", sans: "'Microsoft YaHei','微软雅黑',sans-serif" } as const

const familyOf = (family: string): string => `'${family}',${family.includes('Serif') ? FALLBACK.serif : FALLBACK.sans}`

interface Piece extends Lettering {
  readonly text: string
  readonly fill: string
  readonly gap?: number
}

const START = { start: 0, middle: 0.5, end: 1 } as const
const ANCHOR = { start: undefined, middle: 'middle', end: 'end' } as const

type Frame = Pick<TextShape, 'x' | 'y' | 'align'>

const widthOf = (pieces: readonly Piece[], { letterer: { measure } }: Canvas): number =>
  pieces.reduce((sum, piece) => sum + (piece.gap ?? 0) + measure(piece.text, piece), 0)

/**
 * One piece after the other, each stretch of it in the font that has its characters. Where the text is only looked at each
 * stretch has a place of its own; where it is read as well the reader lets one follow the other, and aligns the whole.
 */
function tspans(pieces: readonly Piece[], { x, align = 'start' }: Frame, canvas: Canvas): Element[] {
  let at = x - START[align] * widthOf(pieces, canvas)
  return pieces.flatMap(({ text, size, font, weight, fill, gap = 0 }) => {
    at += gap
    return canvas.letterer.runs(canvas.placed ? canvas.letterer.drawable(text) : text, { font, weight }).map(({ text: run, face }, index) => {
      canvas.note(face, run)
      const place = canvas.placed ? { x: at } : { dx: index === 0 && gap !== 0 ? gap : undefined }
      at += canvas.letterer.measure(run, { font, weight, size })
      return element('tspan', { ...place, 'font-family': familyOf(face.family), 'font-weight': face.weight, 'font-size': size, fill }, [run])
    })
  })
}

function textOf(pieces: readonly Piece[], frame: Frame, canvas: Canvas, more: Element['attrs'] = {}): Element {
  const place = canvas.placed ? { y: frame.y } : { x: frame.x, y: frame.y, 'text-anchor': ANCHOR[frame.align ?? 'start'] }
  return element('text', { ...place, 'xml:space': 'preserve', ...more }, tspans(pieces, frame, canvas))
}

/** A text that is parted from its ground has its outline under it, as a text of its own that nobody reads: not every program can draw it first. */
export function textElements(shape: TextShape, canvas: Canvas): Element[] {
  const { halo, opacity } = shape
  if (shape.text === '') return []
  const text = textOf([shape], shape, canvas, { opacity })
  if (halo === undefined) return [text]
  const outline = { opacity, 'aria-hidden': 'true', stroke: halo.colour, 'stroke-width': halo.width, 'stroke-linejoin': 'round' }
  return [textOf([{ ...shape, fill: halo.colour }], shape, canvas, outline), text]
}

export const spansElement = (shape: SpansShape, canvas: Canvas): Element => textOf(shape.spans, shape, canvas)
