import { closesOn } from '#contract/bound.ts'
import { addDecimal, compareDecimal, divideDecimal, multiplyDecimal, sumDecimals } from '#contract/decimal.ts'
import type { ObservationInput } from '#contract/observation.ts'
import { endPointOf } from '#contract/period.ts'
import { apportion } from './apportion.ts'
import { countyCodes, type DemoInputs, demoObservation, publishedTotal, unscaled, wholeScope } from './inputs.ts'
import { monthsFrom, shiftMonth } from '#contract/months.ts'
import { randomFor } from './random.ts'
import type { Series } from './spec.ts'
import { splitValues } from './splits.ts'

interface Column {
  readonly freq: 'M' | '_Z'
  readonly timePeriod: string
  readonly value: string
}

const subtract = (a: string, b: string): string => addDecimal(a, multiplyDecimal(b, '-1'))

/** The opening balance, where the total began before the first month, and the months. */
function columnsOf({ from, values, total, scale }: Series): Column[] {
  const opening = subtract(unscaled(total, scale), unscaled(sumDecimals(values), scale))
  const months = monthsFrom(from, values.length).map((timePeriod, i): Column => ({ freq: 'M', timePeriod, value: unscaled(values[i] ?? '0', scale) }))
  if (compareDecimal(opening, '0') < 0) throw new Error(`各月之和超过合计 ${total}`)
  return compareDecimal(opening, '0') === 0 ? months : [{ freq: '_Z', timePeriod: `../${shiftMonth(from, -1)}`, value: opening }, ...months]
}

function checkTotal(series: Series, published: ObservationInput, columns: readonly Column[]): void {
  const problem = closesOn(published, unscaled(series.total, series.scale))
  if (problem !== null) throw new Error(`demo-spec.json：${series.indicator} 各月与已发布数不合：${problem}`)
  if (columns.at(-1)?.timePeriod !== endPointOf(published.timePeriod))
    throw new Error(`demo-spec.json：${series.indicator} 末月不是 ${published.timePeriod} 的末月`)
}

const inGrains = (value: string, grain: string): number => Number(divideDecimal(value, grain, 0))

/** Months by county: rows add up to each county's total, columns to the city's month, both exactly. */
function countyTable(inputs: DemoInputs, series: Series, columns: readonly Column[], grain: string): string[][] {
  const split = inputs.spec.splits.find(({ indicator }) => indicator === series.indicator)
  if (split === undefined) throw new Error(`demo-spec.json：${series.indicator} 没有分县合计`)
  const rows = splitValues(inputs, split).map((value) => inGrains(value, grain))
  const sums = columns.map(({ value }) => inGrains(value, grain))
  const table = apportion({ rows, columns: sums, random: randomFor(inputs.spec.seed, series.indicator) })
  return table.map((row) => row.map((cell) => multiplyDecimal(String(cell), grain)))
}

function countyObservations(inputs: DemoInputs, series: Series, columns: readonly Column[]): ObservationInput[] {
  const { indicator, scale, countyGrain } = series
  if (countyGrain === undefined) return []
  const table = countyTable(inputs, series, columns, countyGrain)
  return countyCodes(inputs).flatMap((refArea, i) =>
    columns.map(({ freq, timePeriod }, j) =>
      demoObservation({ indicator, refArea, scope: wholeScope(inputs, refArea), timePeriod, freq, obsValue: table[i]?.[j] ?? null, scale })
    )
  )
}

/** Monthly flows of the city in the scope of its published total, and by county where the spec asks for it. */
export function seriesObservations(inputs: DemoInputs, series: Series): ObservationInput[] {
  const published = publishedTotal(inputs, series.indicator)
  const columns = columnsOf(series)
  checkTotal(series, published, columns)
  const { indicator, refArea, scope } = published
  const city = columns.map(({ freq, timePeriod, value }) =>
    demoObservation({ indicator, refArea, scope, timePeriod, freq, obsValue: value, scale: series.scale })
  )
  return [...city, ...countyObservations(inputs, series, columns)]
}
