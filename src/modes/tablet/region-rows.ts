import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { comparePeriods, endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { compareDecimal } from '#contract/decimal.ts'
import { hasValue, isWhole, labelOf } from '#charts/panel-data.ts'
import { amountText, seriesValue } from '#charts/parts.ts'
import { periodLabel } from '#charts/panel-table.ts'
import { monthText } from '#format/period.ts'
import { absenceText } from '#format/status.ts'

/** One area's value among those of its neighbours. */
export interface Mark {
  readonly code: string
  /** 0 lowest, 1 highest. */
  readonly at: number
  readonly demo: boolean
}

export interface RegionRow {
  readonly indicator: Indicator
  readonly label: string
  readonly observation: Observation | null
  /** `4,380` and `名`, or why there is no value and nothing. */
  readonly number: string
  readonly unit: string
  readonly period: string
  readonly marks: readonly Mark[]
  /** 1 for the highest value; equal ones share a place. Null without a value, and where ranks are hidden. */
  readonly place: number | null
}

type Kind = 'single' | 'series'

const kindOf = ({ freq }: Observation): Kind => (freq === '_Z' ? 'single' : 'series')

/** Of an area the latest undivided figure for all of it; of a series none after the period that is looked at. */
export function latestOf({ observations, regions }: Pick<SceneAnswer, 'observations' | 'regions'>, wanted: Wanted): Observation | null {
  const { indicator, code, kind, period } = wanted
  const own = observations.filter(
    (o) => o.indicator === indicator && o.refArea === code && o.breakdown === undefined && isWhole(regions, o) && kindOf(o) === kind
  )
  const known = kind === 'single' || period === undefined ? own : own.filter(({ timePeriod }) => endsBy(timePeriod, period))
  return known.toSorted((a, b) => comparePeriods(b.timePeriod, a.timePeriod))[0] ?? null
}

export interface Wanted {
  readonly indicator: string
  readonly code: string
  /** A figure by itself, such as a total, or one of a series: the two are never compared, nor named alike. */
  readonly kind: Kind
  readonly period?: string | undefined
}

/** A total goes before a month, where an area has one. */
function kindIn({ observations }: Pick<SceneAnswer, 'observations'>, indicator: string, codes: readonly string[]): Kind {
  return observations.some((o) => o.indicator === indicator && codes.includes(o.refArea) && o.breakdown === undefined && kindOf(o) === 'single')
    ? 'single'
    : 'series'
}

/** `办理服务事项` of a total; of a month `办理服务事项（10月）`, of a year `…（2021年）`. */
const rowLabel = (indicator: Indicator, o: Observation | null): string =>
  o === null || kindOf(o) === 'single' ? labelOf(indicator) : `${labelOf(indicator)}（${monthText(o.timePeriod, o.freq !== 'M')}）`

type Known = readonly [code: string, value: number, observation: Observation]

const known = (indicator: Indicator, found: readonly (readonly [string, Observation | null])[]): Known[] =>
  found.flatMap(([code, o]): Known[] => {
    const value = seriesValue(o, indicator)
    return o === null || value === null ? [] : [[code, value, o]]
  })

function marksOf(all: readonly Known[]): Mark[] {
  const values = all.map(([, value]) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return all.map(([code, value, { origin }]) => ({ code, at: high === low ? 0.5 : (value - low) / (high - low), demo: origin === 'demo' }))
}

function placeOf(all: readonly Known[], code: string): number | null {
  const own = all.find(([other]) => other === code)?.[2].obsValue
  if (own === undefined || own === null) return null
  return 1 + all.filter(([, , { obsValue }]) => obsValue !== null && compareDecimal(obsValue, own) > 0).length
}

const words = (o: Observation | null, indicator: Indicator): readonly [string, string] => {
  if (o === null || !hasValue(o)) return [absenceText(o?.obsStatus), '']
  const [number, whole] = [amountText(o, indicator), amountText(o, indicator, true)]
  return whole.startsWith(number) ? [number, whole.slice(number.length)] : [whole, '']
}

/** Indicators whose values stand by themselves; what goes into a score does where there is nothing else. Codes are no values. */
function rowIndicators({ indicators }: SceneAnswer): readonly Indicator[] {
  const inputs = new Set(indicators.flatMap(({ composite }) => composite?.inputs.map(({ indicator }) => indicator) ?? []))
  const values = indicators.filter(({ composite, valueList }) => composite === undefined && valueList === undefined)
  const own = values.filter(({ id }) => !inputs.has(id))
  return own.length > 0 ? own : values
}

/** What the scene knows of one of the areas that it compares: each indicator with the area's place among all. */
export function regionRows(answer: SceneAnswer, code: string, period?: string): readonly RegionRow[] {
  const areas = childrenOf(answer.regions, answer.root)
  const codes = areas.map((area) => area.code)
  return rowIndicators(answer).flatMap((indicator): RegionRow[] => {
    const kind = kindIn(answer, indicator.id, codes)
    const found = codes.map((area) => [area, latestOf(answer, { indicator: indicator.id, code: area, kind, period })] as const)
    const all = known(indicator, found)
    // An indicator that only one of the areas has gives no place.
    if (all.length < Math.min(2, areas.length)) return []
    const observation = found.find(([other]) => other === code)?.[1] ?? null
    const [number, unit] = words(observation, indicator)
    return [
      {
        indicator,
        label: rowLabel(indicator, observation),
        observation,
        number,
        unit,
        period: observation === null ? '' : periodLabel(observation),
        marks: marksOf(all),
        place: answer.ranksHidden === true ? null : placeOf(all, code)
      }
    ]
  })
}

/** The areas by the value of an indicator, the highest first; those without one come last, in the order of codes. */
export function byValue(answer: SceneAnswer, indicator: string, period?: string): readonly Region[] {
  const areas = childrenOf(answer.regions, answer.root)
  const kind = kindIn(
    answer,
    indicator,
    areas.map(({ code }) => code)
  )
  const value = (code: string): string | null => latestOf(answer, { indicator, code, kind, period })?.obsValue ?? null
  return areas.toSorted((a, b) => {
    const [one, other] = [value(a.code), value(b.code)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return compareDecimal(other, one)
  })
}
