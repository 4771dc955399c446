import { BRAND_BOX, BRAND_DOT, BRAND_RINGS } from '#tokens/brand-rings.ts'

type Rgb = readonly [number, number, number]

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb

export interface IconStyle {
  readonly size: number
  /** How much of the picture's side the mark takes; a maskable icon is cut to a circle of four fifths. */
  readonly share: number
  readonly ground: string
  readonly mark: string
}

/** How much of a pixel lies inside a distance: 1 inside, 0 outside, a soft edge of one pixel between. */
const coverage = (inside: number): number => Math.min(1, Math.max(0, inside + 0.5))

/** How opaque the mark is at a distance from the middle, in pixels. */
function inkAt(distance: number, pixel: number): number {
  const rings = BRAND_RINGS.map(({ radius, width, opacity }) => opacity * coverage((width / 2) * pixel - Math.abs(distance - radius * pixel)))
  return Math.max(coverage(BRAND_DOT * pixel - distance), ...rings)
}

/** The brand's rings on a plain ground, as RGB. */
export function drawIcon({ size, share, ground, mark }: IconStyle): Uint8Array {
  const [pixels, under, over] = [new Uint8Array(size * size * 3), rgbOf(ground), rgbOf(mark)]
  const pixel = (size * share) / BRAND_BOX
  for (let index = 0; index < size * size; index += 1) {
    const [x, y] = [(index % size) + 0.5 - size / 2, Math.floor(index / size) + 0.5 - size / 2]
    const ink = inkAt(Math.hypot(x, y), pixel)
    pixels.set(
      under.map((value, channel) => Math.round(value + ((over[channel] ?? 0) - value) * ink)),
      index * 3
    )
  }
  return pixels
}
