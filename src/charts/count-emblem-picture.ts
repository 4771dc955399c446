import type { CountEmblemModel, CountEmblemOptions, CountMark } from './count-emblem.ts'
import type { Paint, Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { emblem } from './typeset/emblem.ts'
import { moved, NOTHING, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'
import { groundOf } from '#tokens/tints.ts'

const CELL = 88
/** As wide as a cell has to be for its circles. */
const LEAST = 62
const RADIUS = { latest: 28, ring: 20, core: 10.5 } as const

/** Published and reported are full, demo is hollow, a forecast is dashed gold. */
function corePaint({ look }: CountEmblemModel, colour: string, { theme }: Room): Paint {
  if (look === 'demo') return { stroke: colour, strokeWidth: 4 }
  return look === 'forecast' ? { stroke: theme.accent, strokeWidth: 2.5, dash: [6, 4] } : { fill: colour }
}

function circlesOf({ latest }: CountMark, model: CountEmblemModel, room: Room): Shape[] {
  const { theme } = room
  const colour = latest ? theme.accent : theme.data
  const ring = (radius: number): Shape => ({ kind: 'circle', x: 0, y: 0, radius, fill: groundOf(theme), stroke: colour, strokeWidth: 1.2, opacity: 0.85 })
  return [...(latest ? [ring(RADIUS.latest)] : []), ring(RADIUS.ring), { kind: 'circle', x: 0, y: 0, radius: RADIUS.core, ...corePaint(model, colour, room) }]
}

/** Circles over their name, on a line from the one before. */
function markOf(mark: CountMark, first: boolean, cell: number, model: CountEmblemModel, room: Room): Laid {
  const { label } = stylesOf(room)
  const lit = mark.latest && model.look !== 'forecast'
  const name = paragraph(mark.name, { ...label, fill: lit ? room.theme.accent : label.fill, align: 'middle' }, cell, room.measure)
  const y = RADIUS.latest + 1
  const link: Shape[] = first ? [] : [{ kind: 'line', x1: RADIUS.core - cell / 2, y1: y, x2: cell / 2 - RADIUS.core, y2: y, stroke: room.theme.line2 }]
  return { width: cell, height: 2 * y + 6 + name.height, shapes: [...link, moved(circlesOf(mark, model, room), cell / 2, y), moved(name.shapes, 0, 2 * y + 6)] }
}

/** In as many lines as they need, all in columns. */
function marksOf(model: CountEmblemModel, width: number, room: Room): Laid {
  const { marks } = model
  if (marks.length === 0) return NOTHING
  const names = Math.max(LEAST, ...marks.map(({ name }) => room.measure(name, stylesOf(room).label) + 10))
  const columns = Math.max(1, Math.min(marks.length, Math.floor(width / names)))
  const cell = Math.max(names, Math.min(CELL, width / columns))
  const lines = Array.from({ length: Math.ceil(marks.length / columns) }, (_, row) => marks.slice(row * columns, (row + 1) * columns))
  return stacked(
    lines.map((line): Laid => {
      const cells = line.map((mark, index) => markOf(mark, index === 0, cell, model, room))
      const height = Math.max(...cells.map((one) => one.height))
      // The line from the one before begins in its cell: later circles stand over it.
      return { width: columns * cell, height, shapes: cells.map((one, index) => moved(one.shapes, index * cell, 0)).toReversed() }
    }),
    12
  )
}

/** The phrase, and a mark for each that was held. */
export const picture: Picture<CountEmblemModel, CountEmblemOptions> = (model, room, { scopeOf }) => {
  const marks = (width: number): Laid => {
    const all = marksOf(model, width, room)
    const fits = all.width <= width && all.height <= 2 * (2 * RADIUS.latest + 40)
    return fits ? all : marksOf(model, room.width, room)
  }
  return drawing(emblem({ item: model, scopeOf, note: model.note, drawing: marks }, room), 14, 14)
}
