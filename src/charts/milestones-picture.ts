import type { Milestone } from '#contract/pack.ts'
import type { MilestonesModel } from './milestones.ts'
import type { Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { evenColumns } from './typeset/grid.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph, type TextStyle } from './typeset/text.ts'
import { alpha } from '#tokens/colour.ts'

const DOT = 5
const INDENT = 24
const COLUMN = { least: 120, gap: 20 } as const

const nameStyle = ({ highlight = false }: Milestone, room: Room): TextStyle =>
  highlight ? { ...stylesOf(room).strong, fill: room.theme.accent } : { ...stylesOf(room).label, fill: room.theme.t1 }

function dot({ highlight = false }: Milestone, x: number, y: number, { theme }: Room): Shape[] {
  const halo: Shape = { kind: 'circle', x, y, radius: 2 * DOT, fill: alpha(theme.accent, 0.22) }
  return [...(highlight ? [halo] : []), { kind: 'circle', x, y, radius: DOT, fill: highlight ? theme.accent : theme.data }]
}

const words = (one: Milestone, width: number, room: Room): Laid =>
  stacked([paragraph(one.date, stylesOf(room).quiet, width, room.measure), paragraph(one.name, nameStyle(one, room), width, room.measure)], 1)

/** Along a line from the first to the last. */
function along(milestones: readonly Milestone[], width: number, room: Room): Laid {
  const laid = milestones.map((one) => words(one, width, room))
  const [axis, below] = [2 * DOT, 2 * DOT + 16]
  const line: Shape = { kind: 'line', x1: 0, y1: axis, x2: room.width, y2: axis, stroke: room.theme.line2 }
  const items = milestones.flatMap((one, index) => {
    const x = index * (width + COLUMN.gap)
    return [...dot(one, x + DOT, axis, room), moved(laid[index]?.shapes ?? [], x, below)]
  })
  return { width: room.width, height: below + Math.max(...laid.map(({ height }) => height)), shapes: [line, ...items] }
}

const ROW_GAP = 14

/** One beneath the other: the line runs from dot to dot. */
function beneath(milestones: readonly Milestone[], room: Room): Laid {
  const laid = milestones.map((one) => words(one, room.width - INDENT, room))
  const axis = 2 * DOT
  const rows = laid.map(({ shapes, height }, index): Laid => {
    const last = index === laid.length - 1
    const thread: Shape[] = last ? [] : [{ kind: 'line', x1: axis, y1: axis, x2: axis, y2: height + ROW_GAP + axis, stroke: room.theme.line2 }]
    return { width: room.width, height, shapes: [...thread, moved(shapes, INDENT, 0)] }
  })
  let y = 0
  const dots = milestones.flatMap((one, index) => {
    const at = y + axis
    y += (laid[index]?.height ?? 0) + ROW_GAP
    return dot(one, axis, at, room)
  })
  const all = stacked(rows, ROW_GAP)
  return { ...all, shapes: [...all.shapes, ...dots] }
}

/** Dates and what happened, along a line where all have room on it. */
export const picture: Picture<MilestonesModel, unknown> = ({ milestones }, room) => {
  if (milestones.length === 0) return []
  const { count, width } = evenColumns(milestones.length, COLUMN, room)
  return drawing(count === milestones.length && count > 1 ? along(milestones, width, room) : beneath(milestones, room), 4, 4)
}
