import { absenceText } from '#format/status.ts'
import type { Locator } from './locator.ts'
import type { Picture, PictureScene, Room, Shape } from './picture.ts'
import type { Story, StoryCardModel, StoryCardOptions, StoryFigure } from './story-card.ts'
import { drawing } from './typeset/blocks.ts'
import { moved, NOTHING, stacked, type Laid } from './typeset/laid.ts'
import { mapTerms } from './typeset/map-line.ts'
import { namedFigure } from './typeset/named-figure.ts'
import { place } from './typeset/place.ts'
import { rangeBar } from './typeset/range-bar.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph, type TextStyle } from './typeset/text.ts'

type Scene = PictureScene<StoryCardOptions>

const COLUMN = { least: 220, gap: 34 } as const
const MAP = 68
/** Under a card's rule. */
const TOP = 14
const ACCENT = { width: 38, height: 3 } as const

/** A map without 审图号 is a schematic, however small, and says so. */
function mapOf(locator: Locator | null, scene: Scene, room: Room): Laid {
  if (locator === null) return NOTHING
  const terms = mapTerms(scene, room)
  const map = place(locator, room.theme.accent, MAP, room)
  const width = Math.max(map.width, terms.width)
  const shapes = [moved(map.shapes, width - map.width, 0), moved(terms.shapes, width - terms.width, map.height + 2)]
  return { width, height: map.height + 2 + terms.height, shapes }
}

/** Title and place, clear of the map at the right. */
function headOf({ title, place: where, locator }: Story, scene: Scene, width: number, room: Room): Laid {
  const map = mapOf(locator, scene, room)
  const free = width - (map.width === 0 ? 0 : map.width + 12)
  const heading: TextStyle = { ...stylesOf(room).heading, size: 21, line: 1.35 }
  const words = stacked([paragraph(title, heading, free, room.measure), paragraph(where, stylesOf(room).quiet, free, room.measure)], 2)
  return { width, height: Math.max(words.height, map.height), shapes: [...words.shapes, moved(map.shapes, width - map.width, 0)] }
}

function figureOf(story: StoryFigure, { scopeOf }: Scene, width: number, room: Room): Laid {
  const named = namedFigure({ ...story, smalls: [story.period] }, { size: 'row', width, scopeOf }, room)
  return stacked([named, ...(story.range === null ? [] : [rangeBar(story.range, width, room)])], 8)
}

function cardOf(story: Story, scene: Scene, width: number, room: Room): Laid {
  const { quiet, small } = stylesOf(room)
  const say = (text: string, style: TextStyle): Laid => paragraph(text, style, width, room.measure)
  const figures = story.figures.length === 0 ? [say(absenceText(undefined), quiet)] : story.figures.map((figure) => figureOf(figure, scene, width, room))
  const programme = story.programme === null ? [] : [say(`项目：${story.programme}`, small)]
  const body = stacked([headOf(story, scene, width, room), ...figures, ...programme], 14)
  const rule: Shape[] = [
    { kind: 'line', x1: 0, y1: 0.5, x2: width, y2: 0.5, stroke: room.theme.line2 },
    { kind: 'rect', x: 0, y: -1, width: ACCENT.width, height: ACCENT.height, fill: room.theme.accent }
  ]
  return { width, height: TOP + body.height, shapes: [...rule, moved(body.shapes, 0, TOP)] }
}

/** Stories beside each other, as many as have room. */
export const picture: Picture<StoryCardModel, StoryCardOptions> = ({ stories }, room, scene) => {
  const columns = Math.max(1, Math.min(stories.length, Math.floor((room.width + COLUMN.gap) / (COLUMN.least + COLUMN.gap))))
  const width = (room.width - (columns - 1) * COLUMN.gap) / columns
  const cards = stories.map((story) => cardOf(story, scene, width, room))
  const lines = Array.from({ length: Math.ceil(cards.length / columns) }, (_, index) => cards.slice(index * columns, (index + 1) * columns))
  const all = lines.map((line): Laid => ({
    width: room.width,
    height: Math.max(...line.map(({ height }) => height)),
    shapes: line.map(({ shapes }, index) => moved(shapes, index * (width + COLUMN.gap), 0))
  }))
  return drawing(stacked(all, 24), 6, 6)
}
