import type { PathShape, Room, Shape } from './picture.ts'
import { FINE, homePaths, type Circle, type RipplesGeometry } from './ripples-geometry.ts'
import type { RipplesModel } from './ripples.ts'
import { discPaint } from './typeset/disc.ts'
import { edgesFaded } from './typeset/edges-faded.ts'

/** How far in a ring's line has faded at the edges of the sea, in pixels. */
const FADE = { across: 40, down: 46 } as const
/** Of the land's depth and side, in parts of its size. */
const DEPTH = { edge: 0.055, side: 0.035 } as const

interface Sea {
  readonly ripples: RipplesModel
  /** In layout rem, of `rem` pixels each. */
  readonly shape: RipplesGeometry
  readonly rem: number
}

const ringsOf = (rings: readonly Circle[], stroke: string, rem: number): Shape[] =>
  rings.map(({ x, y, r, opacity }) => ({ kind: 'circle', x: x * rem, y: y * rem, radius: r * rem, stroke, strokeWidth: 1, opacity }))

/** Rings of both shores, faded at the edges of what they lie in. */
export function seaOf({ shape, rem }: Sea, width: number, height: number, room: Room): Shape[] {
  const { theme } = room
  const shapes = [...ringsOf(shape.homeRings, theme.data, rem), ...ringsOf(shape.awayRings, theme.accent, rem)]
  return [{ kind: 'group', shapes, clip: { kind: 'rect', x: 0, y: 0, width, height } }, ...edgesFaded({ width, height }, FADE.across, FADE.down, room)]
}

/** The strands, and on them the dots: each one of what was counted. */
export function strandsOf({ ripples, shape, rem }: Sea, { theme }: Room): Shape[] {
  const strands = shape.strands.map((d): Shape => ({ kind: 'path', d, stroke: theme.line2, strokeWidth: 1 / rem, opacity: 0.9 }))
  const dots = shape.dots.map(({ x, y, r, opacity, dashed }): Shape => {
    const paint = discPaint({ look: ripples.look, dashed, colour: theme.data, width: 1.6 }, theme)
    return { kind: 'circle', x: x * rem, y: y * rem, radius: r * rem, ...paint, ...(opacity < 1 ? { opacity } : {}) }
  })
  return [{ kind: 'group', scale: rem, shapes: strands }, ...dots]
}

/** The other two shores, each with its name within it. */
export function shoresOf({ shape: { away, apart }, rem }: Sea, { theme }: Room): Shape[] {
  const node = ({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }): Shape => ({
    kind: 'circle',
    x: x * rem,
    y: y * rem,
    radius: r * rem,
    fill: theme.bg2,
    stroke: theme.accent,
    strokeWidth: 1.6
  })
  return [
    { kind: 'circle', x: away.x * rem, y: away.y * rem, radius: away.light * rem, stroke: theme.accent, strokeWidth: 1.2, opacity: 0.65 },
    node(away),
    node(apart)
  ]
}

/** Home, true to shape, on its own shadow; a disc without boundaries. */
export function homeOf({ ripples, shape: { home, homeSize }, rem }: Sea, { theme }: Room): Shape[] {
  const paths = homePaths(ripples, home, homeSize)
  if (paths === null)
    return [{ kind: 'circle', x: home.x * rem, y: home.y * rem, radius: homeSize * rem * 0.5, fill: theme.bg2, stroke: theme.data, strokeWidth: 1.6 }]
  const line = FINE / rem
  const land = (more: Omit<PathShape, 'kind' | 'd'>): PathShape => ({ kind: 'path', d: paths.outline, ...more })
  const lowered = (share: number, fill: string): Shape => ({ kind: 'group', y: homeSize * share * FINE, shapes: [land({ fill })] })
  const [from, to] = [theme.ramp[4] ?? theme.data, theme.ramp[1] ?? theme.data]
  const shapes: Shape[] = [
    ...(theme.light ? [] : [lowered(DEPTH.edge, theme.mapEdge)]),
    lowered(DEPTH.side, theme.side),
    land({ fill: theme.light ? { from: theme.ramp[3] ?? from, to: theme.ramp[2] ?? to } : { from, to } }),
    ...paths.areas.map((d): Shape => ({ kind: 'path', d, stroke: theme.mapEdge, strokeWidth: line, opacity: 0.55 })),
    land({ stroke: theme.t1, strokeWidth: 1.1 * line, opacity: 0.75 })
  ]
  return [{ kind: 'group', scale: rem / FINE, shapes }]
}
