import type { Room, Shape, TextShape } from '#charts/picture.ts'
import { moved, stacked, type Laid } from './laid.ts'
import { stylesOf } from './styles.ts'
import { paragraph, type TextStyle } from './text.ts'

export interface TableColumn {
  readonly title: string
  /** Numbers stand on the right. */
  readonly align?: TextShape['align']
  /** Its part of the width; by its widest text where absent. */
  readonly share?: number
  readonly style?: TextStyle
}

const GAP = 14
const PAD = 5

/** Columns as wide as their texts ask for; where that is too much, the widest give way. */
function widthsOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: Room): number[] {
  const { small, body } = stylesOf(room)
  const free = room.width - (columns.length - 1) * GAP
  const natural = columns.map(({ title, style = body }, index) =>
    Math.max(room.measure(title, small), ...rows.map((row) => room.measure(row[index] ?? '', style)))
  )
  const total = natural.reduce((sum, width) => sum + width, 0)
  const fair = free / columns.length
  const over = total - free
  if (over <= 0) return natural.map((width) => width - over / columns.length)
  const wide = natural.reduce((sum, width) => sum + Math.max(0, width - fair), 0)
  return natural.map((width) => width - (over * Math.max(0, width - fair)) / Math.max(1, wide))
}

function rowOf(cells: readonly Laid[], widths: readonly number[], room: Room, head: boolean): Laid {
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * PAD
  let x = 0
  const shapes: Shape[] = cells.map((cell, index) => {
    const group = moved(cell.shapes, x, PAD)
    x += (widths[index] ?? 0) + GAP
    return group
  })
  const stroke = head ? room.theme.line2 : room.theme.line
  return { width: room.width, height, shapes: [...shapes, { kind: 'line', x1: 0, y1: height, x2: room.width, y2: height, stroke, strokeWidth: 1 }] }
}

/** Titles, then rows, with a hairline under each; long cells break into lines. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: Room): Laid {
  const { small, body } = stylesOf(room)
  const widths = widthsOf(columns, rows, room)
  const cell = (text: string, index: number, style: TextStyle): Laid =>
    paragraph(text, { ...style, align: columns[index]?.align ?? 'start' }, (widths[index] ?? 0) + 0.5, room.measure)
  const head = columns.some(({ title }) => title !== '')
    ? [
        rowOf(
          columns.map(({ title }, index) => cell(title, index, small)),
          widths,
          room,
          true
        )
      ]
    : []
  return stacked([
    ...head,
    ...rows.map((row) =>
      rowOf(
        row.map((text, index) => cell(text, index, columns[index]?.style ?? body)),
        widths,
        room,
        false
      )
    )
  ])
}
