import { SIZE } from '#server/render/office/pptx/units.ts'
import { textWidth } from '#server/render/office/pptx/widths.ts'
import { isLine } from './chart-scale.ts'
import type { NativeChart } from './native-chart.ts'

/** What stands along a line that is longer than its names have room for: whole days or whole months. */
export type Grain = 'days' | 'months'

/** So many names stand beside each other along a line in any program. */
const MOST_NAMES = 12

const PATTERN: readonly (readonly [Grain, RegExp])[] = [
  ['days', /^\d{4}-\d{2}-\d{2}$/],
  ['months', /^\d{4}-\d{2}$/]
]

const ascending = (names: readonly string[]): boolean => names.every((name, index) => index === 0 || (names[index - 1] ?? '') < name)

/**
 * Of a line of many days or months, which; null where its names stand there as texts. Along an axis of dates every program names the
 * dates that the file asks for, while along one of texts some put all of them into each other.
 */
export function grainOf(chart: Pick<NativeChart, 'kind' | 'categories'>): Grain | null {
  const { categories } = chart
  if (!isLine(chart) || categories.length <= MOST_NAMES || !ascending(categories)) return null
  return PATTERN.find(([, pattern]) => categories.every((name) => pattern.test(name)))?.[0] ?? null
}

/** As spreadsheets show them, whole. */
export const DATE_FORMAT = { days: 'yyyy-mm-dd', months: 'yyyy-mm' } as const satisfies Record<Grain, string>

const DAY = 86_400_000
/** The day that spreadsheets count from: they have one too many in 1900. */
const FIRST = Date.UTC(1899, 11, 30)

/** `2022-03-01` and `2022-03` as spreadsheets count days: 44621. */
export const serialOf = (name: string): string => String((Date.parse(`${name}${name.length === 7 ? '-01' : ''}T00:00:00Z`) - FIRST) / DAY)

export interface Steps {
  readonly unit: Grain
  readonly count: number
}

const STEPS: readonly Steps[] = [
  { unit: 'days', count: 1 },
  { unit: 'days', count: 7 },
  { unit: 'months', count: 1 },
  { unit: 'months', count: 2 },
  { unit: 'months', count: 3 },
  { unit: 'months', count: 6 },
  { unit: 'months', count: 12 }
]

const LENGTH = { days: 1, months: 30.4 } as const
/** Between two dates along an axis, in parts of one. */
const GAP = 1.1

/** From one date that is named to the next: as near as they have room beside each other in `width` px. */
export function stepsOf({ categories }: Pick<NativeChart, 'categories'>, grain: Grain, width: number): Steps {
  const most = Math.max(1, Math.floor(width / (textWidth(categories[0] ?? '', SIZE.min) * GAP)))
  const [first = '', last = ''] = [categories[0], categories.at(-1)]
  const days = Number(serialOf(last)) - Number(serialOf(first))
  const fitting = STEPS.find(({ unit, count }) => (grain === 'days' || unit === 'months') && Math.floor(days / (count * LENGTH[unit])) < most)
  return fitting ?? { unit: 'months', count: 12 * Math.ceil(days / 365 / most) }
}
