import { alpha } from '#tokens/colour.ts'
import type { Room, Shape, TextShape } from './picture.ts'
import { CENTRE, OUTER, OWN_SIZE, type Dot, type Ring, type RingsModel } from './rings.ts'
import { discPaint } from './typeset/disc.ts'

const TICKS = 240
const TICK = 2.4
/** The wedge reaches beyond the outermost ring. */
const WEDGE = 1.06
/** Never smaller than a picture's least letters. */
const LETTERS = { least: 13, most: 17, share: 13.5 } as const

function dotOf(dot: Dot, { look, dotRadius }: Ring, { theme }: Room): Shape {
  const paint = discPaint({ look, dashed: dot.dashed, colour: dot.own ? theme.accent : theme.data, width: 0.7 }, theme)
  return {
    kind: 'circle',
    x: dot.x,
    y: dot.y,
    radius: dot.own ? dotRadius * OWN_SIZE : dotRadius,
    ...paint,
    ...(dot.opacity < 1 ? { opacity: dot.opacity } : {})
  }
}

const ringOf = (ring: Ring, room: Room): Shape[] => [
  { kind: 'circle', x: 0, y: 0, radius: ring.radius, stroke: room.theme.line2, strokeWidth: 0.6, opacity: 0.8 },
  ...ring.dots.map((dot) => dotOf(dot, ring, room))
]

/** From the centre to the own places, in the west. */
function wedgeOf(half: number, { theme }: Room): Shape[] {
  if (half <= 0) return []
  const reach = OUTER * WEDGE
  const [x, y] = [-reach * Math.cos(half), reach * Math.sin(half)]
  return [
    { kind: 'path', d: `M0 0L${x.toFixed(2)} ${(-y).toFixed(2)}A${reach} ${reach} 0 0 0 ${x.toFixed(2)} ${y.toFixed(2)}Z`, fill: alpha(theme.accent, 0.17) }
  ]
}

/** The outermost ring is texture: how many townships there are is not published. */
function textureOf(wedge: number, { theme }: Room): Shape[] {
  return Array.from({ length: TICKS }, (_, index): Shape => {
    const angle = (index * 2 * Math.PI) / TICKS
    const own = Math.abs(angle - Math.PI) <= wedge
    const at = (radius: number) => [radius * Math.cos(angle), radius * Math.sin(angle)] as const
    const [[x1, y1], [x2, y2]] = [at(OUTER - TICK), at(OUTER + TICK)]
    return { kind: 'line', x1, y1, x2, y2, stroke: own ? theme.accent : theme.data, strokeWidth: 0.7, opacity: own ? 0.95 : 0.5 }
  })
}

/** A name of more than two characters in two lines of much the same length. */
function halves(name: string): readonly string[] {
  const middle = Math.ceil(name.length / 2)
  return name.length <= 2 ? [name] : [name.slice(0, middle), name.slice(middle)]
}

/** The middle's name in two lines within its disc, and the place's name before the outermost ring. */
function wordsOf({ centre, here }: RingsModel, scale: number, { theme }: Room): TextShape[] {
  const size = Math.max(LETTERS.least, Math.min(LETTERS.most, LETTERS.share * scale))
  const style = { kind: 'text', font: 'sans', size, weight: 600 } as const
  const lines = halves(centre)
  const first = size * 0.36 - ((lines.length - 1) * size * 1.2) / 2
  return [
    ...lines.map((text, index): TextShape => ({ ...style, text, x: 0, y: first + index * size * 1.2, align: 'middle', fill: theme.t1 })),
    { ...style, text: here, x: -(OUTER + 8) * scale, y: size * 0.36, align: 'end', fill: theme.accent }
  ]
}

/** Everything about the centre, which is its origin; `scale` pixels for one of the rings' own units. */
export function ringsEmblem(model: RingsModel, scale: number, room: Room): Shape[] {
  const { theme } = room
  const shapes: Shape[] = [
    ...wedgeOf(model.wedge, room),
    { kind: 'circle', x: 0, y: 0, radius: 48, fill: alpha(theme.accent, 0.07) },
    ...textureOf(model.wedge, room),
    ...model.rings.flatMap((ring) => ringOf(ring, room)),
    { kind: 'circle', x: 0, y: 0, radius: CENTRE, fill: theme.bg2, stroke: theme.accent, strokeWidth: 1 }
  ]
  return [{ kind: 'group', scale, shapes }, ...wordsOf(model, scale, room)]
}

/** Half of what the emblem takes, in its own units, but for the place's name. */
export const EMBLEM_HALF = OUTER * WEDGE

/** How wide the place's name and what is free beside it are. */
export const hereWidth = ({ here }: Pick<RingsModel, 'here'>, { measure }: Pick<Room, 'measure'>): number =>
  measure(here, { font: 'sans', size: LETTERS.most, weight: 600 }) + 12
