import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import type { SkylineColumn, SkylineGroup, SkylineModel } from './skyline.ts'
import { groupName, countText } from './skyline-words.ts'

export interface SkylineBox extends Pick<ChartContext, 'width' | 'height' | 'rem'> {
  /** Whether the panel beneath stands right under this one: then leaders go down to it. */
  readonly leaders: boolean
  /** Whether the groups may stand in several rows: where there is little width and the height is free. */
  readonly rows: boolean
}

/** In rem: text lines under the columns, the room behind them, gaps and pitches. */
const NAMES = 2.3
export const ABSENT = 1.5
const BEHIND = { wide: 7.4, narrow: 5.6, bare: 4 } as const
export const GROUP_GAP = 1.5
const PITCH = { least: 0.95, most: 3.2 } as const

/** What a name keeps free behind it. */
export const NAME_GAP = 0.9

const labelOf = (group: SkylineGroup): string => `${groupName(group)} ${countText(group)}`
export const labelWidth = (group: SkylineGroup, rem: number): number =>
  (Math.max(widest([labelOf(group)], 'sans'), widest([group.absent], 'sans')) * TYPE.min + NAME_GAP) * rem

interface Spacing {
  readonly pitch: number
  readonly gap: number
  readonly widths: readonly number[]
  /** Names stand in two lines by turns where there is no room for them in one. */
  readonly staggered: boolean
}

/** As wide as the groups together allow, no group narrower than its name. */
function spacingOf(groups: readonly SkylineGroup[], room: number, rem: number, most: number): Spacing {
  const gap = GROUP_GAP * rem
  const names = groups.map((group) => labelWidth(group, rem))
  const gaps = gap * (groups.length - 1)
  const staggered = names.reduce((sum, width) => sum + width, gaps) > room
  const least = staggered ? names.map(() => 0) : names
  const widthsAt = (pitch: number): number[] => groups.map(({ columns }, index) => Math.max(columns.length * pitch, least[index] ?? 0))
  const total = (pitch: number): number => widthsAt(pitch).reduce((sum, width) => sum + width, gaps)
  let [low, high] = [0, most]
  if (total(high) <= room) low = high
  for (let step = 0; step < 30 && high - low > 0.01; step += 1) {
    const middle = (low + high) / 2
    if (total(middle) <= room) low = middle
    else high = middle
  }
  const spare = groups.length < 2 ? 0 : Math.max(0, room - total(low)) / (groups.length - 1)
  return { pitch: low, gap: gap + spare, widths: widthsAt(low), staggered }
}

export const topOf = ({ value, until, forecast, observation }: SkylineColumn, floor: number | null): number =>
  Math.max(value ?? (observation === null ? (floor ?? 0) : 0), until ?? 0, forecast?.value ?? 0, 0)

export const roomOf = ({ floor }: SkylineModel, { width, rem, rows }: SkylineBox): number =>
  width - (floor === null ? BEHIND.bare : rows ? BEHIND.narrow : BEHIND.wide) * rem

/** The groups row by row: all in one, or as many beside each other as can be told apart. */
function rowsOf(model: SkylineModel, box: SkylineBox): SkylineGroup[][] {
  if (!box.rows) return [[...model.groups]]
  const { rem } = box
  const rows: SkylineGroup[][] = []
  let left = 0
  for (const group of model.groups) {
    const wide = Math.max(group.columns.length * PITCH.least * rem, labelWidth(group, rem))
    const row = rows.at(-1)
    if (row !== undefined && left + wide <= roomOf(model, box)) row.push(group)
    else {
      rows.push([group])
      left = 0
    }
    left += wide + GROUP_GAP * rem
  }
  return rows
}

export interface Row {
  readonly groups: readonly SkylineGroup[]
  /** How far up it reaches, in the unit of the series. */
  readonly span: number
  /** What stands under the columns, in px. */
  readonly words: number
  readonly spacing: Spacing
}

/** One row reaches up to the axis' end; of several each only as far as its own columns. */
function reachOf(model: SkylineModel, groups: readonly SkylineGroup[], box: SkylineBox): number {
  if (!box.rows) return model.max
  const floor = model.floor?.value ?? null
  return Math.min(model.max, Math.max((floor ?? 0) * 1.5, ...groups.flatMap(({ columns }) => columns.map((column) => topOf(column, floor)))))
}

/** The rows, all with one width of column. */
export function rowsWith(model: SkylineModel, box: SkylineBox): Row[] {
  const { rem } = box
  const room = roomOf(model, box)
  const rows = rowsOf(model, box)
  const most = Math.min(PITCH.most * rem, ...rows.map((groups) => spacingOf(groups, room, rem, PITCH.most * rem).pitch))
  return rows.map((groups) => {
    const spacing = spacingOf(groups, room, rem, most)
    const second = spacing.staggered || groups.some(({ absent }) => absent !== '')
    return { groups, span: reachOf(model, groups, box), spacing, words: (NAMES + (second ? ABSENT : 0)) * rem }
  })
}
