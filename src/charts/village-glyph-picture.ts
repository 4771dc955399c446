import type { Picture, Room, Shape, TextShape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { paragraph } from './typeset/text.ts'
import { GLYPH, type Disc, type VillageGlyphModel, type VillageGlyphOptions } from './village-glyph.ts'

const HALF = GLYPH.outer + GLYPH.dot + 3
const SIZE = { wide: 250, narrow: 176, from: 560 } as const
const GAP = { wide: 72, narrow: 28 } as const

const disc = ({ x, y, r }: Disc, fill: string): Shape => ({ kind: 'circle', x, y, radius: r, fill })

/** The sign in the middle, in the picture's own letters: about a third of the disc. */
function signOf({ centres, sign }: VillageGlyphModel, size: number, { theme }: Room): TextShape[] {
  const letters = Math.round((28 * size) / 2 / HALF)
  const text: TextShape = {
    kind: 'text',
    x: size / 2,
    y: size / 2 + letters * 0.36,
    text: sign,
    align: 'middle',
    font: 'sans',
    size: letters,
    weight: 600,
    fill: theme.accentInk
  }
  return centres.length === 1 ? [text] : []
}

function glyphOf(model: VillageGlyphModel, size: number, room: Room): Laid {
  const { theme } = room
  const marks: Shape[] = [
    ...model.rings.map((radius): Shape => ({ kind: 'circle', x: 0, y: 0, radius, stroke: theme.data, strokeWidth: 8, opacity: 0.75 })),
    ...model.dots.map((dot) => disc(dot, theme.data)),
    ...model.centres.map((centre) => disc(centre, theme.accent))
  ]
  const group: Shape = { kind: 'group', x: size / 2, y: size / 2, scale: size / 2 / HALF, shapes: marks }
  return { width: size, height: size, shapes: [group, ...signOf(model, size, room)] }
}

function partsOf({ parts }: VillageGlyphModel, size: number, width: number, { theme, measure }: Room): Laid {
  const style = { font: 'serif', size, weight: 700, line: 1.3 } as const
  return stacked(
    parts.map(({ display, mark }) => paragraph(display, { ...style, fill: mark === 'centre' ? theme.accent : theme.t1 }, width, measure)),
    size * 0.5
  )
}

/** The programme's name counted out, and its parts in letters beside it. */
export const picture: Picture<VillageGlyphModel, VillageGlyphOptions> = (model, room) => {
  const form = room.width >= SIZE.from ? 'wide' : 'narrow'
  const glyph = glyphOf(model, SIZE[form], room)
  const words = partsOf(model, form === 'wide' ? 32 : 24, room.width - glyph.width - GAP[form], room)
  const height = Math.max(glyph.height, words.height)
  const from = (room.width - glyph.width - GAP[form] - words.width) / 2
  const shapes = [moved(glyph.shapes, from, (height - glyph.height) / 2), moved(words.shapes, from + glyph.width + GAP[form], (height - words.height) / 2)]
  return drawing({ width: room.width, height, shapes }, 10, 10)
}
