import { tintsOf } from '#tokens/tints.ts'
import type { CoverageSquaresModel, CoverageSquaresOptions, Square } from './coverage-squares.ts'
import type { Paint, Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { demoHatch } from './typeset/disc.ts'
import { figureWords } from './typeset/figure-words.ts'
import { moved, NOTHING, type Laid } from './typeset/laid.ts'

const COLUMNS = 10
/** A square and what is free behind it, in a wide picture and in a narrow one. */
const WIDE = { from: 560, square: 18, gap: 5, beside: 48 } as const
const NARROW = { square: 11.5, gap: 3.2, beside: 22 } as const

function filled({ observation: { origin, obsStatus } }: CoverageSquaresModel, { theme }: Room): Paint {
  if (obsStatus === 'F') return { stroke: theme.accent, strokeWidth: 1.2, dash: [3, 2] }
  return { fill: origin === 'demo' ? { ...demoHatch(tintsOf(theme)), period: 6, stripe: 1.5 } : theme.data }
}

/** Filled from its left edge, dashed for what is left open, an outline for what is not covered. */
function squareOf({ sure, open }: Square, size: number, covered: Paint, { theme }: Room): Shape[] {
  const outline = { kind: 'rect', x: 0.5, y: 0.5, width: size - 1, height: size - 1, strokeWidth: 1 } as const
  const edge: Shape[] = open > 0 ? [{ ...outline, stroke: tintsOf(theme).dataDash, dash: [3, 2] }] : sure > 0 ? [] : [{ ...outline, stroke: theme.line2 }]
  return [...edge, ...(sure > 0 ? [{ kind: 'rect', x: 0, y: 0, width: size * sure, height: size, ...covered } as const] : [])]
}

function squaresOf(model: CoverageSquaresModel, { square, gap }: { square: number; gap: number }, room: Room): Laid {
  if (model.squares.length === 0) return NOTHING
  const step = square + gap
  const covered = filled(model, room)
  const side = COLUMNS * step - gap
  const shapes = model.squares.map((one, index) => moved(squareOf(one, square, covered, room), (index % COLUMNS) * step, Math.floor(index / COLUMNS) * step))
  return { width: side, height: side, shapes }
}

/** Hundred squares, the phrase beside them and what they mean. */
export const picture: Picture<CoverageSquaresModel, CoverageSquaresOptions> = (model, room, { scopeOf }) => {
  const sizes = room.width >= WIDE.from ? WIDE : NARROW
  const squares = squaresOf(model, sizes, room)
  const from = squares.width === 0 ? 0 : squares.width + sizes.beside
  const words = figureWords({ item: model, size: 'kpi', scopeOf, note: model.lines.join('\n'), width: room.width - from }, room)
  const height = Math.max(squares.height, words.height)
  const shapes = [moved(squares.shapes, 0, (height - squares.height) / 2), moved(words.shapes, from, (height - words.height) / 2)]
  return drawing({ width: room.width, height, shapes }, 10, 10)
}
