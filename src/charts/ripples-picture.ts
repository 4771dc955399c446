import { groundOf } from '#tokens/tints.ts'
import type { Block, Picture, PictureScene, Room, Shape, TextShape } from './picture.ts'
import { geometry, type Point } from './ripples-geometry.ts'
import { homeOf, seaOf, shoresOf, strandsOf } from './ripples-sea-picture.ts'
import type { RipplesFigure, RipplesModel, RipplesOptions } from './ripples.ts'
import { drawing, shapesBlock } from './typeset/blocks.ts'
import { flowed, moved, stacked, type Laid } from './typeset/laid.ts'
import { mapTermsText } from './typeset/map-line.ts'
import { namedFigure } from './typeset/named-figure.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, type TextStyle } from './typeset/text.ts'
import { isTold } from './typeset/told.ts'

/** How many layout rem a picture is wide, how many high, and from which width on home is at the left and away at the right. */
const STAGE = { wide: { across: 100, down: 41 }, tall: { across: 27, down: 35 }, from: 560 } as const

/** A total over the sea, the greater one first. */
function totalsOf({ exchanges, associations }: RipplesModel, { scopeOf }: PictureScene<unknown>, room: Room): Laid {
  const set = (item: RipplesFigure | null, size: 'kpi' | 'hero'): Laid[] =>
    item === null || isTold(room, item.observation)
      ? []
      : [namedFigure({ ...item, smalls: [item.note, item.span] }, { size, width: room.width, scopeOf }, room)]
  const both = [...set(exchanges, 'kpi'), ...set(associations, 'hero')]
  const [first, second] = both
  if (first === undefined || second === undefined || first.width + second.width + 40 > room.width) return stacked(both, 14)
  const height = Math.max(first.height, second.height)
  const shapes = [moved(first.shapes, 0, height - first.height), moved(second.shapes, room.width - second.width, height - second.height)]
  return { width: room.width, height, shapes }
}

/** A text about its middle, moved where it would leave the picture. */
function inner(text: string, { x, y }: Point, style: TextStyle, { width, measure }: Room): TextShape {
  const half = measure(text, style) / 2
  const { font, size, weight, fill } = style
  return { kind: 'text', text, x: Math.max(half, Math.min(width - half, x)), y: y + size * 0.36, align: 'middle', font, size, weight, fill }
}

/** One that is parted from the ripples behind it. */
const label = (text: string, at: Point, style: TextStyle, room: Room): TextShape => ({
  ...inner(text, at, style, room),
  halo: { colour: groundOf(room.theme), width: 4 }
})

interface Words {
  readonly ripples: RipplesModel
  readonly places: ReturnType<typeof geometry>
  readonly rem: number
}

/** Names within their shores, and what was founded there under them. */
function labelsOf({ ripples: { home, away, apart }, places: { words, ...places }, rem }: Words, room: Room): Shape[] {
  const { body, strong, heading } = stylesOf(room)
  const at = ({ x, y }: Point, down = 0): Point => ({ x: x * rem, y: y * rem + down })
  const name: TextStyle = { ...strong, size: 13 }
  return [
    label(home, at(words.home), { ...heading, size: 21 }, room),
    inner(away.name, at(places.away), strong, room),
    inner(apart.name, at(places.apart), name, room),
    label(away.association, at(words.away, 3), { ...body, font: 'sans' }, room),
    label(apart.association, at(words.apart, 4), { ...body, font: 'sans' }, room)
  ]
}

/** What a dot is, and what the map is. */
function keyOf({ key, outline, areas }: RipplesModel, { map }: PictureScene<unknown>, room: Room): Laid {
  const terms = outline.length + areas.length === 0 ? '' : mapTermsText(map)
  const words = [key, terms].filter((text) => text !== '').map((text) => line(text, stylesOf(room).quiet, room.measure))
  return flowed(words, { width: room.width, gap: 20, lineGap: 2 })
}

function sea(ripples: RipplesModel, room: Room): Block {
  const form = room.width >= STAGE.from ? 'wide' : 'tall'
  const { across, down } = STAGE[form]
  const rem = room.width / across
  const height = down * rem
  const places = geometry(ripples, across, down, form)
  const picture = { ripples, shape: places, rem }
  return shapesBlock(height, [
    ...seaOf(picture, room.width, height, room),
    ...strandsOf(picture, room),
    ...shoresOf(picture, room),
    ...homeOf(picture, room),
    ...labelsOf({ ripples, places, rem }, room)
  ])
}

/** The totals, two systems of ripples that meet with the dots between them, and what a dot is. */
export const picture: Picture<RipplesModel, RipplesOptions> = (ripples, room, scene) => [
  ...drawing(totalsOf(ripples, scene, room), 2, 8),
  sea(ripples, room),
  ...drawing(keyOf(ripples, scene, room), 6)
]
