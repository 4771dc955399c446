/** Colour arithmetic on #rrggbb at build time: the browser floor (Chromium 109) has no color-mix(). */
const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16)
]

const byte = (value: number): string => Math.round(value).toString(16).padStart(2, '0')

/** `hex` at `opacity` 0..1 as #rrggbbaa. */
export const alpha = (hex: string, opacity: number): string => `${hex}${byte(opacity * 255)}`

/** `from` moved towards `to` by `share` 0..1. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)]
  return `#${a.map((value, index) => byte(value + ((b[index] ?? value) - value) * share)).join('')}`
}

/** The colour at `position` 0..1 on a ramp of equal steps. */
export function rampAt(ramp: readonly string[], position: number): string {
  const scaled = Math.max(0, Math.min(1, position)) * (ramp.length - 1)
  const index = Math.min(ramp.length - 2, Math.floor(scaled))
  return mix(ramp[index] ?? '', ramp[index + 1] ?? ramp[index] ?? '', scaled - index)
}

const linear = (channel: number): number => (channel <= 0.03928 * 255 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map(linear)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2 contrast of two #rrggbb colours, 1 to 21. */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}
