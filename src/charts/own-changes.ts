import { addDecimal, compareDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { withoutHoles } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { absenceWord, itemsOf, type LeagueItem } from './league.ts'
import { observationsOf, type FigureItem, type PanelData } from './panel-data.ts'

/** How far an area has come by itself in one figure. */
export interface Change {
  /** `+0.8`, `−2.2`, `0.0`, or why there is none. */
  readonly text: string
  readonly value: number | null
  readonly demo: boolean
  /** A score on either side was re-weighted (※). */
  readonly estimated: boolean
  /** 较 2022-02, where that is not the month before. */
  readonly basis: string | null
  readonly figure: FigureItem & { readonly text?: string }
}

export interface ChangeItem extends LeagueItem {
  /** The indicator of the changes of this item. */
  readonly change: Indicator
}

export interface ChangeRow {
  readonly region: Region
  readonly total: Change | null
  /** In the order of the items; null where nothing was said. */
  readonly items: readonly (Change | null)[]
}

export interface OwnChanges {
  readonly change: Indicator
  readonly items: readonly ChangeItem[]
  readonly period: string
  readonly periods: readonly string[]
  /** By code: there is no other order. */
  readonly rows: readonly ChangeRow[]
  /** All changes of the total, by area and period. */
  readonly totals: ReadonlyMap<string, ReadonlyMap<string, Observation>>
}

/** With its sign, and the minus of the number face. */
export const signed = (value: string): string => (compareDecimal(value, '0') > 0 ? `+${value}` : value.replace('-', '−'))

export function changeOf(observation: Observation | undefined, indicator: Indicator): Change | null {
  if (observation === undefined) return null
  const { obsValue, obsStatus, origin, note } = observation
  const text = obsValue === null ? (obsStatus === 'M' ? '无上期' : absenceWord(obsStatus)) : signed(obsValue)
  return {
    text,
    value: obsValue === null ? null : Number(obsValue),
    demo: origin === 'demo',
    estimated: obsValue !== null && obsStatus === 'E',
    basis: obsValue === null || note === undefined ? null : note,
    figure: { observation, indicator, ...(obsValue === null ? {} : { text: `${text}${indicator.unitMeasure}${obsStatus === 'E' ? '※' : ''}` }) }
  }
}

/** In words, with the mark of what was re-weighted and the period it is against, where that is not the month before. */
export const changeText = (change: Change | null): string =>
  change === null ? '缺报' : `${change.text}${change.estimated ? '※' : ''}${change.basis === null ? '' : `（${change.basis}）`}`

const byPeriod = (observations: readonly Observation[]): ReadonlyMap<string, Observation> => new Map(observations.map((o) => [o.timePeriod, o]))

/** Each area's own changes of a composite and its items, up to the period that is looked at. Null where there are none. */
export function ownChangesOf(data: Pick<PanelData<unknown>, 'panel' | 'answer' | 'period'>, id: string): OwnChanges | null {
  const { answer, period: until } = data
  const found = (target: string): Indicator | undefined => answer.indicators.find((indicator) => indicator.changeOf === target)
  const change = found(id)
  const composite = answer.indicators.find((indicator) => indicator.id === id)?.composite
  const observations = observationsOf(data).filter(({ timePeriod }) => until === undefined || endsBy(timePeriod, until))
  const own = observations.filter(({ indicator }) => indicator === change?.id)
  const periods = withoutHoles(own.map(({ timePeriod }) => timePeriod))
  const period = periods.at(-1)
  if (change === undefined || composite === undefined || period === undefined || own.every(({ obsValue }) => obsValue === null)) return null
  const items = itemsOf(answer.indicators, composite).flatMap((item): ChangeItem[] => {
    const indicator = found(item.indicator.id)
    return indicator === undefined ? [] : [{ ...item, change: indicator }]
  })
  const regions = childrenOf(answer.regions, answer.root).toSorted((a, b) => a.code.localeCompare(b.code))
  const totals = new Map(regions.map(({ code }) => [code, byPeriod(own.filter(({ refArea }) => refArea === code))]))
  const rows = regions.map((region): ChangeRow => ({
    region,
    total: changeOf(totals.get(region.code)?.get(period), change),
    items: items.map((item) =>
      changeOf(
        observations.find((o) => o.indicator === item.change.id && o.refArea === region.code && o.timePeriod === period),
        item.change
      )
    )
  }))
  return { change, items, period, periods, rows, totals }
}

/** The way that the changes make, from 0: null where there is no value, and the line breaks there. */
export function wayOf(changes: ReadonlyMap<string, Observation> | undefined, periods: readonly string[]): (string | null)[] {
  let sum = '0'
  return periods.map((period) => {
    const o = changes?.get(period)
    if (o === undefined || (o.obsValue === null && o.obsStatus !== 'M')) return null
    sum = addDecimal(sum, o.obsValue ?? '0')
    return sum
  })
}
