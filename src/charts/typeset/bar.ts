import type { Shape } from '#charts/picture.ts'
import { alpha } from '#tokens/colour.ts'

interface Bar {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: string
  readonly demo: boolean
  /** Which edge of a striped bar is a full line: where it ends. */
  readonly end?: 'left' | 'right'
}

const CAP = 2.2

/** Flat where it is published or reported; a tint, stripes and a full end for demo. */
export function bar({ colour, demo, end = 'right', ...box }: Bar): Shape[] {
  if (box.width <= 0) return []
  if (!demo) return [{ kind: 'rect', ...box, radius: Math.min(1.5, box.width / 2), fill: colour }]
  const cap = Math.min(CAP, box.width)
  return [
    { kind: 'rect', ...box, fill: { hatch: alpha(colour, 0.62), ground: alpha(colour, 0.26) } },
    { kind: 'rect', ...box, x: end === 'left' ? box.x : box.x + box.width - cap, width: cap, fill: colour }
  ]
}
