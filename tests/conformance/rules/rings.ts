import type { Position, Ring } from './geometry.ts'

export interface Fault {
  readonly rule: string
  readonly value: unknown
}

const LEAST = 4

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]

export function positionFault(position: Position): Fault | undefined {
  const [lon = NaN, lat = NaN] = position
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? undefined : { rule: '经度在 ±180、纬度在 ±90 之内', value: position }
}

type Edge = readonly [Position, Position]

const edgesOf = (ring: Ring): Edge[] =>
  ring.slice(1).flatMap((to, index) => {
    const from = ring[index]
    return from === undefined ? [] : [[from, to] as const]
  })

/** Twice the signed area of the triangle: on which side of a to b the point c lies. */
const side = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

const crosses = ([a, b]: Edge, [c, d]: Edge): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

/** Two edges that cross in their middles; touching ends are no crossing. */
function crossing(ring: Ring): Edge | undefined {
  const edges = edgesOf(ring)
  return edges.find((edge, index) => edges.slice(index + 2).some((other) => crosses(edge, other)))
}

const areaOf = (ring: Ring): number => Math.abs(edgesOf(ring).reduce((sum, [[ax = 0, ay = 0], [bx = 0, by = 0]]) => sum + ax * by - bx * ay, 0)) / 2

export function ringFault(ring: Ring): Fault | undefined {
  const [first, last] = [ring[0], ring.at(-1)]
  if (first === undefined || last === undefined || ring.length < LEAST) return { rule: `一圈至少 ${LEAST} 个点`, value: ring.length }
  if (!same(first, last)) return { rule: '一圈须首尾相接', value: last }
  if (areaOf(ring) === 0) return { rule: '一圈须围出面积', value: 0 }
  const edge = crossing(ring)
  return edge === undefined ? undefined : { rule: '一圈不得与自己相交', value: edge[0] }
}
