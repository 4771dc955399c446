/** A stream of numbers in [0, 1). */
export type Random = () => number

/** mulberry32: small, seeded, the same on every machine (integer arithmetic only). */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

const fnv1a = (text: string): number => Array.from(text).reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5)

/** A stream of its own for each name, so that adding a series leaves all others as they were. */
export const randomFor = (seed: number, name: string): Random => mulberry32(seed ^ fnv1a(name))

/** A whole number from -reach to reach. */
export const jitter = (random: Random, reach: number): number => Math.floor(random() * (2 * reach + 1)) - reach
