import type { Picture, Room, Shape } from './picture.ts'
import type { ProgrammeListModel, ProgrammeListOptions } from './programme-list.ts'
import { drawing } from './typeset/blocks.ts'
import { evenColumns } from './typeset/grid.ts'
import { flowed, moved, stacked, type Laid } from './typeset/laid.ts'
import { publishedTag } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { paragraph, type TextStyle } from './typeset/text.ts'

/** From here on the names stand closer, told apart by their points. */
const MANY = 9
/** So few stand one under the other. */
const FEW = 3
const COLUMN = { least: 260, gap: 36 } as const

/** Half-moons rise and set in turn, as the talks do. */
function halfMoon(index: number, y: number, fill: string): Shape {
  const [x, radius, base] = [0, 9, index % 2 === 0 ? y + 4.5 : y - 4.5]
  const sweep = index % 2 === 0 ? 1 : 0
  return { kind: 'path', d: `M${x} ${base}A${radius} ${radius} 0 0 ${sweep} ${x + 2 * radius} ${base}Z`, fill }
}

interface Mark {
  readonly width: number
  readonly draw: (index: number, y: number) => Shape
}

const markOf = ({ mark }: Pick<ProgrammeListModel, 'mark'>, fill: string, radius: number): Mark =>
  mark === 'half-moon'
    ? { width: 30, draw: (index, y) => halfMoon(index, y, fill) }
    : { width: 2 * radius + 10, draw: (_, y) => ({ kind: 'circle', x: radius, y, radius, fill }) }

/** A mark and a name, which may take several lines. */
function named(name: string, index: number, mark: Mark, style: TextStyle, width: number, room: Room): Laid {
  const text = paragraph(name, style, width - mark.width, room.measure)
  return {
    width: mark.width + text.width,
    height: text.height,
    shapes: [mark.draw(index, style.size * 0.69), moved(text.shapes, mark.width, 0)]
  }
}

/** Down one column and then down the next, rows of the same height. */
function rows({ names, mark }: ProgrammeListModel, room: Room): Laid {
  const many = names.length >= MANY
  const { theme } = room
  const style: TextStyle = many ? { ...stylesOf(room).label, fill: theme.t1 } : { ...stylesOf(room).strong, size: 17 }
  const { count, width } = names.length > FEW ? evenColumns(names.length, COLUMN, room) : { count: 1, width: room.width }
  const lines = Math.ceil(names.length / count)
  const [own, pad] = [markOf({ mark }, theme.data, 3.5), many ? 4 : 9]
  const laid = names.map((name, index) => named(name, index, own, style, width, room))
  const columns = Array.from({ length: count }, (_, column) => laid.slice(column * lines, (column + 1) * lines))
  const heights = Array.from({ length: lines }, (_, line) => Math.max(...columns.map((cells) => cells[line]?.height ?? 0)) + 2 * pad)
  const column = (cells: readonly Laid[]): Laid =>
    stacked(
      cells.map((cell, line): Laid => {
        const height = heights[line] ?? cell.height
        const rule: Shape = { kind: 'line', x1: 0, y1: height, x2: width, y2: height, stroke: theme.line }
        return { width, height, shapes: [moved(cell.shapes, 0, pad), ...(many || line === cells.length - 1 ? [] : [rule])] }
      })
    )
  const shapes = columns.map((cells, index) => moved(column(cells).shapes, index * (width + COLUMN.gap), 0))
  return { shapes, width: room.width, height: heights.reduce((sum, height) => sum + height, 0) }
}

/** A quiet line that wraps. */
function quietLine({ names }: ProgrammeListModel, room: Room): Laid {
  const { theme } = room
  const mark = markOf({ mark: 'dot' }, theme.t3, 2.8)
  const style: TextStyle = { ...stylesOf(room).body, fill: theme.t2 }
  return flowed(
    names.map((name, index) => named(name, index, mark, style, room.width, room)),
    { width: room.width, gap: 24, lineGap: 7 }
  )
}

/** Names, and what is known of them. */
export const picture: Picture<ProgrammeListModel, ProgrammeListOptions> = (model, room) => {
  const tag = model.tag === '' ? [] : drawing(publishedTag(model.tag, room), 0, 6)
  return [...tag, ...drawing(model.layout === 'rows' ? rows(model, room) : quietLine(model, room), 2, 2)]
}
