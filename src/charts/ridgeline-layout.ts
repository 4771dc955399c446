import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import type { RidgeDay, RidgelineModel, RidgeMonth } from './ridgeline.ts'
import { dayName } from './ridgeline-words.ts'

/** A full row of days; a shorter month ends sooner. */
export const DAYS = 31

export type RidgeBox = Pick<ChartContext, 'width' | 'height' | 'rem'>

export interface DayPlace {
  readonly day: RidgeDay
  readonly x: number
  readonly y: number
}

export interface MonthPlace {
  readonly month: RidgeMonth
  /** The zero line. */
  readonly base: number
  /** Its right end: a shorter month ends sooner. */
  readonly end: number
  /** Unbroken rows of days; between them the days are not known. */
  readonly runs: readonly (readonly DayPlace[])[]
}

export interface PeakPlace {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly latest: boolean
}

export interface RidgelineLayout {
  readonly months: readonly MonthPlace[]
  readonly peaks: readonly PeakPlace[]
  readonly ticks: readonly { readonly text: string; readonly x: number }[]
  readonly axisY: number
  readonly left: number
  readonly step: number
  readonly dayWidth: number
}

/** In rem: room over the highest peak for its name, and under the last line for the days. */
const TOP = 1.9
const BOTTOM = 2.1
const SIDE = 0.6
const TICKS = [1, 10, 20, 30]

/** How many rows the highest day reaches up: one line alone has all the room, many share it. Where a day is wide, its hill is higher: flat ones would look ruled. */
function reach(rows: number, { width, height }: RidgeBox): number {
  const stretch = height > 0 ? Math.max(1, Math.min(1.6, width / height / 1.9)) : 1
  return Math.min(3.8 * stretch, 1 + (rows - 1) * 0.4 * stretch)
}

function runsOf(days: readonly DayPlace[]): DayPlace[][] {
  const runs: DayPlace[][] = []
  for (const place of days) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1)?.day.day === place.day.day - 1) run.push(place)
    else runs.push([place])
  }
  return runs
}

/** Names that would stand on each other: the higher day keeps its own. */
function peaksOf({ peaks }: RidgelineModel, months: readonly MonthPlace[], { width, rem }: RidgeBox): PeakPlace[] {
  const kept: (PeakPlace & { readonly half: number })[] = []
  const places = months.flatMap(({ month, runs }) => runs.flat().map((place) => ({ ...place, latest: month.latest })))
  for (const peak of peaks) {
    const place = places.find(({ day }) => day.date === peak.date)
    if (place === undefined) continue
    const text = dayName(peak)
    const half = (widest([text], 'sans') * TYPE.min * rem) / 2
    const x = Math.max(half, Math.min(width - half, place.x))
    const y = place.y - 0.5 * rem
    if (kept.every((other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > 1.5 * rem))
      kept.push({ text, x, y, latest: place.latest, half })
  }
  return kept.map(({ text, x, y, latest }) => ({ text, x, y, latest }))
}

/** The lines at even distances, the first as far from the top as its own peaks and those of the lines beneath reach. */
export function layout(model: RidgelineModel, box: RidgeBox): RidgelineLayout {
  const { width, height, rem } = box
  const { months } = model
  const highest = Math.max(0, ...months.flatMap(({ days }) => days.map(({ value }) => value)))
  const rows = reach(months.length, box)
  const up = (value: number): number => (highest === 0 ? 0 : (value / highest) * rows)
  const lift = Math.max(1, ...months.map(({ days }, index) => Math.max(0, ...days.map(({ value }) => up(value))) - index))
  const step = Math.max(0, height - (TOP + BOTTOM) * rem) / (lift + months.length - 1)
  const [left, dayWidth] = [SIDE * rem, (width - 2 * SIDE * rem) / (DAYS - 1)]
  const xOf = (day: number): number => left + (day - 1) * dayWidth
  const placed = months.map((month, index): MonthPlace => {
    const base = TOP * rem + (lift + index) * step
    const days = month.days.map((day): DayPlace => ({ day, x: xOf(day.day), y: base - up(day.value) * step }))
    return { month, base, end: xOf(month.length), runs: runsOf(days) }
  })
  const axisY = (placed.at(-1)?.base ?? 0) + 1.3 * rem
  return { months: placed, peaks: peaksOf(model, placed, box), ticks: TICKS.map((day) => ({ text: `${day}日`, x: xOf(day) })), axisY, left, step, dayWidth }
}
