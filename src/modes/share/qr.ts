import { generate } from 'lean-qr'
import { THEMES } from '#tokens/themes.ts'

/** The quiet zone that readers ask for, in modules. */
const QUIET = 4

/** The modules of a link's code, edge to edge with the quiet zone. */
export interface Qr {
  readonly size: number
  /** Draws it dark on light, one pixel a module, whatever the theme: readers look for that. */
  readonly drawOn: (canvas: HTMLCanvasElement) => void
}

const channelsOf = (hex: string): [number, number, number] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]

export function qrOf(link: string): Qr {
  const code = generate(link)
  return {
    size: code.size + 2 * QUIET,
    drawOn: (canvas) => code.toCanvas(canvas, { on: channelsOf(THEMES.paper.t1), off: channelsOf(THEMES.paper.bg0), pad: QUIET })
  }
}
