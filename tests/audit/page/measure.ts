import type { Box } from '#tests/audit/box.ts'

const pen = document.createElement('canvas').getContext('2d')
let penFont = ''

/** What a font makes of a text, in px of the font. */
export function measure(font: string, text: string, baseline: CanvasTextBaseline = 'alphabetic'): TextMetrics {
  if (pen === null) throw new Error('no canvas')
  // Even the same font again is parsed again.
  if (font !== penFont) pen.font = font
  penFont = font
  pen.textBaseline = baseline
  return pen.measureText(text)
}

interface Line {
  readonly text: string
  readonly font: string
  /** The line's advance box on the page: its height is the font's, not the line's. */
  readonly box: Box
  readonly scale: number
  readonly letterSpacing: number
}

/** The box around the glyphs of a line that runs from left to right. */
export function glyphBox({ text, font, box, scale, letterSpacing }: Line): Box {
  const ink = measure(font, text)
  const up = ink.fontBoundingBoxAscent
  const baseline = box.top + ((box.bottom - box.top) * up) / (up + ink.fontBoundingBoxDescent)
  return {
    left: box.left - ink.actualBoundingBoxLeft * scale,
    right: box.right - (ink.width - ink.actualBoundingBoxRight + letterSpacing) * scale,
    top: baseline - ink.actualBoundingBoxAscent * scale,
    bottom: baseline + ink.actualBoundingBoxDescent * scale
  }
}
