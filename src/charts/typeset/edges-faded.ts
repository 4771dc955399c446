import type { Room, Shape } from '#charts/picture.ts'
import { alpha } from '#tokens/colour.ts'
import { groundOf } from '#tokens/tints.ts'

interface Box {
  readonly width: number
  readonly height: number
}

/** Over what lies in a box: it fades towards all its edges, `across` and `down` pixels wide, so that nothing is seen to be cut. */
export function edgesFaded({ width, height }: Box, across: number, down: number, { theme }: Pick<Room, 'theme'>): Shape[] {
  const ground = groundOf(theme)
  const [from, to] = [ground, alpha(ground, 0)]
  return [
    { kind: 'rect', x: 0, y: 0, width, height: down, fill: { from, to } },
    { kind: 'rect', x: 0, y: height - down, width, height: down, fill: { from: to, to: from } },
    { kind: 'rect', x: 0, y: 0, width: across, height, fill: { from, to, across: true } },
    { kind: 'rect', x: width - across, y: 0, width: across, height, fill: { from: to, to: from, across: true } }
  ]
}
