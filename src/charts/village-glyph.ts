import * as z from 'zod/mini'
import type { PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'

/** A part of the name: how many it counts, and the mark that is drawn so many times. */
const Part = z.object({ count: z.int().check(z.minimum(1), z.maximum(60)), display: z.string(), mark: z.enum(['centre', 'ring', 'dot']) })

/** A programme whose name counts: its parts, in the order of the name, and the sign in the middle. */
export const options = z.object({ programme: z.string(), sign: z.string(), parts: z.array(Part) })
export type VillageGlyphOptions = z.infer<typeof options>
export type GlyphPart = z.infer<typeof Part>

export interface Disc {
  readonly x: number
  readonly y: number
  readonly r: number
}

export interface VillageGlyphModel {
  readonly name: string
  readonly sign: string
  readonly parts: readonly GlyphPart[]
  readonly centres: readonly Disc[]
  /** Radii, from the inside out. */
  readonly rings: readonly number[]
  readonly dots: readonly Disc[]
}

/** In the svg's own units; the dots stand on the outermost circle. */
export const GLYPH = { outer: 100, dot: 7, innermost: 52, centre: 31 } as const

const countOf = (parts: readonly GlyphPart[], mark: GlyphPart['mark']): number =>
  parts.filter((part) => part.mark === mark).reduce((sum, { count }) => sum + count, 0)

/** Evenly on a circle, the first at the top. */
const around = (count: number, radius: number, r: number): Disc[] =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), r }
  })

/** One disc fills the middle; several share its room. */
const middle = (count: number): Disc[] => (count === 1 ? [{ x: 0, y: 0, r: GLYPH.centre }] : around(count, GLYPH.centre / 2, GLYPH.centre / (count + 1)))

/** Between the middle and the dots, evenly. */
const ringsOf = (count: number): number[] => {
  const room = GLYPH.outer - GLYPH.dot - GLYPH.innermost
  return Array.from({ length: count }, (_, index) => GLYPH.innermost + (room * index) / Math.max(2, count))
}

/** More dots than there is room for at full size are smaller ones. */
const dotsOf = (count: number): Disc[] => around(count, GLYPH.outer, Math.min(GLYPH.dot, (Math.PI * GLYPH.outer) / Math.max(1, count) / 2))

/** Null unless the pack has the programme and the parts make up its name: a picture never says another number than the name does. */
export function model({ answer, options: { programme, sign, parts } }: PanelData<VillageGlyphOptions>): VillageGlyphModel | null {
  const known = answer.programmes.find(({ name }) => name === programme)
  if (known === undefined || parts.map(({ display }) => display).join('') !== known.name) return null
  return {
    name: known.name,
    sign,
    parts,
    centres: middle(countOf(parts, 'centre')),
    rings: ringsOf(countOf(parts, 'ring')),
    dots: dotsOf(countOf(parts, 'dot'))
  }
}

export const summary = ({ name, parts }: VillageGlyphModel): string => `${name}：${parts.map(({ display }) => display).join('、')}`

export const table = ({ name, parts }: VillageGlyphModel): PanelTable => ({
  columns: ['组成', '数目', '所属'],
  rows: parts.map(({ display, count }) => [display, String(count), name])
})
