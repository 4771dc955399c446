import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import type { SkylineColumn, SkylineGroup, SkylineModel } from './skyline.ts'
import { aheadsOf, labelsOf, type AheadPlace, type ColumnPlace, type LabelPlace } from './skyline-labels.ts'
import { leadersOf, type Leader } from './skyline-leaders.ts'
import { groupName } from './skyline-words.ts'

export interface SkylineBox extends Pick<ChartContext, 'width' | 'height' | 'rem'> {
  /** Whether the panel beneath stands right under this one: then leaders go down to it. */
  readonly leaders: boolean
}

export interface GroupPlace {
  readonly group: SkylineGroup
  readonly left: number
  readonly right: number
  /** The name's left edge and middle. */
  readonly labelX: number
  readonly labelY: number
}

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
const TOP = 2.4
const NAMES = 2.3
const ABSENT = 1.5
const LEADERS = 4
const BEHIND = 7.4
const GROUP_GAP = 1.5
const MOST_PITCH = 3.2
const SHARE = 0.66
/** A tick nearer to the floor's line than this would stand on its name. */
const CLEAR = 3.5

const labelOf = (group: SkylineGroup): string => `${groupName(group)} ${group.columns.length}`
const labelWidth = (group: SkylineGroup, rem: number): number =>
  (Math.max(widest([labelOf(group)], 'sans'), widest([group.absent], 'sans')) * TYPE.min + 0.9) * rem

interface Spacing {
  readonly pitch: number
  readonly gap: number
  readonly widths: readonly number[]
  /** Names stand in two lines by turns where there is no room for them in one. */
  readonly staggered: boolean
}

/** As wide as the groups together allow, no group narrower than its name. */
function spacingOf(groups: readonly SkylineGroup[], room: number, rem: number): Spacing {
  const gap = GROUP_GAP * rem
  const names = groups.map((group) => labelWidth(group, rem))
  const gaps = gap * (groups.length - 1)
  const staggered = names.reduce((sum, width) => sum + width, gaps) > room
  const least = staggered ? names.map(() => 0) : names
  const widthsAt = (pitch: number): number[] => groups.map(({ columns }, index) => Math.max(columns.length * pitch, least[index] ?? 0))
  const total = (pitch: number): number => widthsAt(pitch).reduce((sum, width) => sum + width, gaps)
  let [low, high] = [0, MOST_PITCH * rem]
  if (total(high) <= room) low = high
  for (let step = 0; step < 30 && high - low > 0.01; step += 1) {
    const middle = (low + high) / 2
    if (total(middle) <= room) low = middle
    else high = middle
  }
  const spare = groups.length < 2 ? 0 : Math.max(0, room - total(low)) / (groups.length - 1)
  return { pitch: low, gap: gap + spare, widths: widthsAt(low), staggered }
}

function scaleOf({ min, max }: SkylineModel, top: number, bottom: number): (value: number) => number {
  return (value) => bottom - ((value - min) / (max - min)) * (bottom - top)
}

const topOf = ({ value, forecast, observation }: SkylineColumn, floor: number | null): number =>
  Math.max(value ?? (observation === null ? (floor ?? 0) : 0), forecast?.value ?? 0, 0)

/** Axis steps, written as the series counts; the half one gives way to the floor's name. */
function ticksOf({ max, unit }: SkylineModel, yOf: (value: number) => number, floor: number | null, rem: number): SkylineLayout['ticks'] {
  return [max / 2, max].flatMap((value) => {
    const y = yOf(value)
    const number = value.toLocaleString('en-US')
    return floor !== null && Math.abs(y - floor) < CLEAR * rem ? [] : [{ y, text: value === max ? `${number}${unit}` : number }]
  })
}

/** The name stands left under its group; where a leader passes there it steps behind it. */
function groupPlaces(groups: readonly GroupPlace[], leaders: SkylineLayout['leaders'], rem: number): GroupPlace[] {
  return groups.map((place) => {
    const width = labelWidth(place.group, rem)
    const crossed = leaders.find(({ x }) => x > place.labelX - 0.3 * rem && x < place.labelX + width)
    return crossed === undefined ? place : { ...place, labelX: crossed.x + 0.7 * rem }
  })
}

export function layout(model: SkylineModel, box: SkylineBox): SkylineLayout {
  const { width, height, rem } = box
  const withLeaders = box.leaders && model.leaders !== null
  const right = width - (model.floor === null ? 4 : BEHIND) * rem
  const { pitch, gap, widths, staggered } = spacingOf(model.groups, right, rem)
  const words = (NAMES + (staggered || model.groups.some(({ absent }) => absent !== '') ? ABSENT : 0)) * rem
  const yOf = scaleOf(model, TOP * rem, height - words - (withLeaders ? LEADERS * rem : 0))
  const base = yOf(0)
  const low = yOf(model.min)
  const lefts = widths.map((_, index) => widths.slice(0, index).reduce((sum, wide) => sum + wide + gap, 0))
  const columns = model.groups.flatMap((group, index) =>
    group.columns.map((column, position): ColumnPlace => {
      const x = (lefts[index] ?? 0) + position * pitch
      return { column, group, x, width: pitch * SHARE, top: yOf(topOf(column, model.floor?.value ?? null)) }
    })
  )
  const aheads = aheadsOf(columns, box, yOf)
  const floor = model.floor === null ? null : yOf(model.floor.value)
  const leaders = withLeaders ? leadersOf(model, columns, { base: low, words: low + words }, box) : []
  const groups = model.groups.map((group, index): GroupPlace => {
    const left = lefts[index] ?? 0
    const second = staggered && index % 2 === 1 ? ABSENT : 0
    return { group, left, right: left + (group.columns.length - 1 + SHARE) * pitch, labelX: left, labelY: low + (1.3 + second) * rem }
  })
  return {
    columns,
    groups: groupPlaces(groups, leaders, rem),
    base,
    floor,
    right,
    ticks: ticksOf(model, yOf, floor, rem),
    aheads,
    labels: labelsOf(model, columns, aheads, right, rem),
    leaders,
    yOf
  }
}
