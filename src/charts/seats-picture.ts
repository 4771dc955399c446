import type { Picture, Room, Shape } from './picture.ts'
import type { SeatsModel, SeatsOptions } from './seats.ts'
import { drawing } from './typeset/blocks.ts'
import { emblem } from './typeset/emblem.ts'
import { NOTHING, type Laid } from './typeset/laid.ts'

const SIZE = { wide: 180, narrow: 150, from: 560 } as const
/** Half of the table's own units, with the seats around it. */
const HALF = 1.2
const DASH = [0.03, 0.05]

function seatOf(d: string, { thickness, demo }: SeatsModel, { theme }: Room): Shape {
  const seat = { kind: 'path', d, stroke: theme.data, strokeWidth: thickness } as const
  return demo ? { ...seat, dash: DASH } : { ...seat, round: true }
}

function tableOf(model: SeatsModel, room: Room): Laid {
  const { theme } = room
  if (model.seats.length === 0) return NOTHING
  const shapes: Shape[] = [
    { kind: 'circle', x: 0, y: 0, radius: 0.6, fill: theme.bg2, stroke: theme.line2, strokeWidth: 0.02 },
    { kind: 'circle', x: 0, y: 0, radius: 0.29, stroke: theme.data, strokeWidth: 0.02, opacity: 0.6 },
    ...model.seats.map((seat) => seatOf(seat, model, room))
  ]
  const size = room.width >= SIZE.from ? SIZE.wide : SIZE.narrow
  return { width: size, height: size, shapes: [{ kind: 'group', x: size / 2, y: size / 2, scale: size / 2 / HALF, shapes }] }
}

/** The phrase, and a table with a seat for each. */
export const picture: Picture<SeatsModel, SeatsOptions> = (model, room, { scopeOf }) =>
  drawing(emblem({ item: model.figure, scopeOf, note: model.note, drawing: () => tableOf(model, room) }, room), 10, 10)
