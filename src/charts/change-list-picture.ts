import type { ChangeListModel, ChangeListOptions, ChangeRow } from './change-list.ts'
import type { Picture, Room, Shape } from './picture.ts'
import { bar } from './typeset/bar.ts'
import { drawing } from './typeset/blocks.ts'
import { grid, ruledRows } from './typeset/grid.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph } from './typeset/text.ts'

interface Sizes {
  readonly name: number
  readonly value: number
  readonly number: number
  readonly bar: number
  readonly pad: number
}

const ALONE: Sizes = { name: 92, value: 96, number: 24, bar: 14, pad: 8 }
const AMONG: Sizes = { name: 66, value: 62, number: 19, bar: 11, pad: 5 }
const GAP = 10

/** The change, and what it is against where that is not the month before; or why there is none. */
function valueOf({ change }: ChangeRow, { number }: Sizes, room: Room): Laid {
  const { theme, measure } = room
  const { quiet } = stylesOf(room)
  if (change === null) return line('缺报', quiet, measure)
  if (change.value === null) return line(change.text, quiet, measure)
  const phrase = line(change.text, { font: 'num', size: number, weight: 500, fill: change.value < 0 ? theme.t2 : theme.t1, line: 1.1 }, measure)
  if (change.basis === null) return phrase
  const basis = line(change.basis, quiet, measure)
  const width = Math.max(phrase.width, basis.width)
  return {
    width,
    height: phrase.height + basis.height,
    shapes: [moved(phrase.shapes, width - phrase.width, 0), moved(basis.shapes, width - basis.width, phrase.height)]
  }
}

const isEstimated = ({ change }: ChangeRow): boolean => change?.estimated === true

/** What is left free on the right for the ※ of an estimate, so that all numbers end under each other. */
const HANG = 15

/** A bar from the middle: to the right for a rise, to the left and in neutral for a fall. */
function lane({ change, share }: ChangeRow, width: number, height: number, size: Sizes, { theme }: Room): Shape[] {
  const middle = width / 2
  const zero: Shape = { kind: 'line', x1: middle, y1: 3, x2: middle, y2: height - 3, stroke: theme.t3 }
  const value = change?.value ?? null
  if (change === null || value === null) return [zero]
  const fall = value < 0
  const long = Math.abs(share) * middle
  const box = { x: fall ? middle - long : middle, y: (height - size.bar) / 2, width: long, height: size.bar }
  return [...bar({ ...box, colour: fall ? theme.neutral : theme.data, demo: change.demo, end: fall ? 'left' : 'right' }), zero]
}

function rowOf(row: ChangeRow, size: Sizes, hang: number, room: Room): Laid {
  const value = valueOf(row, size, room)
  const style = { ...stylesOf(room).label, fill: room.theme.t1 }
  const name = paragraph(row.region.name, style, size.name, room.measure)
  const height = Math.max(value.height, name.height, 22) + 2 * size.pad
  const wide = Math.max(size.value, value.width) + hang
  const mark = isEstimated(row) ? line('※', { ...stylesOf(room).small, fill: room.theme.warn }, room.measure).shapes : []
  const shapes = [
    moved(name.shapes, 0, (height - name.height) / 2),
    moved(lane(row, room.width - size.name - wide - 2 * GAP, height, size, room), size.name + GAP, 0),
    moved(value.shapes, room.width - hang - value.width, (height - value.height) / 2),
    moved(mark, room.width - hang + 1, (height - value.height) / 2 - 4)
  ]
  return { width: room.width, height, shapes }
}

function listOf({ title, rows }: ChangeListModel['lists'][number], size: Sizes, room: Room): Laid {
  const hang = rows.some(isEstimated) ? HANG : 0
  const body = ruledRows(
    rows.map((row) => rowOf(row, size, hang, room)),
    room
  )
  if (title === '') return body
  const words = paragraph(title, stylesOf(room).strong, room.width, room.measure)
  const rule: Shape = { kind: 'line', x1: 0, y1: words.height + 3, x2: room.width, y2: words.height + 3, stroke: room.theme.line2 }
  return stacked([{ ...words, height: words.height + 4, shapes: [...words.shapes, rule] }, body], 2)
}

/** Each area's own change of the total, or of each item in a list of its own: there are no ranks. */
export const picture: Picture<ChangeListModel, ChangeListOptions> = ({ lists }, room) => {
  const size = lists.length > 1 ? AMONG : ALONE
  const estimated = lists.some(({ rows }) => rows.some(isEstimated))
  const note = estimated ? '※ 有缺报项，权重重新分配' : ''
  return [
    ...drawing(
      grid(lists, (list, width) => listOf(list, size, { ...room, width }), { least: lists.length > 1 ? 260 : room.width, gap: 36, lineGap: 18 }, room)
    ),
    ...drawing(paragraph(note, stylesOf(room).small, room.width, room.measure), 10)
  ]
}
