import type { MarkLook } from '#charts/bar-mark.ts'
import type { Paint } from '#charts/picture.ts'
import type { Theme } from '#tokens/themes.ts'
import { groundOf } from '#tokens/tints.ts'

interface Disc {
  readonly look: MarkLook
  /** Beyond what a figure vouches for. */
  readonly dashed?: boolean
  readonly colour: string
  /** Of its outline, where it has one. */
  readonly width: number
}

/** A mark that is one of many: full when published or reported, hollow for demo, dashed gold for a forecast, dashed for what 以上 leaves open. */
export function discPaint({ look, dashed = false, colour, width }: Disc, theme: Theme): Paint {
  if (look === 'solid' && !dashed) return { fill: colour }
  const outline: Paint = { fill: groundOf(theme), stroke: look === 'forecast' ? theme.accent : colour, strokeWidth: width }
  return dashed || look === 'forecast' ? { ...outline, dash: [1.8 * width, 1.2 * width] } : outline
}

export const demoHatch = ({ demoBase, demoStripe }: { readonly demoBase: string; readonly demoStripe: string }) => ({ hatch: demoStripe, ground: demoBase })
