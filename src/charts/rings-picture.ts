import type { Block, Picture, PictureScene, Room, Shape } from './picture.ts'
import { EMBLEM_HALF, hereWidth, ringsEmblem } from './rings-emblem-picture.ts'
import { layout } from './rings-layout.ts'
import type { RingLevel, RingsModel, RingsOptions } from './rings.ts'
import { drawing, shapesBlock } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { columnsFor, figureStrip } from './typeset/figures.ts'
import { flowed, moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { statusMarks } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

type ScopeOf = PictureScene<unknown>['scopeOf']

const ALONE = { radius: 120, wide: 150 } as const
const LED_HEIGHT = 340

const raised = (laid: Laid, by: number): Laid => ({ ...laid, height: laid.height + by })

/** A level's name, its figure or what stands in its place, its note and its status. */
function labelOf({ label, figure: own, text, note, own: aboutOwn }: RingLevel, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { theme, measure } = room
  const { small, quiet, strong, label: style } = stylesOf(room)
  const value = own === null ? line(text, { ...strong, size: 17 }, measure) : figure(own, 'row', room, width)
  const words = note === '' ? [] : [raised(line(note, aboutOwn ? { ...small, fill: theme.accent } : quiet, measure), 2)]
  const marks = own === null ? [] : [statusMarks(own.observation, room, scopeOf)].filter(({ height }) => height > 0)
  return stacked([paragraph(label, style, width, measure), flowed([value, ...words, ...marks], { width, gap: 10, lineGap: 2 })], 1)
}

/** What it is called, its figures in a line of text, and where and when the counts are of. */
function headingOf({ display, figures, scope }: RingsModel, room: Room, scopeOf: ScopeOf): Laid {
  const { heading, label } = stylesOf(room)
  const title = paragraph(display, { ...heading, size: 21, line: 1.35 }, room.width, room.measure)
  const parts = figures.map((item) =>
    sideBySide(
      [raised(line(item.label, { ...label, line: 1.2 }, room.measure), 1), figure(item, 'line', room), statusMarks(item.observation, room, scopeOf)],
      6
    )
  )
  return flowed(
    [title, ...parts, line(scope, label, room.measure)].filter(({ height }) => height > 0),
    { width: room.width, gap: 18, lineGap: 3 }
  )
}

/** Rings with their labels on leaders at the right. Null where there is no room for both. */
function led(model: RingsModel, room: Room, scopeOf: ScopeOf): Block | null {
  const places = layout(model, { width: room.width, height: LED_HEIGHT, rem: room.rem })
  if (places === null) return null
  const { cx, cy, scale, levels } = places
  const shapes: Shape[] = [moved(ringsEmblem(model, scale, room), cx, cy)]
  for (const [index, level] of model.levels.entries()) {
    const { x = 0, y = 0, leader = '' } = levels[index] ?? {}
    const label = labelOf(level, room.width - x, room, scopeOf)
    shapes.push({ kind: 'path', d: leader, stroke: room.theme.t3, strokeWidth: 1, opacity: 0.75 }, moved(label.shapes, x, y - 11))
  }
  return shapesBlock(LED_HEIGHT, shapes)
}

/** Only the rings, in the middle. */
function alone(model: RingsModel, room: Room): Block {
  const here = hereWidth(model, room)
  const half = Math.min(room.width >= 560 ? ALONE.wide : ALONE.radius, room.width / 2 - here * 0.5)
  const height = 2 * half + 8
  return shapesBlock(height, [moved(ringsEmblem(model, half / EMBLEM_HALF, room), room.width / 2 + here / 4, height / 2)])
}

/** Labels of the levels in columns under the rings. */
function levelsOf({ levels }: RingsModel, room: Room, scopeOf: ScopeOf): Laid {
  const columns = columnsFor(levels.length, room.width, 140)
  const width = (room.width - (columns - 1) * 20) / columns
  const cells = levels.map((level) => labelOf(level, width, room, scopeOf))
  const lines = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => cells.slice(row * columns, (row + 1) * columns))
  return stacked(
    lines.map((line): Laid => {
      const height = Math.max(...line.map((cell) => cell.height))
      return { width: room.width, height, shapes: line.map(({ shapes }, index) => moved(shapes, index * (width + 20), 0)) }
    }),
    14
  )
}

/** Labels with leaders beside the rings or, where it is narrow, in columns under them; without levels the figures stand there. */
export const picture: Picture<RingsModel, RingsOptions> = (model, room, { scopeOf }) => {
  const note = drawing(paragraph(model.note, stylesOf(room).quiet, room.width, room.measure), 12)
  if (model.levels.length === 0) return [alone(model, room), ...drawing(figureStrip(model.figures, 'row', room, scopeOf, 120), 14), ...note]
  const heading = drawing(headingOf(model, room, scopeOf), 0, 10)
  const beside = led(model, room, scopeOf)
  return beside === null ? [...heading, alone(model, room), ...drawing(levelsOf(model, room, scopeOf), 14), ...note] : [...heading, beside, ...note]
}
