import { DEMO } from '#tokens/sizes.ts'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Along the axis from stripe to stripe. Across, at least 8 px and stripes of 2, or an LED wall shimmers. */
export const hatchPeriod = (rem: number): number => Math.max(DEMO.period * rem, 8) * Math.SQRT2
export const hatchWidth = (rem: number): number => Math.max(DEMO.stripe * rem, 2)

/** Path data of 45 degree stripes over a box; the caller clips them to the mark. Needs no canvas, so it draws on a server too. */
export function hatchPath({ x, y, width, height }: Bounds, period: number): string {
  const stripes: string[] = []
  const first = Math.floor((x - height) / period) * period
  for (let at = first; at < x + width; at += period) stripes.push(`M${at.toFixed(1)} ${(y + height).toFixed(1)}L${(at + height).toFixed(1)} ${y.toFixed(1)}`)
  return stripes.join('')
}
