import type { Grey } from './png.ts'

/** Between which shares of the height the scene stands: below the header and above the dock. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** Steps of luminance smaller than this, of 255, are the gradient of the ground and its dithering. */
const GROUND = 4

/**
 * How much there is to see: the mean step of luminance from each pixel of the band to its right and its lower neighbour, the
 * ground's own left out. Unlike a count of bright pixels it is nearly linear in opacity: two scenes half faded into one another
 * have about the mean of their inks, and a ground without anything has none, in a dark theme as in a light one.
 */
export function inkOf({ width, height, pixels }: Grey, { from, to }: Band): number {
  const [first, last] = [Math.ceil(from * height), Math.floor(to * height) - 1]
  let sum = 0
  for (let y = first; y < last; y += 1)
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x
      const here = pixels[at] ?? 0
      const [right, below] = [Math.abs((pixels[at + 1] ?? 0) - here), Math.abs((pixels[at + width] ?? 0) - here)]
      sum += (right > GROUND ? right : 0) + (below > GROUND ? below : 0)
    }
  return sum / Math.max(1, (last - first) * (width - 1))
}

/**
 * A frame is blank when it has less than a quarter of the ink of the poorer of the scenes before and after. In a cross-fade both
 * opacities sum up to about 1, so that about as much ink as the poorer one has is always there (the least measured: 82 % of it,
 * where marks of both cancel out or fall under the ground's step), and a frame without scenes has none. A quarter is far from both.
 */
export const BLANK = 0.25

/**
 * The inks of a film as shares of the poorer of both standing scenes, which are its first and its last frame. One of them that is
 * itself blank beside the richest frame is no scene, and must not make every other frame look rich.
 */
export function sharesOf(inks: readonly number[]): number[] {
  const most = inks.reduce((a, b) => Math.max(a, b), 0)
  const standing = [inks[0] ?? 0, inks.at(-1) ?? 0].filter((ink) => ink >= BLANK * most)
  const poorer = standing.length === 0 ? most : Math.min(...standing)
  return inks.map((ink) => (poorer === 0 ? 0 : ink / poorer))
}
