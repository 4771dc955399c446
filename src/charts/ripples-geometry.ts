import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import { faintness } from './counted.ts'
import { aspectScaleAt, extentOf, featurePath } from './map-geometry.ts'
import type { RipplesModel } from './ripples.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export interface RippleDot extends Point {
  readonly r: number
  /** 1 for a dot that is vouched for, less for one that fades. */
  readonly opacity: number
  /** Beyond the figure, and dashed. */
  readonly dashed: boolean
}

export interface Circle extends Point {
  readonly r: number
  readonly opacity: number
}

export interface RipplesGeometry {
  readonly home: Point
  /** Half the side of the square that the outline of home fills. */
  readonly homeSize: number
  readonly away: Point & { readonly r: number; readonly light: number }
  readonly apart: Point & { readonly r: number }
  readonly strands: readonly string[]
  readonly dots: readonly RippleDot[]
  readonly homeRings: readonly Circle[]
  readonly awayRings: readonly Circle[]
  readonly middle: Point
  readonly words: RipplesWords
}

/** The middles of the words beside the picture. */
export interface RipplesWords {
  readonly home: Point
  readonly away: Point
  readonly apart: Point
  /** Beneath the strands, where what a dot is can be said; null where there is no room. */
  readonly key: Point | null
}

/** All in rem. Wide: home on the left and away on the right; tall: home above. */
interface Stage {
  readonly home: Point
  readonly homeSize: number
  readonly away: Point
  readonly awaySize: number
  readonly apart: Point
  /** Greatest distance of the outer strands from the middle one. */
  readonly bulge: number
}

/** Its name stands within it. */
const apartSize = (awaySize: number): number => Math.max(1.6, awaySize * 0.4)

const wide = (width: number, height: number): Stage => {
  const y = height * 0.578
  const inset = Math.max(0, (width - 160) * 0.16)
  const [home, away] = [19.5 + inset, width - 23 - inset]
  return {
    home: { x: home, y },
    homeSize: Math.min(10, height * 0.27),
    away: { x: away, y },
    awaySize: 6.1,
    apart: { x: away + 14, y: y + 6.2 },
    bulge: Math.min(9, height * 0.243)
  }
}

const tall = (width: number, height: number): Stage => {
  const homeSize = Math.min(6.5, width * 0.18, height * 0.15)
  const awaySize = Math.min(4.4, width * 0.14)
  const home = { x: width * 0.46, y: homeSize + 0.6 }
  const away = { x: home.x, y: height - awaySize - 4.4 }
  const shore = away.y - awaySize - home.y - homeSize * 1.26
  return { home, homeSize, away, awaySize, apart: { x: width * 0.82, y: height - apartSize(awaySize) - 2.9 }, bulge: Math.min(width * 0.36, shore * 0.46) }
}

const strandsFor = (dots: number): number => (dots <= 8 ? 1 : dots <= 24 ? 3 : dots <= 70 ? 5 : 7)

/** Dots a strand, the middle ones first when they do not share out evenly. */
function shares(dots: number, strands: number): number[] {
  const middleFirst = Array.from({ length: strands }, (_, index) => index).toSorted(
    (a, b) => Math.abs(a - (strands - 1) / 2) - Math.abs(b - (strands - 1) / 2) || a - b
  )
  const counts = Array.from({ length: strands }, () => Math.floor(dots / strands))
  for (const strand of middleFirst.slice(0, dots % strands)) counts[strand] = (counts[strand] ?? 0) + 1
  return counts
}

type Along = (share: number) => Point

/** A strand from shore to shore, bent aside by `bend` at its middle. */
const strand =
  (from: Point, to: Point, bend: number): Along =>
  (share) => {
    const [dx, dy] = [to.x - from.x, to.y - from.y]
    const length = Math.hypot(dx, dy)
    const aside = bend * Math.sin(Math.PI * share)
    return { x: from.x + dx * share - (dy / length) * aside, y: from.y + dy * share + (dx / length) * aside }
  }

const linePath = (along: Along): string =>
  Array.from({ length: 61 }, (_, step) => {
    const { x, y } = along(step / 60)
    return `${step === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`
  }).join('')

/** From the shore of one circle to that of the other. */
function shores({ home, homeSize, away, awaySize }: Stage): readonly [Point, Point] {
  const length = Math.hypot(away.x - home.x, away.y - home.y)
  const at = (distance: number): Point => ({ x: home.x + ((away.x - home.x) * distance) / length, y: home.y + ((away.y - home.y) * distance) / length })
  return [at(homeSize * 1.26), at(length - awaySize - 0.3)]
}

/** Of one strand: how many dots, for how many there are places, how large, whether it is moved half a step, and how far from its ends they keep. */
interface Row {
  readonly count: number
  readonly places: number
  readonly r: number
  readonly odd: boolean
  readonly clear: number
}

/** Dots sit evenly; every other strand is moved, so that they do not stand in columns. Where strands come together none stands. */
function place(index: number, { places, odd, clear }: Row): number {
  const share = (index + 0.9 + (odd ? 0.35 : 0)) / (places + 1.2)
  const first = 0.9 / (places + 1.2)
  return first >= clear ? share : clear + ((share - first) / (1 - 2 * first)) * (1 - 2 * clear)
}

const dotsOn = (along: Along, row: Row): RippleDot[] =>
  Array.from({ length: row.count }, (_, index) => ({ ...along(place(index, row)), r: row.r, opacity: 1, dashed: false }))

