import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import type { SessionWaveModel } from './session-wave.ts'

export interface Moon {
  readonly x: number
  /** Of its straight side. */
  readonly y: number
  readonly up: boolean
}

export interface WaveLayout {
  readonly radius: number
  /** One a session, and one more where there are more sessions than the figure says. */
  readonly moons: readonly Moon[]
  /** The waterlines, one a row. */
  readonly lines: readonly number[]
}

/** Half-moons reach under their neighbours: the radius as a share of the step. */
const REACH = 0.816
/** What stands beyond the crown, in rem. */
const CROWN = 2.3
/** From margin to margin, as long as the steps stay a wave's: beyond this the half-moons stand together in the middle. */
const STRETCH = 1.35
const MOST_ROWS = 6
const LONGEST_NAME = 6

/** The room a name needs between two half-moons of one side, in rem. */
export const nameRoom = ({ sessions }: Pick<SessionWaveModel, 'sessions'>): number => {
  const longest = widest(
    sessions.map(({ name }) => name),
    'sans'
  )
  return longest === 0 ? 0 : Math.min(LONGEST_NAME, longest * TYPE.min + 0.2)
}

interface Space {
  readonly count: number
  readonly width: number
  readonly height: number
  readonly rem: number
  readonly name: number
}

/** The greatest radius at which `across` half-moons stand in a row, under their neighbours and with their names between them. */
function radiusIn({ width, height, rem, name }: Space, across: number, rows: number): number {
  const tall = height / rows / 2 - CROWN * rem
  if (across === 1) return Math.min(tall, width / 2)
  const overlapping = (REACH * width) / (across - 1 + 2 * REACH)
  const named = (width + name) / (across + 1) - name / 2
  return Math.max(0, Math.min(tall, overlapping, named))
}

/** As many rows as give the greatest half-moons; one where it makes no difference. */
function rowsFor(space: Space): { rows: number; across: number; radius: number } {
  const ways = Array.from({ length: Math.min(MOST_ROWS, space.count) }, (_, index) => {
    const across = Math.ceil(space.count / (index + 1))
    return { rows: Math.ceil(space.count / across), across, radius: radiusIn(space, across, index + 1) }
  })
  return ways.reduce((best, way) => (way.radius > best.radius * 1.02 ? way : best), { rows: 0, across: 1, radius: 0 })
}

/** Where each half-moon stands: one wave across the panel, rising and setting in turn; more rows where there are many. */
export function layout(
  { sessions, beyond }: Pick<SessionWaveModel, 'sessions' | 'beyond'>,
  { width, height, rem }: Pick<ChartContext, 'width' | 'height' | 'rem'>
): WaveLayout {
  const count = sessions.length + (beyond === 'none' ? 0 : 1)
  const space = { count, width, height, rem, name: nameRoom({ sessions }) * rem }
  const { rows, across, radius } = rowsFor(space)
  const [own, full] = [Math.max(radius / REACH, radius + space.name / 2), across === 1 ? 0 : (width - 2 * radius) / (across - 1)]
  const step = full > own * STRETCH ? own : full
  const left = (width - (across - 1) * step) / 2
  const lines = Array.from({ length: rows }, (_, row) => (height / rows) * (row + 0.5))
  return {
    radius,
    lines,
    moons: Array.from({ length: count }, (_, index) => ({
      x: left + (index % across) * step,
      y: lines[Math.floor(index / across)] ?? 0,
      up: index % 2 === 0
    }))
  }
}

/** How wide the wave is in a narrow column, in rem: it scrolls there and keeps half-moons that a finger meets. */
export const columnWidth = ({ sessions }: Pick<SessionWaveModel, 'sessions'>): number => (sessions.length - 1) * 7.6 + 12.4

export interface Packed {
  /** In half-moons of radius 1 that rise: x from -1 to 1, y up from the straight side; from the inner arc out, left to right. */
  readonly rings: readonly { readonly x: number; readonly y: number }[]
  readonly size: number
  readonly arcs: readonly number[]
}

const RING = 0.07
/** Of ring radii: from arc to arc, and from ring to ring along one. */
const BETWEEN_ARCS = 3.2
const ALONG = 2.45
const INNERMOST = 0.36

/** From the edge inwards, as far as no ring reaches into the `clear` middle. */
function arcsAt(size: number, clear: number): number[] {
  const arcs: number[] = []
  for (let arc = 1 - size * 1.96; arc >= Math.max(INNERMOST, clear + size); arc -= size * BETWEEN_ARCS) arcs.unshift(arc)
  return arcs
}

const roomOn = (arc: number, size: number): number => Math.floor((Math.PI * arc) / (size * ALONG))

/** Shares `count` among the arcs by their lengths, never more than has room on one; what is left over goes outside. */
function share(count: number, arcs: readonly number[], size: number): number[] {
  const total = arcs.reduce((sum, arc) => sum + arc, 0)
  const counts = arcs.map((arc) => Math.min(roomOn(arc, size), Math.floor((count * arc) / total)))
  let left = count - counts.reduce((sum, own) => sum + own, 0)
  for (let arc = arcs.length - 1; left > 0; arc = arc === 0 ? arcs.length - 1 : arc - 1) {
    if ((counts[arc] ?? 0) >= roomOn(arcs[arc] ?? 0, size)) continue
    counts[arc] = (counts[arc] ?? 0) + 1
    left -= 1
  }
  return counts
}

/** Rings on concentric arcs, as large as their number allows; up to `clear` of the radius the middle is free, for the session's number. */
export function packRings(count: number, clear = 0): Packed {
  const sizes = Array.from({ length: 17 }, (_, step) => RING * (1 - step * 0.05))
  const size = sizes.find((one) => arcsAt(one, clear).reduce((sum, arc) => sum + roomOn(arc, one), 0) >= count) ?? RING * 0.2
  const arcs = arcsAt(size, clear)
  const counts = share(
    Math.min(
      count,
      arcs.reduce((sum, arc) => sum + roomOn(arc, size), 0)
    ),
    arcs,
    size
  )
  const rings = arcs.flatMap((arc, index) =>
    Array.from({ length: counts[index] ?? 0 }, (_, place) => {
      const angle = (Math.PI * (place + 0.5)) / (counts[index] ?? 1)
      return { x: -arc * Math.cos(angle), y: arc * Math.sin(angle) }
    })
  )
  return { rings, size, arcs }
}
