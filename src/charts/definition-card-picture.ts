import type { DefinitionCardModel, DefinitionCardOptions, DefinitionSide } from './definition-card.ts'
import { labelOf } from './panel-data.ts'
import type { Picture, Room, Shape } from './picture.ts'
import { drawing } from './typeset/blocks.ts'
import { figure } from './typeset/figure.ts'
import { flowed, moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { statusMarks } from './typeset/marks.ts'
import type { ScopeOf } from './typeset/figure-words.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph } from './typeset/text.ts'

const SIGN = 34
const GAP = 22
/** Two sides have room beside each other from here on. */
const WIDE = 240

function figuresOf({ figures }: DefinitionSide, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { small } = stylesOf(room)
  const items = figures.map((item) => {
    const marks = statusMarks(item.observation, room, scopeOf)
    const phrase = figure(item, 'hero', room, width)
    return stacked([
      paragraph([labelOf(item.indicator), ...(item.period === null ? [] : [item.period])].join(' '), small, width, room.measure),
      marks.height === 0 ? phrase : sideBySide([phrase, { ...marks, height: marks.height + 4 }], 6)
    ])
  })
  return flowed(items, { width, gap: 26, lineGap: 6 })
}

function side(one: DefinitionSide, width: number, room: Room, scopeOf: ScopeOf): Laid {
  const { strong, small } = stylesOf(room)
  const notes = one.notes.map((note) => paragraph(note, small, width, room.measure))
  const period = one.period === null ? [] : [paragraph(one.period, small, width, room.measure)]
  const head = flowed([paragraph(one.title, strong, width, room.measure), ...period], { width, gap: 7, lineGap: 1 })
  return stacked([head, figuresOf(one, width, room, scopeOf), stacked(notes, 2)], 6)
}

/** The sign keeps two definitions apart: their figures are never added or put on one axis. */
function apart({ theme }: Room): Laid {
  const middle = SIGN / 2
  const shapes: Shape[] = [
    { kind: 'circle', x: middle, y: middle, radius: middle - 1, stroke: theme.accent, strokeWidth: 1.6 },
    { kind: 'text', text: '≠', x: middle, y: middle + 7.5, align: 'middle', font: 'num', size: 23, weight: 500, fill: theme.accent }
  ]
  return { shapes, width: SIGN, height: SIGN }
}

function beside(sides: readonly DefinitionSide[], width: number, room: Room, scopeOf: ScopeOf): Laid {
  const laid = sides.map((one) => side(one, width, room, scopeOf))
  const height = Math.max(...laid.map((one) => one.height))
  const pitch = width + 2 * GAP + SIGN
  const shapes = laid.flatMap((one, index) => [
    moved(one.shapes, index * pitch, 0),
    ...(index === 0 ? [] : [moved(apart(room).shapes, index * pitch - GAP - SIGN, (height - SIGN) / 2)])
  ])
  return { shapes, width: room.width, height }
}

/** Between two sides one above the other: the sign, with a hairline to both its sides. */
function between(room: Room): Laid {
  const [sign, left] = [apart(room), (room.width - SIGN) / 2]
  const rule = (x1: number, x2: number): Shape => ({ kind: 'line', x1, y1: SIGN / 2, x2, y2: SIGN / 2, stroke: room.theme.line })
  return { width: room.width, height: SIGN, shapes: [rule(0, left - 10), moved(sign.shapes, left, 0), rule(left + SIGN + 10, room.width)] }
}

/** Figures of different definitions, with the sign between them that nobody may add them. */
export const picture: Picture<DefinitionCardModel, DefinitionCardOptions> = ({ sides }, room, { scopeOf }) => {
  const width = (room.width - (sides.length - 1) * (2 * GAP + SIGN)) / Math.max(1, sides.length)
  if (width >= WIDE) return drawing(beside(sides, width, room, scopeOf), 4, 4)
  const parts = sides.flatMap((one, index) => [...(index === 0 ? [] : [between(room)]), side(one, room.width, room, scopeOf)])
  return drawing(stacked(parts, 12), 2, 4)
}
