import type { ChainLink, FigureChainModel, FigureChainOptions } from './figure-chain.ts'
import type { Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import type { ScopeOf } from './typeset/figure-words.ts'
import { namedLine } from './typeset/named.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const INDENT = 32
const RADIUS = 7
/** From here on a figure stands beside its name. */
const WIDE = 560
const GAP = 20

/** Beads on a line: an order of reading, and the one that the eye starts from is filled. */
function bead({ lead }: ChainLink, { theme }: Room): Shape {
  const paint = lead ? { fill: theme.accent, stroke: theme.accent } : { fill: theme.light ? theme.bg0 : theme.bg1, stroke: theme.data }
  return { kind: 'circle', x: RADIUS + 2, y: RADIUS + 4, radius: RADIUS, strokeWidth: 3, ...paint }
}

function wordsOf({ observation, label, period, remarks }: ChainLink, width: number, room: Room, scopeOf: ScopeOf): Laid[] {
  const { quiet } = stylesOf(room)
  const name = namedLine({ observation, label, words: [period], printed: observation.scope }, width, room, scopeOf)
  return [name, ...remarks.map((remark) => paragraph(remark, quiet, width, room.measure))]
}

const sizeOf = ({ size }: ChainLink): 'kpi' | 'hero' | 'row' => (size === 'grand' ? 'kpi' : size === 'kpi' ? 'hero' : size)

interface LaidLink extends Laid {
  /** How far down its name begins. */
  readonly bead: number
}

/** The phrase under its name or, where there is room, beside it. */
function link(one: ChainLink, room: Room, scopeOf: ScopeOf): LaidLink {
  const width = room.width - INDENT
  if (room.width < WIDE) {
    const [name = [], ...remarks] = wordsOf(one, width, room, scopeOf).map((part) => [part])
    return { ...stacked([...name, figure(one, sizeOf(one), room, width), ...remarks.flat()], 2), bead: 0 }
  }
  const half = width / 2
  const [words, phrase] = [stacked(wordsOf(one, half - GAP, room, scopeOf), 2), figure(one, sizeOf(one), room, half)]
  const height = Math.max(words.height, phrase.height)
  const shapes = [moved(words.shapes, 0, (height - words.height) / 2), moved(phrase.shapes, half, (height - phrase.height) / 2)]
  return { width, height, shapes, bead: (height - words.height) / 2 }
}

function chain(links: readonly ChainLink[], room: Room, scopeOf: ScopeOf): Laid {
  const laid = links.map((one) => link(one, room, scopeOf))
  let y = 0
  const places = laid.map(({ height, bead: down }) => {
    const at = { y, bead: y + down }
    y += height + GAP
    return at
  })
  const [first, last] = [places[0], places.at(-1)].map((place) => (place?.bead ?? 0) + RADIUS + 4)
  const thread: Shape = { kind: 'line', x1: RADIUS + 2, y1: first ?? 0, x2: RADIUS + 2, y2: last ?? 0, stroke: room.theme.line2, strokeWidth: 1.6 }
  const items = links.flatMap((one, index) => [
    moved([bead(one, room)], 0, places[index]?.bead ?? 0),
    moved(laid[index]?.shapes ?? [], INDENT, places[index]?.y ?? 0)
  ])
  return { width: room.width, height: Math.max(0, y - GAP), shapes: [thread, ...items] }
}

/** Figures in an order of reading, and what most of them cover. */
export const picture: Picture<FigureChainModel, FigureChainOptions> = ({ links, scope }, room, { scopeOf }) => {
  if (links.length === 0) return []
  const words = scope === '' ? [] : drawing(paragraph(`范围：${scope}`, stylesOf(room).small, room.width, room.measure), 16)
  return [...drawing(chain(links, room, scopeOf), 2), ...words]
}
