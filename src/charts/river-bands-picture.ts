import { alpha } from '#tokens/colour.ts'
import { tintsOf } from '#tokens/tints.ts'
import type { MarkLook } from './bar-mark.ts'
import type { Hatch, Paint, Room, Shape } from './picture.ts'
import type { BranchShape, RiverShape } from './river-geometry.ts'
import type { RiverCourse } from './river-measures.ts'
import type { RiverModel } from './river.ts'
import { scaledBox, scaledPath } from './typeset/scaled.ts'

const DASH = [5.5, 3.5]
const EDGE = 1

export interface Flow {
  readonly river: RiverModel
  /** In layout rem, of `rem` pixels each. */
  readonly shape: RiverShape
  readonly rem: number
  readonly course: RiverCourse
  /** The area that is looked at. */
  readonly region: string
}

/** Large hatched surfaces are quieter than bars. */
function hatchOf({ theme }: Room): Hatch {
  const { bandBase, bandStripe } = tintsOf(theme)
  return { hatch: bandStripe, ground: bandBase }
}

/** Published and reported are full, demo is hatched; a forecast is an outline only. */
function filling(look: MarkLook, room: Room): Paint {
  if (look === 'forecast') return {}
  return { fill: look === 'demo' ? hatchOf(room) : tintsOf(room.theme).trunk }
}

function bandOf({ branch, band, edges, node }: BranchShape, { rem, region }: Flow, room: Room): Shape[] {
  if (band === null) return []
  const { theme } = room
  const { look } = branch
  const selected = branch.key === region
  const stroke = selected || look === 'forecast' ? theme.accent : tintsOf(theme).demoEdge
  return [
    { kind: 'path', d: scaledPath(band, rem), ...filling(look, room) },
    { kind: 'path', d: scaledPath(edges, rem), stroke, strokeWidth: EDGE, ...(look === 'solid' ? {} : { dash: DASH }) },
    ...(node === null ? [] : [{ kind: 'rect', ...scaledBox(node, rem), fill: selected ? theme.accent : theme.data } as const])
  ]
}

/** Beneath the trunk, what its qualifier leaves open: it fades away from it, or has a dashed outline. */
function beyondOf({ river: { total }, shape: { beyond }, rem, course }: Flow, { theme }: Room): Shape[] {
  if (beyond === null) return []
  const { trunk } = tintsOf(theme)
  const box = { kind: 'rect', ...scaledBox(beyond, rem) } as const
  if (total.edge === 'fading') return [{ ...box, fill: { from: trunk, to: alpha(trunk, 0), across: course === 'down' } }]
  return [{ ...box, stroke: theme.data, strokeWidth: EDGE, dash: DASH }]
}

function trunkOf({ river: { total }, shape: { trunk }, rem }: Flow, room: Room): Shape {
  const outline = { solid: {}, demo: { stroke: room.theme.data, strokeWidth: EDGE }, forecast: { stroke: room.theme.accent, strokeWidth: EDGE, dash: DASH } }
  return { kind: 'rect', ...scaledBox(trunk, rem), ...filling(total.look, room), ...outline[total.look] }
}

/** The trunk and what flows into it and out of it, all widths on one scale. */
export const bandsOf = (flow: Flow, room: Room): Shape[] => [
  ...beyondOf(flow, room),
  trunkOf(flow, room),
  ...flow.shape.banks.map((bank): Shape => ({ kind: 'rect', ...scaledBox(bank, flow.rem), fill: room.theme.t1, opacity: 0.5 })),
  ...[...flow.shape.sources, ...flow.shape.outlets].flatMap((one) => bandOf(one, flow, room))
]
