import { closesOn } from '#contract/bound.ts'
import { observationKey, type ObservationInput } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { type Finding, observationPath, type PackInput, unclosed } from './finding.ts'
import { flows } from './flows.ts'
import { shiftMonth } from '#contract/months.ts'
import { sumOf } from './sum-of.ts'

const isMonth = (point: string): boolean => point.length === 7

/** Figures of one series: all that shares indicator, area, scope and breakdown. */
type Series = ReadonlyMap<string, ObservationInput>

const seriesKey = (o: ObservationInput): string => observationKey({ ...o, timePeriod: '' })

function seriesOf(observations: readonly ObservationInput[], freq: 'M' | '_Z'): ReadonlyMap<string, Series> {
  const series = new Map<string, Map<string, ObservationInput>>()
  for (const o of observations.filter((candidate) => candidate.freq === freq)) {
    const key = seriesKey(o)
    series.set(key, (series.get(key) ?? new Map()).set(o.timePeriod, o))
  }
  return series
}

/** The months a total is made of, from its start (or the first month there is) to its end. */
function monthsWithin(total: ObservationInput, months: Series): string[] {
  const end = endPointOf(total.timePeriod) ?? ''
  const [start = ''] = total.timePeriod.split('/')
  const from = isMonth(start) ? start : ''
  const within = [...months.keys()].filter((month) => month >= from && month <= end).toSorted()
  return isMonth(end) && within.at(-1) === end ? within : []
}

const gapIn = (months: readonly string[]): string | undefined =>
  months
    .slice(0, -1)
    .map((month) => shiftMonth(month, 1))
    .find((next, i) => next !== months[i + 1])

interface Closing {
  readonly total: ObservationInput
  readonly months: Series
  readonly totals: Series
}

/** What the total already held before `month`: same start, up to the month before. */
const openingOf = ({ total, totals }: Closing, month: string): ObservationInput[] => {
  const opening = totals.get(`${total.timePeriod.split('/')[0]}/${shiftMonth(month, -1)}`)
  return opening === undefined ? [] : [opening]
}

function closing(series: Closing): Finding[] {
  const { total, months } = series
  const within = monthsWithin(total, months)
  const [first] = within
  if (first === undefined) return []
  const gap = gapIn(within)
  if (gap !== undefined) return [{ path: observationPath(total), rule: `逐月数据缺 ${gap}，不能与合计对账；缺报的月份写状态 O` }]
  const opening = openingOf(series, first)
  const sum = sumOf([...opening, ...within.map((month) => months.get(month))])
  const problem = sum === null ? null : closesOn(total, sum)
  return unclosed(total, `${opening.length === 0 ? '' : '期初余额加'}逐月相加与合计不合`, problem)
}

/** Opening balance (the total up to the month before the first) and months close on the total, in every area that has months. */
export function monthSumFindings(input: PackInput): Finding[] {
  const observations = flows(input)
  const totals = seriesOf(observations, '_Z')
  return [...seriesOf(observations, 'M')].flatMap(([key, months]) => {
    const own = totals.get(key) ?? new Map<string, ObservationInput>()
    return [...own.values()].flatMap((total) => closing({ total, months, totals: own }))
  })
}
