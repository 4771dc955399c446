import { hallMark } from './hall-marks-picture.ts'
import type { HallModel, Joint } from './hall.ts'
import type { Room, Shape } from './picture.ts'
import { moved, stacked, type Laid } from './typeset/laid.ts'
import { stylesOf } from './typeset/styles.ts'
import { cut, line, type TextStyle } from './typeset/text.ts'
import { vertical } from './typeset/vertical.ts'

const MARK = 24
const ROW = 33
/** In a narrower cell marks could not be told apart. */
const LEAST = 17
const NAMES = { gap: 10, most: 110 } as const

interface Grid {
  readonly heads: readonly string[]
  readonly rows: readonly { readonly name: string; readonly selected: boolean; readonly joints: readonly (Joint | null)[] }[]
}

const upright = ({ rows, columns }: HallModel, region: string): Grid => ({
  heads: columns.map(({ numeral }) => numeral),
  rows: rows.map((row) => ({ name: row.region.name, selected: row.region.code === region, joints: row.joints }))
})

const turned = ({ rows, columns }: HallModel): Grid => ({
  heads: rows.map(({ region }) => region.name),
  rows: columns.map(({ numeral }, column) => ({ name: numeral, selected: false, joints: rows.map(({ joints }) => joints[column] ?? null) }))
})

interface Measures {
  readonly names: number
  readonly cell: number
}

function measuresOf({ heads, rows }: Grid, style: TextStyle, { width, measure }: Room): Measures {
  const names = Math.min(NAMES.most, Math.max(0, ...rows.map(({ name }) => measure(name, style)))) + NAMES.gap
  return { names, cell: (width - names) / Math.max(1, heads.length) }
}

/** Heads beside each other, all upright where one has no room. */
function headOf({ heads }: Grid, { names, cell }: Measures, style: TextStyle, room: Room): Laid {
  const down = heads.some((text) => room.measure(text, style) > cell - 2)
  const laid = heads.map((text) => (down ? vertical(text, style) : line(text, style, room.measure)))
  const height = Math.max(0, ...laid.map((one) => one.height))
  const shapes = laid.map((one, index) => moved(one.shapes, names + (index + 0.5) * cell - one.width / 2, height - one.height))
  return { width: room.width, height: height + 4, shapes }
}

function rowOf({ name, selected, joints }: Grid['rows'][number], { names, cell }: Measures, style: TextStyle, room: Room): Laid {
  const size = Math.min(MARK, cell - 3)
  const words = line(cut(name, style, names - NAMES.gap + 0.5, room.measure), selected ? { ...style, fill: room.theme.accent } : style, room.measure)
  const marks = joints.flatMap((joint, index): Shape[] =>
    joint === null ? [] : [moved(hallMark(joint.mark, joint.demo, size, room), names + (index + 0.5) * cell - size / 2, (ROW - size) / 2)]
  )
  return { width: room.width, height: ROW, shapes: [moved(words.shapes, 0, (ROW - words.height) / 2), ...marks] }
}

/** Where the hall has no room: a row a county, or a row a mechanism where those would not fit beside each other. */
export function hallGrid(hall: HallModel, region: string, room: Room): Laid {
  const { body, label } = stylesOf(room)
  const style: TextStyle = { ...body, font: 'sans' }
  const first = upright(hall, region)
  const grid = measuresOf(first, style, room).cell >= LEAST ? first : turned(hall)
  const measures = measuresOf(grid, style, room)
  return stacked([headOf(grid, measures, label, room), ...grid.rows.map((row) => rowOf(row, measures, style, room))])
}
