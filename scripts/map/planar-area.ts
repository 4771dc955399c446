import type { Line } from './geometry.ts'

/** Shoelace area in the square of the ring's own unit; positive when the ring runs counter-clockwise. */
export function planarArea(ring: Line): number {
  const [originX, originY] = ring[0] ?? [0, 0]
  let twice = 0
  // Measured from the first point: far from the origin the products would eat the digits.
  ring.forEach(([x, y], i) => {
    const [nextX, nextY] = ring[i + 1] ?? [originX, originY]
    twice += (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY)
  })
  return twice / 2
}
