import type { DrawingBlock, Shape } from '#charts/picture.ts'
import { moved, type Laid } from './laid.ts'

/** A block of what has been set, with room above and below it. Nothing that takes no room makes no block. */
export const drawing = (laid: Laid, above = 0, below = 0): DrawingBlock[] =>
  laid.height === 0 ? [] : [{ kind: 'drawing', height: above + laid.height + below, shapes: [moved(laid.shapes, 0, above)] }]

/** Only room. */

/** Shapes in a block of their own height. */
export const shapesBlock = (height: number, shapes: readonly Shape[]): DrawingBlock => ({ kind: 'drawing', height, shapes })
