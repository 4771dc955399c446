import { FONT } from '#tokens/sizes.ts'
import type { Theme } from '#tokens/themes.ts'
import type { PictureFacts } from './picture-facts.ts'
import { qrOf } from './qr.ts'

export interface Footer {
  readonly facts: PictureFacts
  readonly link: string
  readonly theme: Theme
}

interface Line {
  readonly text: string
  readonly font: string
  readonly colour: string
  /** Of the line, in CSS px. */
  readonly height: number
}

const PAD = 20
/** Of one module of the code, in CSS px. */
const MODULE = 3
const GAP = 8

function linesOf({ facts, link, theme }: Footer): Line[] {
  return [
    { text: facts.title, font: `600 20px ${FONT.sans}`, colour: theme.t1, height: 30 },
    { text: facts.about, font: `400 16px ${FONT.inline}`, colour: theme.t2, height: 24 },
    { text: facts.source, font: `400 16px ${FONT.inline}`, colour: theme.t2, height: 24 },
    { text: link, font: `400 14px ${FONT.inline}`, colour: theme.t3, height: 22 }
  ]
}

/** Breaks between any two characters: Chinese has no spaces to break at, and a link must not run out of the picture. */
function broken(context: CanvasRenderingContext2D, { text, font }: Line, width: number): string[] {
  context.font = font
  const rows: string[] = []
  let row = ''
  for (const character of text) {
    if (row !== '' && context.measureText(row + character).width > width) {
      rows.push(row)
      row = ''
    }
    row += character
  }
  return row === '' ? rows : [...rows, row]
}

/** Laid out for a width: how high it is, and what draws it with its upper edge at `top`. All in CSS px. */
export interface LaidOutFooter {
  readonly height: number
  readonly draw: (context: CanvasRenderingContext2D, top: number) => void
}

/** Has the faces loaded that the footer is written in: a canvas does not wait for them. */
export const loadFooterFonts = (footer: Footer): Promise<unknown> => Promise.all(linesOf(footer).map(({ font, text }) => document.fonts.load(font, text)))

function drawCode(context: CanvasRenderingContext2D, link: string, x: number, y: number): void {
  const [qr, canvas] = [qrOf(link), document.createElement('canvas')]
  qr.drawOn(canvas)
  context.imageSmoothingEnabled = false
  context.drawImage(canvas, x, y, qr.size * MODULE, qr.size * MODULE)
}

export function layFooterOut(context: CanvasRenderingContext2D, footer: Footer, width: number): LaidOutFooter {
  const code = qrOf(footer.link).size * MODULE
  const lines = linesOf(footer).map((line) => ({ ...line, rows: broken(context, line, width - code - 3 * PAD) }))
  const text = lines.reduce((sum, { rows, height }) => sum + rows.length * height, 0)
  const height = Math.ceil(Math.max(text + GAP, code) + 2 * PAD)
  const draw = (on: CanvasRenderingContext2D, top: number): void => {
    on.fillStyle = footer.theme.bg1
    on.fillRect(0, top, width, height)
    on.fillStyle = footer.theme.line2
    on.fillRect(0, top, width, 1)
    on.textBaseline = 'middle'
    let y = top + (height - text) / 2
    for (const line of lines)
      for (const row of line.rows) {
        on.font = line.font
        on.fillStyle = line.colour
        on.fillText(row, PAD, y + line.height / 2)
        y += line.height
      }
    drawCode(on, footer.link, width - PAD - code, top + (height - code) / 2)
  }
  return { height, draw }
}
