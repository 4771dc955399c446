import { FRAME } from '#tokens/sizes.ts'

export type Form = 'wall' | 'ultrawide' | 'column'

/** What the space is like in the hand: a tablet lying or standing, or a phone, whose one column is scrolled. */
export type Frame = 'wall' | 'landscape' | 'portrait' | 'phone'

export interface Layout {
  readonly form: Form
  readonly frame: Frame
  /** Pixels of one layout rem. */
  readonly rem: number
}

/** The ratio from which the ultra-wide frame's fixed wings leave the map its room. */
const ULTRAWIDE_RATIO = FRAME.ultrawideWidth / FRAME.height

/** An old 4:3 projector is a wall too. */
const UNATTENDED_RATIO = 1.2

const COLUMN: Layout = { form: 'column', frame: 'phone', rem: FRAME.columnPx }

/** Narrower, or lower, there is no room for a map beside its figures. */
const PHONE = { width: 700, height: 560 }
const LYING_RATIO = 1.1

/** A tablet's type is that of a wall at arm's length; on a larger screen it grows with the side that is the shorter of its frame. */
function tabletLayout(width: number, height: number): Layout {
  if (width < PHONE.width || height < PHONE.height) return COLUMN
  const frame = width / height >= LYING_RATIO ? 'landscape' : 'portrait'
  const { width: usual, height: tall } = FRAME.tablet[frame]
  return { form: 'column', frame, rem: FRAME.tabletPx * Math.max(1, Math.min(width / usual, height / tall)) }
}

/** How a space of `width` x `height` CSS px is laid out. Nobody scrolls an unattended one: it is a wall, however small. */
export function layoutFor(width: number, height: number, unattended = false): Layout {
  const ratio = width / height
  if (unattended ? ratio < UNATTENDED_RATIO : width < 1280 || ratio < 1.5) return unattended ? COLUMN : tabletLayout(width, height)
  const frame = ratio >= ULTRAWIDE_RATIO ? FRAME.ultrawideWidth : FRAME.wallWidth
  return { form: ratio >= ULTRAWIDE_RATIO ? 'ultrawide' : 'wall', frame: 'wall', rem: Math.min(height / FRAME.height, width / frame) }
}
