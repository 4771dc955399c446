import type { Block, Room, Shape, TextShape } from './picture.ts'
import { LEAGUE } from './month-rows.ts'
import { drawing } from './typeset/blocks.ts'
import { stylesOf } from './typeset/styles.ts'
import { table, type TableColumn } from './typeset/table.ts'
import { paragraph } from './typeset/text.ts'
import type { ChartBlock } from './picture.ts'

/** What stands at the end of a row of the months: a rank, a score, a change. */
export interface RowEnd {
  readonly name: string
  readonly cells: readonly { readonly text: string; readonly fill: string; readonly strong: boolean }[]
}

export interface LeagueTable {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly note: string
}

interface LeaguePicture {
  readonly option: ChartBlock['option']
  readonly ends: readonly RowEnd[]
  /** Over the cells of the ends. */
  readonly heads: readonly string[]
  readonly items: LeagueTable
}

const ROW = 40
/** Over its rows the chart keeps room for the heads of a table. */
const RAISE = { wide: 18, narrow: 38 } as const
const GAP = 12

const text = (shape: Omit<TextShape, 'kind'>): TextShape => ({ kind: 'text', ...shape })

const taken = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP), 0)

/** Columns of numbers behind the months, each on the height of its row. */
function columnsOf({ ends, heads }: LeaguePicture, room: Room): { readonly width: number; readonly shapes: (right: number, height: number) => Shape[] } {
  const { small } = stylesOf(room)
  const letters = (strong: boolean) => ({ font: strong ? 'num' : 'inline', weight: strong ? 500 : 400, size: strong ? 21 : 14 }) as const
  const widths = heads.map((head, index) =>
    Math.max(
      room.measure(head, small),
      ...ends.map(({ cells }) => {
        const cell = cells[index]
        return cell === undefined ? 0 : room.measure(cell.text, letters(cell.strong))
      })
    )
  )
  const from = (index: number, right: number): number => right - taken(widths.slice(index + 1))
  return {
    width: taken(widths),
    shapes: (right, height) => {
      const [top, bottom] = [LEAGUE.head * room.rem, LEAGUE.foot * room.rem]
      const pitch = (height - top - bottom) / Math.max(1, ends.length)
      return [
        ...heads.map((head, index) => text({ ...small, text: head, x: from(index, right), y: top - 10, align: 'end', fill: room.theme.t3 })),
        ...ends.flatMap(({ cells }, row) =>
          cells.map((cell, index) =>
            text({ ...letters(cell.strong), text: cell.text, x: from(index, right), y: top + (row + 0.5) * pitch + 7, align: 'end', fill: cell.fill })
          )
        )
      ]
    }
  }
}

/** Under this the months have the whole width, and what stands at their end goes into the table. */
const WIDE = 480
export const isNarrow = ({ width }: Pick<Room, 'width'>): boolean => width < WIDE

/** The months with what stands at their end, and under them the items that make the score. */
export function leaguePicture(league: LeaguePicture, room: Room): readonly Block[] {
  const height = league.ends.length * ROW + (LEAGUE.head + LEAGUE.foot) * room.rem
  const columns = isNarrow(room) ? { width: 0, shapes: () => [] } : columnsOf(league, room)
  const { heads, rows, note } = league.items
  const items: TableColumn[] = heads.map((title, index) => (index === 0 ? { title } : { title, align: 'end' }))
  const { small } = stylesOf(room)
  return [
    {
      kind: 'chart',
      height,
      raise: isNarrow(room) ? RAISE.narrow : RAISE.wide,
      right: columns.width,
      option: league.option,
      over: columns.shapes(room.width, height)
    },
    ...drawing(table(items, rows, room), 10),
    ...drawing(paragraph(note, small, room.width, room.measure), 6)
  ]
}
