import type { Room, Shape } from '#charts/picture.ts'
import { moved, stacked, type Laid } from './laid.ts'
import { stylesOf } from './styles.ts'
import { paragraph } from './text.ts'

export interface LeaderItem {
  readonly name: string
  /** What stands at the right end: a phrase, a figure with its marks, a date. */
  readonly value: Laid
}

const GAP = 10
const PAD = 4

function leaderLine({ name, value }: LeaderItem, room: Room): Laid {
  const label = paragraph(name, stylesOf(room).body, Math.max(60, room.width - value.width - 2 * GAP), room.measure)
  const height = Math.max(label.height, value.height) + 2 * PAD
  const base = height - PAD - 4
  const [from, to] = [label.width + GAP, room.width - value.width - GAP]
  const dots: Shape[] =
    to - from > 12 ? [{ kind: 'line', x1: from, y1: base, x2: to, y2: base, stroke: room.theme.line2, strokeWidth: 1, dash: [1, 4], round: true }] : []
  return {
    width: room.width,
    height,
    shapes: [moved(label.shapes, 0, height - PAD - label.height), ...dots, moved(value.shapes, room.width - value.width, height - PAD - value.height)]
  }
}

/** A name, dots, and its value at the right end. */
export const leaders = (items: readonly LeaderItem[], room: Room): Laid =>
  stacked(
    items.map((item) => leaderLine(item, room)),
    2
  )
