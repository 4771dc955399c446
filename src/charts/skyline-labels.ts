import { TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'
import { phraseCell } from './panel-table.ts'
import type { SkylineColumn, SkylineGroup, SkylineModel } from './skyline.ts'
import type { SkylineBox } from './skyline-rows.ts'

export interface ColumnPlace {
  readonly column: SkylineColumn
  readonly group: SkylineGroup
  readonly x: number
  readonly width: number
  /** The top of whatever is drawn of it. */
  readonly top: number
}

/** The words of a forecast: their box, over its column. */
export interface AheadPlace extends Words {
  readonly place: ColumnPlace
  /** The place, after its story's title where no leader goes there. */
  readonly name: string
}

/** The names of the places that a story tells of. */
export interface LabelPlace {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** Where the stories stand apart, their titles on the columns say which is whose; where they follow under the panel there is no room. */
const titled = (model: SkylineModel, index: number | null, { leaders, rows }: SkylineBox, text: string): string => {
  const display = index === null || leaders || rows ? '' : (model.models[index]?.display ?? '')
  return display === '' ? text : `${display} ${text}`
}

/** One line of words, in rem. */
const LINE = 1.7
/** 预计, the year and the gaps of a forecast's words. */
const AHEAD = 8

/** The middle of each model's columns, or nothing where none of them is drawn. */
export const middles = (
  model: SkylineModel,
  columns: readonly ColumnPlace[]
): { readonly index: number; readonly x: number; readonly own: readonly ColumnPlace[] }[] =>
  model.models.flatMap((_, index) => {
    const own = columns.filter(({ column }) => column.model === index)
    const [first, last] = [own[0], own.at(-1)]
    return first === undefined || last === undefined ? [] : [{ index, own, x: (first.x + last.x + last.width) / 2 }]
  })

interface Words {
  readonly from: number
  readonly to: number
  /** Their lower edge. */
  readonly y: number
}

/** Over every column that stands under the words, and over other words there. */
function clearOf(words: Words, columns: readonly ColumnPlace[], others: readonly Words[], rem: number): Words {
  const under = columns.filter(({ x, width }) => x < words.to && x + width > words.from)
  const y = Math.min(words.y, ...under.map(({ top }) => top - 0.3 * rem))
  const crossed = others.filter((other) => other.from < words.to && other.to > words.from && Math.abs(other.y - y) < LINE * rem)
  return { ...words, y: Math.min(y, ...crossed.map((other) => other.y - LINE * rem)) }
}

/** What a forecast's line of words needs, by the characters of its phrase and year. */
const aheadWidth = ({ column: { forecast } }: ColumnPlace, name: string, rem: number): number =>
  forecast === null ? 0 : (widest([`${name}${phraseCell(forecast)}`], 'sans') * TYPE.body + AHEAD) * rem

/** From the column on towards the right; near the right end as far to the left as it must. */
function aheadOf(place: ColumnPlace, name: string, { width, rem }: Pick<ChartContext, 'width' | 'rem'>, yOf: (value: number) => number): Words {
  const wide = aheadWidth(place, name, rem)
  const from = Math.max(0, Math.min(place.x, width - wide))
  return { from, to: from + wide, y: yOf(place.column.forecast?.value ?? 0) }
}

export function aheadsOf(model: SkylineModel, columns: readonly ColumnPlace[], box: SkylineBox, yOf: (value: number) => number): AheadPlace[] {
  const found: AheadPlace[] = []
  for (const place of columns.filter(({ column }) => column.forecast !== null)) {
    const name = titled(model, place.column.model, box, place.column.place ?? '')
    found.push({ place, name, ...clearOf(aheadOf(place, name, box, yOf), columns, found, box.rem) })
  }
  return found
}

export function labelsOf(model: SkylineModel, columns: readonly ColumnPlace[], aheads: readonly AheadPlace[], right: number, box: SkylineBox): LabelPlace[] {
  const { rem } = box
  const words: Words[] = [...aheads]
  return middles(model, columns).flatMap(({ index, own, x }) => {
    // A forecast is named by its own phrase.
    if (own.some(({ column }) => column.forecast !== null)) return []
    const text = titled(model, index, box, model.models[index]?.label ?? '')
    const half = (widest([text], 'sans') * TYPE.min * rem) / 2
    const at = Math.max(half, Math.min(right - half, x))
    const place = clearOf({ from: at - half, to: at + half, y: Infinity }, columns, words, rem)
    words.push(place)
    return [{ text, x: at, y: place.y }]
  })
}
