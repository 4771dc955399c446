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

const GAP = { most: 14, share: 0.2 } as const
const PAD = 5

/** Many columns stand closer. */
const gapOf = (columns: number, width: number): number => Math.min(GAP.most, (width * GAP.share) / columns)

/** Takes `over` away from what each has to give, in equal parts of it. */
function given(widths: readonly number[], give: readonly number[], over: number): number[] {
  const all = give.reduce((sum, width) => sum + width, 0)
  return widths.map((width, index) => width - (all === 0 ? 0 : (Math.min(over, all) * (give[index] ?? 0)) / all))
}

/** Columns as wide as their texts ask for; where that is too much, first titles break into lines, then the cells of the widest. */
function widthsOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room: Room): number[] {
  const { small, body } = stylesOf(room)
  const free = room.width - (columns.length - 1) * gapOf(columns.length, room.width)
  const cells = columns.map(({ style = body }, index) => Math.max(0, ...rows.map((row) => room.measure(row[index] ?? '', style))))
  const natural = columns.map(({ title }, index) => Math.max(cells[index] ?? 0, room.measure(title, small)))
  const over = natural.reduce((sum, width) => sum + width, 0) - free
  if (over <= 0) return natural.map((width) => width - over / columns.length)
  const titles = given(
    natural,
    natural.map((width, index) => Math.max(0, width - Math.max(cells[index] ?? 0, LEAST))),
    over
  )
  const still = titles.reduce((sum, width) => sum + width, 0) - free
  return still <= 0
    ? titles
    : given(
        titles,
        titles.map((width) => Math.max(0, width - free / columns.length)),
        still
      )
}

/** Two characters of a title. */
const LEAST = 27

function rowOf(cells: readonly Laid[], widths: readonly number[], room: Room, head: boolean): Laid {
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * PAD
  let x = 0
  const shapes: Shape[] = cells.map((cell, index) => {
    const group = moved(cell.shapes, x, PAD)
    x += (widths[index] ?? 0) + gapOf(widths.length, room.width)
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