/** The middle strand goes on behind its last dot, a full step apart: each smaller and fainter than the one before, or dashed. */
function beyondOn(along: Along, { fading, beyond }: RipplesModel, row: Row): RippleDot[] {
  const dashed = beyond === 'dashed'
  return Array.from({ length: fading }, (_, index) => ({
    ...along(place(row.count + index, row)),
    r: row.r * (0.9 - 0.2 * index),
    opacity: dashed ? 1 : faintness(index),
    dashed
  }))
}

const ringsAround = ({ x, y }: Point, first: number, step: number, opacity: number): Circle[] =>
  Array.from({ length: 13 }, (_, index) => ({ x, y, r: first + index * step, opacity: opacity * 0.9 ** index }))

interface Lines {
  readonly lines: readonly Along[]
  readonly counts: readonly number[]
  /** Fading dots behind those of the middle line. */
  readonly fading: number
  /** How far apart two lines are at the middle. */
  readonly between: number
}

const rowOf = ({ lines, counts, fading, between }: Lines, index: number, r: number): Row => ({
  count: counts[index] ?? 0,
  places: (counts[index] ?? 0) + (index === (lines.length - 1) / 2 ? fading : 0),
  r,
  odd: (index - (lines.length - 1) / 2) % 2 !== 0,
  clear: Math.asin((2.2 * r) / between) / Math.PI
})

const meets = (dots: readonly RippleDot[]): boolean =>
  dots.some((dot, index) => dots.slice(0, index).some((other) => Math.hypot(dot.x - other.x, dot.y - other.y) < 2.2 * dot.r))

/** As large as they can be without meeting where the strands come together. */
function solidDots(strands: Lines, r: number): RippleDot[] {
  const dots = strands.lines.flatMap((along, index) => dotsOn(along, rowOf(strands, index, r)))
  return meets(dots) ? solidDots(strands, r * 0.9) : dots
}

function strandsOf(model: RipplesModel, stage: Stage): Pick<RipplesGeometry, 'strands' | 'dots' | 'middle'> {
  const [from, to] = shores(stage)
  const count = strandsFor(model.dots)
  const half = (count - 1) / 2
  const counts = shares(model.dots, count)
  const lines = Array.from({ length: count }, (_, index) => strand(from, to, half === 0 ? 0 : (stage.bulge * (index - half)) / half))
  const strands = { lines, counts, fading: model.fading, between: half === 0 ? Infinity : stage.bulge / half }
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const dots = solidDots(strands, Math.min(0.62, length / (Math.max(1, ...counts) + model.fading + 1.2) / 2.4, strands.between / 4))
  const middle = strand(from, to, 0)
  return {
    strands: lines.map(linePath),
    middle: middle(0.5),
    dots: [...dots, ...beyondOn(middle, model, rowOf(strands, half, dots[0]?.r ?? 0.62))]
  }
}

const wideWords = ({ home, homeSize, away, awaySize, apart, bulge }: Stage): RipplesWords => ({
  home: { x: home.x, y: home.y + homeSize * 1.26 },
  away: { x: away.x, y: away.y + awaySize + 1.6 },
  apart: { x: apart.x, y: apart.y + apartSize(awaySize) + 1.6 },
  key: { x: (home.x + homeSize * 1.26 + away.x - awaySize) / 2, y: home.y + bulge + 1.9 }
})

/** Beside home, where the strands leave the room under it; whole within a narrow picture. */
function tallWords({ apart: { association } }: RipplesModel, { home, homeSize, away, awaySize, apart }: Stage, width: number): RipplesWords {
  const half = (widest([association], 'sans') * TYPE.body) / 2
  return {
    home: { x: home.x + homeSize + 2.6, y: home.y },
    away: { x: away.x, y: away.y + awaySize + 1.1 },
    apart: { x: Math.max(half, Math.min(apart.x, width - half)), y: apart.y + apartSize(awaySize) + 1.2 },
    key: null
  }
}

/** Two systems of ripples that meet, and what was exchanged on the strands between them. */
export function geometry(model: RipplesModel, width: number, height: number, form: 'wide' | 'tall'): RipplesGeometry {
  const stage = form === 'wide' ? wide(width, height) : tall(width, height)
  const { home, homeSize, away, awaySize, apart } = stage
  const step = awaySize * 0.66
  return {
    home,
    homeSize,
    away: { ...away, r: awaySize * 0.525, light: awaySize },
    apart: { ...apart, r: apartSize(awaySize) },
    homeRings: ringsAround(home, homeSize * 1.3, step, 0.5),
    awayRings: ringsAround(away, awaySize, step, 0.42),
    ...strandsOf(model, stage),
    words: form === 'wide' ? wideWords(stage) : tallWords(model, stage, width)
  }
}

/** Paths are written to a tenth: in this many parts of a rem that is fine enough. */
export const FINE = 16

/** In parts of a rem. */
export interface HomePaths {
  readonly outline: string
  readonly areas: readonly string[]
}

/** The outline of home, true to shape, within its square; null without boundaries. */
export function homePaths({ outline, areas }: Pick<RipplesModel, 'outline' | 'areas'>, home: Point, size: number): HomePaths | null {
  const shapes = outline.length > 0 ? outline : areas
  if (shapes.length === 0) return null
  const extent = extentOf(shapes)
  const narrow = aspectScaleAt(extent)
  const scale = (2 * size) / Math.max((extent.east - extent.west) * narrow, extent.north - extent.south)
  const [middle, level] = [(extent.east + extent.west) / 2, (extent.north + extent.south) / 2]
  const project = ([lon = 0, lat = 0]: readonly number[]): readonly number[] => [
    (home.x + (lon - middle) * narrow * scale) * FINE,
    (home.y - (lat - level) * scale) * FINE
  ]
  return {
    outline: shapes.map((feature) => featurePath(feature, project, true)).join(''),
    areas: areas.map((feature) => featurePath(feature, project, true))
  }
}
