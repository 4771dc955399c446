import type { SkylineGroup, SkylineModel } from './skyline.ts'
import { aheadsOf, labelsOf, type AheadPlace, type ColumnPlace, type LabelPlace } from './skyline-labels.ts'
import { leadersOf, type Leader } from './skyline-leaders.ts'
import { ABSENT, GROUP_GAP, labelWidth, NAME_GAP, roomOf, rowsWith, topOf, type Row, type SkylineBox } from './skyline-rows.ts'

export interface GroupPlace {
  readonly group: SkylineGroup
  readonly left: number
  readonly right: number
  /** The name's left edge and middle. */
  readonly labelX: number
  readonly labelY: number
}

/** One row of groups over a base line of its own; all rows have one scale. */
export interface SkylineLayout {
  readonly columns: readonly ColumnPlace[]
  readonly groups: readonly GroupPlace[]
  readonly base: number
  readonly floor: number | null
  /** The right edge of the columns; behind it the lines are named. */
  readonly right: number
  readonly ticks: readonly { readonly y: number; readonly text: string }[]
  readonly aheads: readonly AheadPlace[]
  readonly labels: readonly LabelPlace[]
  readonly leaders: readonly Leader[]
  readonly yOf: (value: number) => number
}

/** In rem: insets, gaps and text lines. */
const TOP = 2.8
const LEADERS = 3.4
const SHARE = 0.66
/** A tick nearer to the floor's line than this would stand on its name. */
const CLEAR = 4.2

/** Axis steps, written as the series counts; the half one gives way to the floor's name. */
function ticksOf({ max, unit }: SkylineModel, row: Row, yOf: (value: number) => number, floor: number | null, rem: number): SkylineLayout['ticks'] {
  return [max / 2, max].flatMap((value) => {
    const y = yOf(value)
    const number = value.toLocaleString('en-US')
    const hidden = value > row.span || (floor !== null && Math.abs(y - floor) < CLEAR * rem)
    return hidden ? [] : [{ y, text: value === max ? `${number}${unit}` : number }]
  })
}

const leadsDown = (model: SkylineModel, box: SkylineBox): boolean => box.leaders && model.leaders !== null

function rowLayout(model: SkylineModel, row: Row, zero: number, scale: number, box: SkylineBox): SkylineLayout {
  const { rem } = box
  const { pitch, gap, widths, staggered } = row.spacing
  const right = roomOf(model, box)
  const yOf = (value: number): number => zero - value * scale
  const low = yOf(model.min)
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, wide) => sum + wide + (box.rows ? GROUP_GAP * rem : gap), 0))
  const columns = row.groups.flatMap((group, index) =>
    group.columns.map((column, position): ColumnPlace => {
      const x = (lefts[index] ?? 0) + position * pitch
      return { column, group, x, width: pitch * SHARE, top: yOf(topOf(column, model.floor?.value ?? null)) }
    })
  )
  const aheads = aheadsOf(model, columns, box, yOf)
  const floor = model.floor === null ? null : yOf(model.floor.value)
  const groups = row.groups.map((group, index): GroupPlace => {
    const left = lefts[index] ?? 0
    const second = staggered && index % 2 === 1 ? ABSENT : 0
    return { group, left, right: left + (group.columns.length - 1 + SHARE) * pitch, labelX: left, labelY: low + (1.3 + second) * rem }
  })
  const names = groups.map(({ group, labelX }) => ({ from: labelX, to: labelX + labelWidth(group, rem) - NAME_GAP * rem }))
  const leaders = leadsDown(model, box) ? leadersOf(model, columns, { base: low, words: low + row.words, names }, box) : []
  // A forecast that needs the whole width stands where the step is named.
  const ticks = ticksOf(model, row, yOf, floor, rem).map((tick) =>
    aheads.some(({ to, y }) => to > right && Math.abs(y - tick.y) < rem) ? { ...tick, text: '' } : tick
  )
  return {
    columns,
    groups,
    base: zero,
    floor,
    right,
    ticks,
    aheads,
    labels: labelsOf(model, columns, aheads, right, box),
    leaders,
    yOf
  }
}

/** One row, or several; all have one scale and one width of column. */
export function layout(model: SkylineModel, box: SkylineBox): SkylineLayout[] {
  const rows = rowsWith(model, box)
  const around = (row: Row): number => TOP * box.rem + row.words + (leadsDown(model, box) ? LEADERS * box.rem : 0)
  const spans = rows.reduce((sum, row) => sum + row.span - model.min, 0)
  const scale = Math.max(0, box.height - rows.reduce((sum, row) => sum + around(row), 0)) / spans
  const zeros = rows.map((row, index) => {
    const above = rows.slice(0, index).reduce((sum, other) => sum + around(other) + (other.span - model.min) * scale, 0)
    return above + TOP * box.rem + row.span * scale
  })
  return rows.map((row, index) => rowLayout(model, row, zeros[index] ?? 0, scale, box))
}
