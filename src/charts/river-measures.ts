import type { Branch } from './river.ts'

/** The river runs from left to right, or from top to bottom where there is no width. All lengths in rem. */
export type RiverCourse = 'across' | 'down'

export type Insets = readonly [above: number, below: number]

/** What a course needs beside its bands; of `slots`, the rooms for a branch's words, the widest that fits counts. */
interface Measures {
  /** The words before the sources and behind the outlets, a line of them. */
  readonly words: { readonly sources: number; readonly outlets: number }
  readonly trunk: number
  readonly mostTrunk: number
  /** How much of the breadth the trunk takes at most. */
  readonly share: number
  readonly insets: { readonly sources: Insets; readonly outlets: Insets }
  readonly slots: { readonly sources: readonly number[]; readonly outlets: readonly number[] }
}

export const MEASURES: Record<RiverCourse, Measures> = {
  across: {
    words: { sources: 10.4, outlets: 9.5 },
    trunk: 22.8,
    mostTrunk: 30,
    share: 0.66,
    insets: { sources: [6.2, 0.8], outlets: [0.6, 2.6] },
    slots: { sources: [5.4, 3.7, 1.9], outlets: [3.9, 1.9] }
  },
  down: {
    words: { sources: 4.8, outlets: 2.9 },
    trunk: 14.4,
    mostTrunk: 60,
    share: 0.92,
    insets: { sources: [0, 0], outlets: [0, 0] },
    slots: { sources: [4.4], outlets: [3.5] }
  }
}

/** The bar at a band's own end. */
export const NODE = 0.35
/** The line at which bands meet the trunk. */
export const BANK = 0.2
/** Between the bar and the words. */
export const LABEL_GAP = 0.75
/** What a qualifier leaves open can be seen, however little it is. */
export const LEAST_BEYOND = 0.8
/** Under this a branch's words stand on one line. */
export const TIGHT = 3
/** Where it runs down, names stand in turn on this many lines at most. */
const MOST_LINES = 3
/** Beside a name, and the longest that words are widened for, in characters of a rem. */
const MARGIN = 0.5
const LONGEST = 6

/** Where it runs down, names stand side by side: the longest says how much room each takes. */
export function slotsFor(course: RiverCourse, slots: readonly number[], branches: readonly Branch[]): readonly number[] {
  if (course === 'across') return slots
  const longest = Math.min(LONGEST, Math.max(0, ...branches.map(({ name }) => name.length)))
  return slots.map((slot) => Math.max(slot, longest + MARGIN))
}

/** How many lines those names need. */
export const linesFor = (course: RiverCourse, slots: readonly number[], count: number, room: number): number =>
  course === 'across' ? 1 : Math.max(1, Math.min(MOST_LINES, Math.ceil((count * (slots[0] ?? 1)) / room)))
