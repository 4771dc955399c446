/** Two CSS px around the middle, one place after the other: no edge of a letter stands on the same pixels for hours. */
const PLACES = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
  [-2, 2],
  [-2, 0],
  [-2, -2],
  [0, -2],
  [2, -2]
] as const

export const ORBIT_EVERY = 180_000

/** Where the picture stands at an instant, in CSS px. */
export const orbitAt = (now: number): readonly [x: number, y: number] => PLACES[Math.floor(now / ORBIT_EVERY) % PLACES.length] ?? PLACES[0]
