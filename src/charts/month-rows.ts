import { monthText } from '#format/period.ts'
import { FONT, STROKE, TYPE } from '#tokens/sizes.ts'
import { widest } from './chart-text.ts'
import type { ChartContext } from './panel-data.ts'

/** Months across and one row an area down, beside a table whose rows go on where these end. In rem. */
export const LEAGUE = {
  /** Over the rows, for the heads of the table. */
  head: 4.2,
  /** Under them, for the months. */
  foot: 2.2,
  /** From the last month to the table. */
  tail: 1.6
} as const

/** Between a name and the first month; more where a box stands there that says why there is nothing. */
const NAME_GAP = { dot: 1.3, box: 2.5 } as const
const NAME_MOST = 9

/** Room for the names before the first month; longer ones are broken into lines. */
export const nameRoom = (names: readonly string[]): number => Math.min(NAME_MOST, widest(names, 'sans') * TYPE.body)

/** A month's label takes this much in rem, with the year and without. */
const LABEL = { year: 5.6, month: 3 } as const

/** Which months are written: the last, then backwards as many as there is room for; the first of them and each January name the year. */
export function monthLabels(months: readonly string[], step: number): readonly string[] {
  const every = Math.max(1, Math.ceil((step >= (LABEL.year + LABEL.month) / 2 ? LABEL.month : LABEL.year) / step))
  const shown = months.map((_, index) => (months.length - 1 - index) % every === 0)
  return months.map((month, index) => {
    if (!shown[index]) return ''
    const before = months.slice(0, index).findLast((_, earlier) => shown[earlier])
    return monthText(month, before === undefined || before.slice(0, 4) !== month.slice(0, 4))
  })
}

export const nameGap = (boxed: boolean): number => (boxed ? NAME_GAP.box : NAME_GAP.dot)

interface MonthRows {
  readonly months: readonly string[]
  readonly names: readonly string[]
  readonly rows: number
  /** Whether the first month of some row holds a box. */
  readonly boxed: boolean
}

/** Grid and axes: months on the x axis, rows from the top on the y axis, each row's middle a whole number. */
export function monthRows({ months, names, rows, boxed }: MonthRows, { rem, width, theme }: ChartContext): object {
  const left = nameRoom(names) + nameGap(boxed)
  const right = LEAGUE.tail + 1
  const step = (width / rem - left - right) / Math.max(1, months.length - 1)
  const labels = monthLabels(months, step)
  const hair = { color: theme.line, width: Math.max(1, STROKE.hair * rem), opacity: 0.5 }
  return {
    grid: { left: left * rem, right: right * rem, top: LEAGUE.head * rem, bottom: LEAGUE.foot * rem, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: [...months],
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, interval: 0, lineStyle: hair },
      axisLabel: {
        fontSize: TYPE.min * rem,
        fontFamily: FONT.inline,
        margin: 0.75 * rem,
        interval: (index: number) => labels[index] !== '',
        color: (_: string, index: number) => (index === months.length - 1 ? theme.t1 : theme.t3),
        formatter: (_: string, index: number) => labels[index] ?? '',
        hideOverlap: false
      }
    },
    yAxis: {
      type: 'value',
      inverse: true,
      min: -0.5,
      max: rows - 0.5,
      interval: 1,
      axisLabel: { show: false },
      axisLine: { show: false },
      splitLine: { show: false }
    }
  }
}

/** A name before the first month, at the height of its row; a long one in lines. */
export const nameStyle = (name: string, { rem, theme }: ChartContext): object => ({
  text: name,
  align: 'right',
  verticalAlign: 'middle',
  fontFamily: FONT.sans,
  fontSize: (name.length > 6 ? TYPE.min : TYPE.body) * rem,
  lineHeight: TYPE.min * 1.2 * rem,
  width: NAME_MOST * rem,
  overflow: 'break',
  fill: theme.t2
})
