import { isDecimal, subtractDecimal } from '#contract/decimal.ts'
import { rankedIndicators } from '#contract/hide-ranks.ts'
import type { Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { comparePeriods, endPointOf, endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { lookOf } from './bar-mark.ts'
import type { BarsModel } from './bars.ts'
import { linesOf, type CountyTrendsModel } from './county-trends.ts'
import { byTrust, hasValue, isWhole, labelOf } from './panel-data.ts'
import { seriesText, seriesValue } from './parts.ts'

/** As many as can be told apart by shape. */
export const MOST = 3
const MARKS = ['circle', 'square', 'triangle'] as const

export interface Compared {
  readonly regions: readonly Region[]
  readonly observations: readonly Observation[]
  /** The period that is looked at: the last month of what has months by then. */
  readonly period?: string
}

/** Only figures of a whole area, undivided, are put on one axis. */
const counts = ({ regions, observations }: Compared, id: string): Observation[] =>
  observations.filter((o) => o.indicator === id && o.breakdown === undefined && isWhole(regions, o))

interface Known extends Compared {
  readonly indicators: readonly Indicator[]
  readonly ranksHidden: boolean
}

/** What the areas can be compared by: numbers that at least one of them has. While ranks are hidden nothing that ranks, nor how it has changed. */
export function comparable({ indicators, ranksHidden, ...compared }: Known): Indicator[] {
  const ranked = ranksHidden ? rankedIndicators(indicators) : new Set<string>()
  return indicators.filter(
    ({ id, valueList, changeOf, composite }) =>
      valueList === undefined &&
      changeOf === undefined &&
      composite === undefined &&
      !ranked.has(id) &&
      counts(compared, id).some((o) => hasValue(o) && isDecimal(o.obsValue ?? ''))
  )
}

/** Short names, but the whole one of what goes into a score, which is short for what it scores, and where another's name has the short one in it. */
export function namesOf(indicators: readonly Indicator[], all: readonly Indicator[]): ReadonlyMap<string, string> {
  const scored = rankedIndicators(all)
  const isLike = (a: Indicator, b: Indicator): boolean => a.id !== b.id && b.name.includes(labelOf(a))
  const isLong = (one: Indicator): boolean => scored.has(one.id) || indicators.some((other) => isLike(one, other))
  return new Map(indicators.map((one) => [one.id, isLong(one) ? one.name : labelOf(one)]))
}

/** 1 more, -1 less, 0 as before; `12件` is how much. */
export interface Change {
  readonly direction: number
  readonly amount: string
}

export interface ComparedArea {
  readonly region: Region
  readonly latest: Observation | null
  readonly previous: Observation | null
  /** Null where the two cannot be compared. */
  readonly change: Change | null
  /** Up to now, beside the months. */
  readonly total: Observation | null
}

export interface ComparisonModel {
  readonly indicator: Indicator
  /** By months, where one of them has any. */
  readonly lines: CountyTrendsModel | null
  /** Side by side, where each has one value. */
  readonly bars: BarsModel
  readonly areas: readonly ComparedArea[]
  /** The month that is looked at; null where it is the last one, or there are none. */
  readonly month: string | null
  readonly demo: boolean
}

const newestFirst = (observations: readonly Observation[]): Observation[] =>
  observations.toSorted((a, b) => comparePeriods(b.timePeriod, a.timePeriod) || byTrust(a, b))

function changeOf({ seriesScale, unitMeasure, decimals }: Indicator, latest: Observation | null, previous: Observation | null): Change | null {
  const [now, then] = [latest?.obsValue ?? null, previous?.obsValue ?? null]
  if (latest?.bound !== 'exact' || previous?.bound !== 'exact' || now === null || then === null) return null
  const difference = subtractDecimal(now, then)
  const amount = `${chartNumber(difference.replace('-', ''), seriesScale, decimals)}${seriesUnit(seriesScale, unitMeasure)}`
  return { direction: Math.sign(Number(difference)), amount }
}

/** The last month of all, so that one period is compared; an area that has not told it has none. */
function areaByMonths(indicator: Indicator, region: Region, own: readonly Observation[], month: string): ComparedArea {
  const at = (period: string): Observation | null => own.find((o) => o.freq === 'M' && o.timePeriod === period) ?? null
  const [latest, previous] = [at(month), at(shiftMonth(month, -1))]
  const total = newestFirst(own.filter(({ freq }) => freq === '_Z'))[0] ?? null
  return { region, latest, previous, change: changeOf(indicator, latest, previous), total }
}

/** What counted up to an earlier day is no period before: only like periods are compared. */
function areaOnce(indicator: Indicator, region: Region, own: readonly Observation[]): ComparedArea {
  const [latest = null, ...earlier] = newestFirst(own)
  const previous = earlier.find((o) => o.freq === latest?.freq && o.timePeriod !== latest.timePeriod) ?? null
  return { region, latest, previous, change: changeOf(indicator, latest, previous), total: null }
}

const barOf =
  (indicator: Indicator) =>
  ({ region, latest }: ComparedArea): BarsModel['rows'][number] => ({
    key: region.code,
    name: region.name,
    own: false,
    text: seriesText(latest, indicator),
    observation: latest,
    indicator,
    value: seriesValue(latest, indicator),
    look: latest === null ? 'solid' : lookOf(latest),
    second: null
  })

function barsOf(indicator: Indicator, areas: readonly ComparedArea[]): BarsModel {
  const rows = areas.map(barOf(indicator))
  const values = rows.map(({ value }) => value ?? 0)
  const label = labelOf(indicator)
  return {
    label,
    secondLabel: null,
    rows,
    min: Math.min(0, ...values),
    max: Math.max(0, ...values),
    figures: [],
    even: true,
    note: null,
    noRows: '',
    subject: label
  }
}

function monthLines(indicator: Indicator, { regions, period }: Compared, months: readonly Observation[]): CountyTrendsModel {
  const made = linesOf({ indicator, regions, observations: months, period })
  return { ...made, noSeries: '', lines: made.lines.map((line, index) => ({ ...line, mark: MARKS[index % MARKS.length] })) }
}

/** With the period only where there is a month by then: any other stays with its own. */
function lookedAt(compared: Compared, months: readonly Observation[]): Compared {
  const { period } = compared
  return period !== undefined && months.some((o) => hasValue(o) && endsBy(o.timePeriod, period)) ? compared : { ...compared, period: undefined }
}

/** The month that is compared: the last one with a value by the period. */
const lastMonth = ({ period }: Compared, months: readonly Observation[]): string | undefined =>
  newestFirst(months.filter((o) => hasValue(o) && (period === undefined || endsBy(o.timePeriod, period))))[0]?.timePeriod

/** What counts up to another day than the end of the month that is looked at does not stand beside it. */
const isBeside = ({ freq, timePeriod }: Observation, month: string | null): boolean => month === null || freq === 'M' || endPointOf(timePeriod) === month

/** One indicator of the chosen areas, in the order in which they were chosen. */
export function comparisonOf(indicator: Indicator, all: Compared): ComparisonModel {
  const whole = counts(all, indicator.id)
  const months = whole.filter(({ freq }) => freq === 'M')
  const compared = lookedAt(all, months)
  const last = lastMonth(compared, months)
  const month = compared.period === undefined ? null : (last ?? null)
  const own = whole.filter((o) => isBeside(o, month))
  const of = (code: string): Observation[] => own.filter(({ refArea }) => refArea === code)
  const areas = compared.regions.map((region) =>
    last === undefined ? areaOnce(indicator, region, of(region.code)) : areaByMonths(indicator, region, of(region.code), last)
  )
  return {
    indicator,
    lines: last === undefined ? null : monthLines(indicator, compared, months),
    bars: barsOf(indicator, areas),
    areas,
    month,
    demo: own.some(({ origin }) => origin === 'demo')
  }
}
