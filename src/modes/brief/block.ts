/** Heights in one unit, whatever that is: what it cannot do without, what it looks best at, what it can fill. */
export interface Range {
  readonly least: number
  readonly ideal: number
  readonly most: number
}

/** Columns of a page's grid of six: a quarter, a third, a half, two thirds, or all of it. */
export type Span = 1.5 | 2 | 3 | 4 | 6

/** How a block is in one width. */
interface Shape extends Range {
  readonly span: Span
  /** How badly the width suits it: 0 for the one that it was made for. */
  readonly strain: number
}

/** Something that stands on one page as a whole. */
export interface Block {
  readonly id: string
  readonly shapes: readonly Shape[]
}

/** A block in its place: columns from the left, heights from the top of the page's body. */
export interface PlacedBlock {
  readonly id: string
  readonly column: number
  readonly span: Span
  readonly top: number
  readonly height: number
}

export const shapeOf = ({ shapes }: Block, span: Span): Shape | undefined => shapes.find((shape) => shape.span === span)

/** What several have one over the other. */
export function stacked(ranges: readonly Range[], gap: number): Range {
  const gaps = gap * (ranges.length - 1)
  const sum = (key: keyof Range): number => ranges.reduce((all, range) => all + range[key], gaps)
  return { least: sum('least'), ideal: sum('ideal'), most: sum('most') }
}

/** Shares a height out: each what is ideal for it, then more or less in proportion to how far it can go. Nothing gets more than its most. */
export function shareOut(ranges: readonly Range[], height: number, gap: number): readonly number[] {
  const { least, ideal, most } = stacked(ranges, gap)
  if (height >= ideal) {
    const part = most > ideal ? Math.min(1, (height - ideal) / (most - ideal)) : 0
    return ranges.map((range) => range.ideal + (range.most - range.ideal) * part)
  }
  const part = ideal > least ? Math.min(1, (ideal - height) / (ideal - least)) : 0
  return ranges.map((range) => range.ideal - (range.ideal - range.least) * part)
}
