/** One side of a river: its bands stand side by side between `from` and `to`, each with at least `slot` of room. */
export interface Side {
  readonly values: readonly (number | null)[]
  readonly from: number
  readonly to: number
  readonly slot: number
}

export interface Slot {
  readonly middle: number
  /** The room that is its own, half the gaps included. */
  readonly room: number
}

/** Between two bands, in rem. */
const LEAST_GAP = 0.6
const MOST_GAP = 4
/** Halvings until the scale is true to a hair. */
const STEPS = 40

export const sum = (values: readonly (number | null)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0)

const slotsOf = ({ values, slot }: Side, scale: number): number[] => values.map((value) => Math.max((value ?? 0) * scale + LEAST_GAP, slot))

const fits = (side: Side, scale: number): boolean => sum(slotsOf(side, scale)) <= side.to - side.from + 1e-9

/** One scale for all bands, in rem for one unit: the largest under which `largest` takes no more than `most` and every side has room. */
export function commonScale(most: number, largest: number, sides: readonly Side[]): number {
  if (largest <= 0) return 0
  let [low, high] = [0, most / largest]
  if (sides.every((side) => fits(side, high))) return high
  for (let step = 0; step < STEPS; step += 1) {
    const middle = (low + high) / 2
    if (sides.every((side) => fits(side, middle))) low = middle
    else high = middle
  }
  return low
}

/** Where each band stands, in order, the whole in the middle of its side. */
export function spread(side: Side, scale: number): readonly Slot[] {
  const slots = slotsOf(side, scale)
  const room = side.to - side.from
  const gap = slots.length > 1 ? Math.min(MOST_GAP, (room - sum(slots)) / (slots.length - 1)) : 0
  let at = side.from + (room - sum(slots) - gap * (slots.length - 1)) / 2
  return slots.map((slot) => {
    const middle = at + slot / 2
    at += slot + gap
    return { middle, room: slot + gap }
  })
}

/** The widest room for words that leaves the bands a quarter of the side; the narrowest where none does, and never more than there is. */
export function slotFor(slots: readonly number[], count: number, room: number): number {
  const wanted = slots.find((slot) => slot * count <= room * 0.75) ?? slots.at(-1) ?? 0
  return Math.min(wanted, room / Math.max(1, count))
}
