import { bandsOf, looks, placeBand, type Band } from './bands.ts'
import { shareOut, stacked, type Block, type PlacedBlock } from './block.ts'

interface Paper {
  /** The room for blocks on the scene's first page, and on those behind it. */
  readonly first: number
  readonly next: number
  /** Between two blocks one over the other. */
  readonly gap: number
}

interface Made {
  readonly bands: readonly Band[]
  readonly cost: number
}

interface Packed {
  readonly pages: readonly (readonly PlacedBlock[])[]
  readonly cost: number
}

const MOST_BANDS = 3
/** What each fault of a page weighs, beside a page more. */
const WEIGHT = { page: 1, empty: 2.5, bent: 1.5, strain: 1.5, band: 0.04, swap: 0.03 } as const
/** The scene's last page may end early, in all its columns. */
const LAST_EMPTY = 0.9

/** What is wrong with a page made of these bands. */
function costOf(bands: readonly Band[], room: number, gap: number, weightOfEmpty: number): number {
  const heights = shareOut(bands, room, gap)
  const used = heights.reduce((sum, height) => sum + height, gap * (bands.length - 1))
  let cost =
    WEIGHT.page +
    weightOfEmpty * (Math.max(0, room - used) / room) +
    WEIGHT.band * bands.length +
    WEIGHT.swap * bands.reduce((sum, { swaps }) => sum + swaps, 0)
  bands.forEach((band, i) => {
    const height = heights[i] ?? 0
    const { empty, bent } = looks(band, height, gap)
    cost += (WEIGHT.empty * empty + WEIGHT.bent * bent + WEIGHT.strain * band.strain * height) / room
  })
  return cost
}

interface Segment {
  /** The blocks from this one up to before that one. */
  readonly from: number
  readonly to: number
  readonly room: number
  readonly gap: number
  readonly weightOfEmpty: number
  readonly bandsFor: (from: number, to: number) => readonly Band[]
}

/** The best page of all these blocks; null where they do not fit on one. */
function bestPage({ from, to, room, gap, bandsFor, weightOfEmpty }: Segment): Made | null {
  let best: Made | null = null
  const grow = (bands: readonly Band[], at: number): void => {
    if (stacked(bands, gap).least > room) return
    if (at === to) {
      const cost = costOf(bands, room, gap, weightOfEmpty)
      if (best === null || cost < best.cost) best = { bands, cost }
      return
    }
    if (bands.length === MOST_BANDS) return
    for (let end = at + 1; end <= to; end += 1) for (const band of bandsFor(at, end)) grow([...bands, band], end)
  }
  grow([], from)
  return best
}

function placePage(bands: readonly Band[], room: number, gap: number): readonly PlacedBlock[] {
  const heights = shareOut(bands, room, gap)
  let top = 0
  return bands.flatMap((band, i) => {
    const height = heights[i] ?? 0
    const placed = placeBand(band, top, height, gap)
    top += height + gap
    return placed
  })
}

/** Higher than any page: it gets a page of its own, and is made smaller by whoever draws it. */
const tooHigh = ({ id }: Block, room: number): Made & { readonly placed: readonly PlacedBlock[] } => ({
  bands: [],
  cost: WEIGHT.page * 3,
  placed: [{ id, column: 0, span: 6, top: 0, height: room }]
})

const leastOf = ({ shapes }: Block): number => Math.min(...shapes.map(({ least }) => least))

/** A first block that only a page without an opening has the room for comes last. */
function ordered(blocks: readonly Block[], first: number, next: number): readonly Block[] {
  const [lead, ...others] = blocks
  if (lead === undefined || others.length === 0) return blocks
  const least = leastOf(lead)
  return least > first && least <= next ? [...others, lead] : blocks
}

/**
 * Puts blocks, in their order, on as few pages as look well: bands of columns, each page filled, no block cut. A page costs one;
 * room that stays empty, blocks far from their ideal height and widths that do not suit them cost the rest.
 */
export function packPages(asked: readonly Block[], { first, next, gap }: Paper): readonly (readonly PlacedBlock[])[] {
  const blocks = ordered(asked, first, next)
  const known = new Map<string, readonly Band[]>()
  const bandsFor = (from: number, to: number): readonly Band[] => {
    const key = `${from}-${to}`
    const found = known.get(key) ?? bandsOf(blocks.slice(from, to), gap)
    known.set(key, found)
    return found
  }
  const rest = new Map<number, Packed>()
  const packFrom = (from: number): Packed => {
    if (from === blocks.length) return { pages: [], cost: 0 }
    const found = rest.get(from)
    if (found !== undefined) return found
    const room = from === 0 ? first : next
    let best: Packed | null = null
    for (let to = from + 1; to <= blocks.length; to += 1) {
      const own = blocks.slice(from, to)
      const weightOfEmpty = to === blocks.length ? LAST_EMPTY : WEIGHT.empty
      const made = bestPage({ from, to, room, gap, bandsFor, weightOfEmpty })
      const [lone] = own
      const page = made !== null ? { ...made, placed: placePage(made.bands, room, gap) } : own.length === 1 && lone !== undefined ? tooHigh(lone, room) : null
      if (page === null) continue
      const behind = packFrom(to)
      if (best === null || page.cost + behind.cost < best.cost) best = { pages: [page.placed, ...behind.pages], cost: page.cost + behind.cost }
    }
    const packed = best ?? { pages: [], cost: 0 }
    rest.set(from, packed)
    return packed
  }
  return packFrom(0).pages
}
