import { shapeOf, shareOut, stacked, type Block, type PlacedBlock, type Range, type Span } from './block.ts'

/** Columns side by side, as wide as the page; in each one block, or several one over the other. */
export interface Band extends Range {
  readonly columns: readonly BandColumn[]
  /** How badly the widths suit the blocks, by the room that each of them takes. */
  readonly strain: number
  /** How many pairs of blocks are read the other way round. */
  readonly swaps: number
}

interface BandColumn {
  readonly column: number
  readonly span: Span
  readonly blocks: readonly Block[]
  readonly ranges: readonly Range[]
}

/** The last ones leave a part of the width empty. */
const PATTERNS: readonly (readonly Span[])[] = [
  [6],
  [4, 2],
  [2, 4],
  [3, 3],
  [2, 2, 2],
  [1.5, 1.5, 1.5, 1.5],
  [3, 1.5, 1.5],
  [1.5, 1.5, 3],
  [2, 2],
  [4],
  [3],
  [2]
]

/** Wide pictures stand alone in their column. */
const mostIn = (span: Span): number => (span <= 3 ? Infinity : 1)

/** More than so many blocks go to their columns in their order alone; fewer in any way, as long as each column keeps the order. */
const MOST_MIXED = 6

type Deal = readonly (readonly Block[])[]

/** Every way to deal blocks to so many columns, none of which stays empty. */
function deals(blocks: readonly Block[], spans: readonly Span[]): readonly Deal[] {
  const mixed = blocks.length <= MOST_MIXED
  let all: { readonly columns: Deal; readonly last: number }[] = [{ columns: spans.map(() => []), last: 0 }]
  for (const block of blocks)
    all = all.flatMap(({ columns, last }) =>
      spans.flatMap((span, at) => {
        const allowed = (mixed || at === last || at === last + 1) && (columns[at]?.length ?? 0) < mostIn(span)
        return allowed ? [{ columns: columns.map((own, i) => (i === at ? [...own, block] : own)), last: at }] : []
      })
    )
  return all.map(({ columns }) => columns).filter((columns) => columns.every((own) => own.length > 0))
}

/** How often a block stands before one that it comes behind, read column by column. */
function outOfOrder(columns: Deal, blocks: readonly Block[]): number {
  const read = columns.flat().map((block) => blocks.indexOf(block))
  return read.reduce((sum, at, i) => sum + read.slice(i + 1).filter((later) => later < at).length, 0)
}

function columnOf(blocks: readonly Block[], span: Span, column: number): BandColumn | null {
  const ranges = blocks.flatMap((block) => shapeOf(block, span) ?? [])
  return ranges.length === blocks.length ? { column, span, blocks, ranges } : null
}

function bandOf(parts: Deal, spans: readonly Span[], gap: number): Omit<Band, 'swaps'> | null {
  const columns = parts.flatMap(
    (blocks, i) =>
      columnOf(
        blocks,
        spans[i] ?? 6,
        spans.slice(0, i).reduce((sum, span) => sum + span, 0)
      ) ?? []
  )
  if (columns.length < spans.length) return null
  const heights = columns.map(({ ranges }) => stacked(ranges, gap))
  const max = (key: keyof Range): number => Math.max(...heights.map((height) => height[key]))
  const strain = columns.reduce((sum, { span, blocks }) => sum + (span / 6) * Math.max(...blocks.map((block) => shapeOf(block, span)?.strain ?? 0)), 0)
  return { columns, least: max('least'), ideal: max('ideal'), most: max('most'), strain }
}

/** Every band that these blocks, in this order, can make. */
export const bandsOf = (blocks: readonly Block[], gap: number): readonly Band[] =>
  PATTERNS.flatMap((spans) =>
    deals(blocks, spans).flatMap((parts) => {
      const band = bandOf(parts, spans, gap)
      return band === null ? [] : [{ ...band, swaps: outOfOrder(parts, blocks) }]
    })
  )

/** The blocks of a band of the given height, in their places. */
export const placeBand = ({ columns }: Band, top: number, height: number, gap: number): readonly PlacedBlock[] =>
  columns.flatMap(({ column, span, blocks, ranges }) => {
    const heights = shareOut(ranges, height, gap)
    let at = top
    return blocks.map(({ id }, i) => {
      const own = heights[i] ?? 0
      const placed = { id, column, span, top: at, height: own }
      at += own + gap
      return placed
    })
  })

/** How the band looks at a height: the share of its room that stays empty, and how far its blocks are from what is ideal for them. */
export function looks({ columns }: Band, height: number, gap: number): { readonly empty: number; readonly bent: number } {
  const beside = 6 - columns.reduce((sum, { span }) => sum + span, 0)
  let [empty, bent] = [(beside / 6) * height, 0]
  for (const { span, ranges } of columns) {
    const heights = shareOut(ranges, height, gap)
    const used = heights.reduce((sum, own) => sum + own, gap * (ranges.length - 1))
    empty += (span / 6) * Math.max(0, height - used)
    heights.forEach((own, i) => {
      bent += (span / 6) * own * Math.log(own / (ranges[i]?.ideal ?? own)) ** 2
    })
  }
  return { empty, bent }
}
