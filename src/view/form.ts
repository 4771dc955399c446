import { FRAME } from '#tokens/sizes.ts'

export type Form = 'wall' | 'ultrawide' | 'column'

export interface Layout {
  readonly form: Form
  /** Pixels of one layout rem. */
  readonly rem: number
}

/** The ratio from which the ultra-wide frame's fixed wings leave the map its room. */
const ULTRAWIDE_RATIO = FRAME.ultrawideWidth / FRAME.height

/** An old 4:3 projector is a wall too. */
const UNATTENDED_RATIO = 1.2

/** How a space of `width` x `height` CSS px is laid out. Nobody scrolls an unattended one: it is a wall, however small. */
export function layoutFor(width: number, height: number, unattended = false): Layout {
  const ratio = width / height
  if (unattended ? ratio < UNATTENDED_RATIO : width < 1280 || ratio < 1.5) return { form: 'column', rem: FRAME.columnPx }
  const frame = ratio >= ULTRAWIDE_RATIO ? FRAME.ultrawideWidth : FRAME.wallWidth
  return { form: ratio >= ULTRAWIDE_RATIO ? 'ultrawide' : 'wall', rem: Math.min(height / FRAME.height, width / frame) }
}
