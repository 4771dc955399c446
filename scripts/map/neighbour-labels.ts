import type { NeighbourLabelFeature } from './boundary-features.ts'
import { distanceTo } from './distance.ts'
import type { Line, Polygon, Position } from './geometry.ts'
import type { Plane } from './plane.ts'
import { roundPosition } from './round.ts'

/** The 16:9 map box, in rem from the outline's centre, and how far a name keeps from the outline. */
export const BOX_X = 37
export const BOX_Y = 27
export const CLEARANCE = 2.5
const FONT = 1.125
const STEP = 0.25

/** City names, each at its wanted place or, when that is too close to the outline, pushed straight outwards. */
export function neighbourLabels(
  labels: readonly { readonly name: string; readonly at: Position }[],
  outline: readonly Polygon[],
  plane: Plane
): NeighbourLabelFeature[] {
  const lines = outline.flat().map((ring) => ring.map(plane.toPlane))
  return labels.map(({ name, at }) => ({
    type: 'Feature',
    properties: { kind: 'neighbour-label', name },
    geometry: {
      type: 'Point',
      coordinates: roundPosition(plane.fromPlane(place(plane.toPlane(at), name, lines)))
    }
  }))
}

function place(wanted: Position, name: string, outline: readonly Line[]): Position {
  const length = Math.hypot(...wanted) || 1
  const [unitX, unitY] = [wanted[0] / length, wanted[1] / length]
  let [x, y] = wanted
  while (labelDistance([x, y], name, outline) < CLEARANCE && isInBox([x, y], name)) {
    x += unitX * STEP
    y += unitY * STEP
  }
  return [clamp(x, BOX_X - halfWidth(name)), clamp(y, BOX_Y - FONT / 2)]
}

/** From the name's text (a bar of its width) to the outline, in rem. */
export function labelDistance([x, y]: Position, name: string, outline: readonly Line[]): number {
  const half = halfWidth(name)
  const bar = [-1, -0.5, 0, 0.5, 1].map((share) => [x + share * half, y] as const)
  return Math.min(...bar.map((point) => distanceTo(point, outline))) - FONT / 2
}

function isInBox([x, y]: Position, name: string): boolean {
  return Math.abs(x) < BOX_X - halfWidth(name) && Math.abs(y) < BOX_Y - FONT / 2
}

// Chinese characters are an em wide and letter-spaced; spaces and the dot are less than half of that.
function halfWidth(name: string): number {
  const ems = Array.from(name).reduce((sum, char) => sum + (/[\s·]/.test(char) ? 0.4 : 1.1), 0)
  return (ems * FONT) / 2
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value))
}
