import { rankText, type LeagueCell } from './league.ts'
import type { Picture, Room, Shape } from './picture.ts'
import type { SubLeague, SubLeaguesModel, SubLeaguesOptions } from './sub-leagues.ts'
import { drawing } from './typeset/blocks.ts'
import { grid, namedGrid, ruledRows, type NamedCell } from './typeset/grid.ts'
import { flowed, moved, sideBySide, stacked, type Laid } from './typeset/laid.ts'
import { demoTag } from './typeset/marks.ts'
import { stylesOf } from './typeset/styles.ts'
import { line, paragraph, type TextStyle } from './typeset/text.ts'

type Row = SubLeague['rows'][number]

/** More areas than these stand in rows, and not side by side. */
const MANY = 8
const PAD = 5

/** Points in the number face, or why there are none. */
function pointsOf({ points, absence, rank }: LeagueCell, size: number, room: Room): Laid {
  const style: TextStyle =
    points === null ? stylesOf(room).quiet : { font: 'num', size, weight: 500, fill: rank === 1 ? room.theme.accent : room.theme.t1, line: 1.1 }
  return line(points ?? absence, style, room.measure)
}

const rankOf = ({ rank, shared }: LeagueCell, room: Room): Laid =>
  line(rank === null ? '' : rankText(rank, shared), { ...stylesOf(room).quiet, fill: rank === 1 ? room.theme.accent : room.theme.t3 }, room.measure)

/** Some of a league are demo and others not: those that are say so themselves. */
const markOf = ({ demo, points }: LeagueCell, mixed: boolean, room: Room): Laid[] => (mixed && demo && points !== null ? [demoTag('演示', room)] : [])

function head({ item }: SubLeague, width: number, room: Room): Laid {
  const { strong, quiet } = stylesOf(room)
  const words = sideBySide([paragraph(item.label, strong, width, room.measure), line(`权重${item.weight}%`, quiet, room.measure)], 8)
  const shapes: Shape[] = [...words.shapes, { kind: 'line', x1: 0, y1: words.height + 3, x2: width, y2: words.height + 3, stroke: room.theme.line2 }]
  return { shapes, width, height: words.height + 4 }
}

/** Rank, name and points in a row. */
function rowOf({ region, cell }: Row, width: number, mixed: boolean, room: Room): Laid {
  const value = sideBySide([...markOf(cell, mixed, room), pointsOf(cell, 20, room)], 6)
  const [rank, left] = [rankOf(cell, room), 48]
  const name = paragraph(region.name, { ...stylesOf(room).label, fill: room.theme.t1 }, width - left - value.width - 8, room.measure)
  const height = Math.max(name.height, value.height)
  return {
    width,
    height: height + 2 * PAD,
    shapes: [
      moved(rank.shapes, 0, PAD + height - rank.height),
      moved(name.shapes, left, PAD + height - name.height),
      moved(value.shapes, width - value.width, PAD + height - value.height)
    ]
  }
}

/** The name over points and rank, side by side in order of rank. */
function cellOf({ region, cell }: Row, width: number, mixed: boolean, room: Room): NamedCell {
  const { label } = stylesOf(room)
  const phrase = flowed([pointsOf(cell, 24, room), rankOf(cell, room), ...markOf(cell, mixed, room)], { width, gap: 7, lineGap: 1 })
  return { name: paragraph(region.name, { ...label, fill: room.theme.t1 }, width, room.measure), phrase }
}

const isMixed = ({ rows }: SubLeague): boolean => new Set(rows.flatMap(({ cell }) => (cell.points === null ? [] : [cell.demo]))).size > 1

function league(one: SubLeague, width: number, aside: boolean, room: Room): Laid {
  const mixed = isMixed(one)
  const own = { ...room, width }
  const body = aside
    ? namedGrid(one.rows, (row, cell) => cellOf(row, cell, mixed, room), { least: 90, gap: 16, lineGap: 8 }, own)
    : ruledRows(
        one.rows.map((row) => rowOf(row, width, mixed, room)),
        own
      )
  return stacked([head(one, width, room), body], aside ? 7 : 2)
}

/** Each item of the score with all areas in order of rank in it. */
export const picture: Picture<SubLeaguesModel, SubLeaguesOptions> = ({ leagues }, room) => {
  const many = Math.max(0, ...leagues.map(({ rows }) => rows.length))
  const aside = many <= MANY
  const laid = grid(leagues, (one, width) => league(one, width, aside, room), { least: aside ? room.width : 210, gap: 30, lineGap: 18 }, room)
  return drawing(laid, 2, 6)
}
