import { bandsOf, looks, placeBand, type Band } from './bands.ts'
import { shareOut, stacked, type Block, type PlacedBlock } from './block.ts'
import { ordersOf } from './orders.ts'

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
const WEIGHT = { page: 1, empty: 2.5, bent: 1.5, strain: 1.5, band: 0.04, swap: 0.03, moved: 0.06, unled: 1.2 } as const
/** The scene's last page may end early, in all its columns. */
const LAST_EMPTY = 1.3

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

type BandsFor = (blocks: readonly Block[]) => readonly Band[]

interface Segment {
  readonly blocks: readonly Block[]
  readonly room: number
  readonly gap: number
  readonly weightOfEmpty: number
  readonly bandsFor: BandsFor
}

/** The best page of all these blocks; null where they do not fit on one. */
function bestPage({ blocks, room, gap, bandsFor, weightOfEmpty }: Segment): Made | null {
  let best: Made | null = null
  const grow = (bands: readonly Band[], at: number): void => {
    if (stacked(bands, gap).least > room) return
    if (at === blocks.length) {
      const cost = costOf(bands, room, gap, weightOfEmpty)
      if (best === null || cost < best.cost) best = { bands, cost }
      return
    }
    if (bands.length === MOST_BANDS) return
    for (let end = at + 1; end <= blocks.length; end += 1) for (const band of bandsFor(blocks.slice(at, end))) grow([...bands, band], end)
  }
  grow([], 0)
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

const leastOf = ({ shapes }: Block): number => Math.min(...shapes.map(({ least }) => least))

/** Higher than any page: it gets a page of its own, the higher the better, and is made smaller by whoever draws it. */
const tooHigh = (block: Block, room: number): PageMade => ({
  cost: WEIGHT.page * 2 * (leastOf(block) / room),
  placed: [{ id: block.id, column: 0, span: 6, top: 0, height: room }]
})

/** A scene is known by its first block: another one comes before it only where it needs a page without an opening. */
const mustLead = ([lead]: readonly Block[], first: number): boolean => lead !== undefined && leastOf(lead) <= first

const idsOf = (blocks: readonly Block[]): string => blocks.map(({ id }) => id).join(' ')

/** What is known of blocks in their order is found once: most orders have most pages in common. */
function known<Found>(find: (blocks: readonly Block[]) => Found): (blocks: readonly Block[]) => Found {
  const all = new Map<string, { readonly found: Found }>()
  return (blocks) => {
    const key = idsOf(blocks)
    const one = all.get(key) ?? { found: find(blocks) }
    all.set(key, one)
    return one.found
  }
}

interface PageMade {
  readonly placed: readonly PlacedBlock[]
  readonly cost: number
}

type PageOf = (blocks: readonly Block[]) => PageMade | null

/** The best page of these blocks: one each for the scene's first page, those behind it, and the same where they are the last. */
function pageIn(room: number, gap: number, weightOfEmpty: number, bandsFor: BandsFor): PageOf {
  return known((blocks) => {
    const made = bestPage({ blocks, room, gap, bandsFor, weightOfEmpty })
    if (made !== null) return { cost: made.cost, placed: placePage(made.bands, room, gap) }
    const [lone, ...others] = blocks
    return lone !== undefined && others.length === 0 ? tooHigh(lone, room) : null
  })
}

/** The cheapest way to break blocks, in their order, into pages. */
function packOrder(blocks: readonly Block[], pageOf: (opens: boolean, ends: boolean) => PageOf): Packed {
  const count = blocks.length
  const best: Packed[] = Array.from({ length: count + 1 }, () => ({ pages: [], cost: 0 }))
  for (let from = count - 1; from >= 0; from -= 1) {
    const all = Array.from({ length: count - from }, (_, i) => from + i + 1).flatMap((to) => {
      const page = pageOf(from === 0, to === count)(blocks.slice(from, to))
      const behind = best[to]
      return page === null || behind === undefined ? [] : [{ pages: [page.placed, ...behind.pages], cost: page.cost + behind.cost }]
    })
    best[from] = all.reduce<Packed>((least, packed) => (packed.cost < least.cost ? packed : least), { pages: [], cost: Infinity })
  }
  return best[0] ?? { pages: [], cost: 0 }
}

/**
 * Puts blocks on as few pages as look well: bands of columns, each page filled, no block cut. A page costs one; room that stays
 * empty, blocks far from their ideal height, widths that do not suit them and an order that is not theirs cost the rest.
 */
export function packPages(asked: readonly Block[], { first, next, gap }: Paper): readonly (readonly PlacedBlock[])[] {
  const bandsFor = known((blocks) => bandsOf(blocks, gap))
  const [opening, only, inner, last] = [first, next].flatMap((room) => [WEIGHT.empty, LAST_EMPTY].map((weight) => pageIn(room, gap, weight, bandsFor)))
  const pageOf = (opens: boolean, ends: boolean): PageOf => (opens ? (ends ? only : opening) : ends ? last : inner) ?? (() => null)
  let best: Packed = { pages: [], cost: Infinity }
  for (const { blocks, moved, led } of ordersOf(asked)) {
    const { pages, cost } = packOrder(blocks, pageOf)
    const whole = cost + WEIGHT.moved * moved + (led || !mustLead(asked, first) ? 0 : WEIGHT.unled)
    if (whole < best.cost) best = { pages, cost: whole }
  }
  return best.pages
}
