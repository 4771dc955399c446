import type { Bounds } from './hatch.ts'
import { bandOf, boxOf } from './river-band.ts'
import { BANK, LABEL_GAP, LEAST_BEYOND, linesFor, MEASURES, NODE, slotsFor, TIGHT, type Insets, type RiverCourse } from './river-measures.ts'
import { commonScale, slotFor, spread, sum, type Side, type Slot } from './river-scale.ts'
import type { Reach } from './reach.ts'
import type { Branch, RiverModel } from './river.ts'

export interface RiverRoom {
  readonly course: RiverCourse
  readonly width: number
  readonly height: number
}

export interface BranchShape {
  readonly branch: Branch
  /** Null where there is no number: no band, only the name in its place. */
  readonly band: string | null
  /** The band's two edges, without its ends. */
  readonly edges: string
  readonly node: Bounds | null
  /** The box its words stand in. */
  readonly label: Bounds
}

export interface RiverShape {
  readonly trunk: Bounds
  /** Beneath it, what the trunk's qualifier leaves open; null where the figure is exact. */
  readonly beyond: Bounds | null
  /** The lines at which the bands meet the trunk. */
  readonly banks: readonly Bounds[]
  /** Where the trunk's figures stand, however wide or narrow it is. */
  readonly heart: Bounds
  /** Beside it, in place of what the river lacks. */
  readonly wings: { readonly sources: Bounds; readonly outlets: Bounds }
  readonly sources: readonly BranchShape[]
  readonly outlets: readonly BranchShape[]
  /** Whether the words of a source or of an outlet stand on one line. */
  readonly tight: { readonly sources: boolean; readonly outlets: boolean }
}

/** One side of the river along its course: where it meets the trunk, where its bands end, and where their words stand. */
interface Bank {
  readonly branches: readonly Branch[]
  readonly side: Side
  readonly lines: number
  readonly trunkAt: number
  readonly endAt: number
  readonly words: readonly [from: number, to: number]
}

/** What both sides share. */
interface Flow {
  readonly course: RiverCourse
  readonly scale: number
  readonly trunkFrom: number
  readonly breadth: number
}

function sideOf(
  branches: readonly Branch[],
  course: RiverCourse,
  breadth: number,
  [above, below]: Insets,
  least: readonly number[]
): Pick<Bank, 'side' | 'lines'> {
  const room = breadth - above - below
  const slots = slotsFor(course, least, branches)
  const lines = linesFor(course, slots, branches.length, room)
  const own = slots.map((wide) => wide / lines)
  return { lines, side: { values: branches.map(({ value }) => value), from: above, to: breadth - below, slot: slotFor(own, branches.length, room) } }
}

/** How far a branch's words may reach on their line: half way to those before and behind them on it, and no further than the river is broad. */
function reachOf(slots: readonly Slot[], index: number, lines: number, breadth: number): readonly [near: number, far: number] {
  const [before, own, behind] = [slots[index - lines], slots[index], slots[index + lines]]
  const { middle, room } = own ?? { middle: 0, room: 0 }
  const between = (a: Slot, b: Slot): number => (a.middle + a.room / 2 + b.middle - b.room / 2) / 2
  const near = before === undefined || own === undefined ? 0 : between(before, own)
  const far = behind === undefined || own === undefined ? breadth : between(own, behind)
  return [Math.max(near, middle - (room * lines) / 2), Math.min(far, middle + (room * lines) / 2)]
}

/** At the trunk the bands lie one against the other from its upper edge, in order; what is missing leaves its share open at the end. */
function shapesOf({ course, scale, trunkFrom, breadth }: Flow, { branches, side, lines, trunkAt, endAt, words: [from, to] }: Bank): BranchShape[] {
  const slots = spread(side, scale)
  const line = (to - from) / lines
  let at = trunkFrom
  return branches.map((branch, index) => {
    const { middle = 0 } = slots[index] ?? {}
    const width = (branch.value ?? 0) * scale
    const start = at
    at += width
    const [near, far] = reachOf(slots, index, lines, breadth)
    const label = boxOf(course, [from + (index % lines) * line, near], [line, far - near])
    if (branch.value === null) return { branch, band: null, edges: '', node: null, label }
    const own = middle - width / 2
    const node = boxOf(course, [endAt > trunkAt ? endAt : endAt - NODE, own], [NODE, width])
    return { branch, node, label, ...bandOf(course, [trunkAt, start], [endAt, own], width) }
  })
}

/** As wide as the figure may be more, and never so narrow that it could not be seen. */
function beyondOf({ sure, until, edge }: Reach, { course, scale, trunkFrom }: Flow, [start, end]: readonly [number, number]): Bounds | null {
  return edge === 'none' ? null : boxOf(course, [start, trunkFrom + sure * scale], [end - start, Math.max(LEAST_BEYOND, (until - sure) * scale)])
}

/** The river laid out in its room: all heights on one scale. Where a side has no branches, the trunk runs to that end. */
export function riverShape({ total, sources, outlets }: Pick<RiverModel, 'total' | 'sources' | 'outlets'>, { course, width, height }: RiverRoom): RiverShape {
  const { words, trunk, mostTrunk, share, insets, slots } = MEASURES[course]
  const [length, breadth] = course === 'across' ? [width, height] : [height, width]
  const left = sideOf(sources, course, breadth, insets.sources, slots.sources)
  const right = sideOf(outlets, course, breadth, insets.outlets, slots.outlets)
  const [before, after] = [words.sources * left.lines + NODE + LABEL_GAP, words.outlets * right.lines + NODE + LABEL_GAP]
  const largest = Math.max(total.until, sum(left.side.values), sum(right.side.values))
  const scale = commonScale(Math.min(mostTrunk, breadth * share), largest, [left.side, right.side])
  const middle = (left.side.from + left.side.to + right.side.from + right.side.to) / 4
  const [heartFrom, room] = [before + (length - before - after - trunk) / 2, Math.min(mostTrunk, breadth)]
  const heartTo = heartFrom + trunk
  const trunkFrom = middle - (largest * scale) / 2
  const flow = { course, scale, trunkFrom, breadth }
  const [start, end] = [sources.length > 0 ? heartFrom : 0, outlets.length > 0 ? heartTo : length]
  const banks = {
    sources: { ...left, branches: sources, trunkAt: heartFrom, endAt: before, words: [0, before - NODE - LABEL_GAP] as const },
    outlets: { ...right, branches: outlets, trunkAt: heartTo, endAt: length - after, words: [length - after + NODE + LABEL_GAP, length] as const }
  }
  const across = middle - room / 2
  return {
    trunk: boxOf(course, [start, trunkFrom], [end - start, total.sure * scale]),
    beyond: beyondOf(total, flow, [start, end]),
    banks: [...(sources.length > 0 ? [heartFrom] : []), ...(outlets.length > 0 ? [heartTo - BANK] : [])].map((at) =>
      boxOf(course, [at, trunkFrom], [BANK, total.sure * scale])
    ),
    heart: boxOf(course, [heartFrom, across], [trunk, room]),
    wings: { sources: boxOf(course, [0, across], [heartFrom, room]), outlets: boxOf(course, [heartTo, across], [length - heartTo, room]) },
    sources: shapesOf(flow, banks.sources),
    outlets: shapesOf(flow, banks.outlets),
    tight: { sources: course === 'across' && left.side.slot < TIGHT, outlets: course === 'across' && right.side.slot < TIGHT }
  }
}
