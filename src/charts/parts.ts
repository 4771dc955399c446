import { isDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { scaleValue } from '#contract/bound.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { periodText } from '#format/period.ts'
import { chartNumber, phrase, seriesUnit } from '#format/phrase.ts'
import { absenceText, statusText } from '#format/status.ts'
import { byTrust, hasValue, isWhole, type PanelData } from './panel-data.ts'

/** One part of a figure: an area, or a code of a dimension. */
export interface Part {
  readonly key: string
  readonly name: string
  /** Of several periods and scopes: the whole area first, then the most trusted, then the latest. */
  readonly observation: Observation | null
}

const bestOf = ({ answer }: Pick<PanelData<unknown>, 'answer'>, candidates: readonly Observation[]): Observation | null =>
  candidates.toSorted((a, b) => Number(isWhole(answer.regions, b)) - Number(isWhole(answer.regions, a)) || byTrust(a, b))[0] ?? null

/**
 * An indicator's parts in code order: by the codes of the dimension `by` or, without it, by the root's areas. A part that is not
 * in the data is still one, without an observation; where no part is in the data there are none.
 */
export function partsOf(
  data: Pick<PanelData<unknown>, 'answer'>,
  observations: readonly Observation[],
  indicator: string,
  by: string | undefined
): readonly Part[] {
  const { answer } = data
  const own = observations.filter((o) => o.indicator === indicator)
  const parts =
    by === undefined
      ? childrenOf(answer.regions, answer.root).map(({ code, name }) => ({
          key: code,
          name,
          of: own.filter((o) => o.refArea === code && o.breakdown === undefined)
        }))
      : (answer.codeLists.find(({ dimension }) => dimension === by)?.codes ?? []).map(({ code, name }) => ({
          key: code,
          name,
          of: own.filter((o) => o.breakdown?.[by] === code)
        }))
  return parts.some(({ of }) => of.length > 0) ? parts.map(({ key, name, of }) => ({ key, name, observation: bestOf(data, of) })) : []
}

/** In the unit of the series; null without a value, and for a magnitude: 上千万元 is words, and no length. */
export const seriesValue = (o: Observation | null, { seriesScale }: Indicator): number | null =>
  o === null || o.obsValue === null || !hasValue(o) || !isDecimal(o.obsValue) || o.bound === 'magnitude' ? null : Number(scaleValue(o.obsValue, seriesScale))

/** `1,180`, with its unit if wanted, or the whole phrase where the figure has a qualifier: that is never dropped. */
export function amountText(o: Observation, { seriesScale, decimals, unitMeasure }: Indicator, unit = false): string {
  if (o.bound !== 'exact') return phrase(o, unitMeasure)
  return `${chartNumber(o.obsValue ?? '0', seriesScale, decimals)}${unit ? seriesUnit(seriesScale, unitMeasure) : ''}`
}

/** The amount or why there is none; a status that is not the usual one follows in words. */
export function seriesText(o: Observation | null, indicator: Indicator, unit = false): string {
  if (o === null || o.obsValue === null || !hasValue(o) || !isDecimal(o.obsValue)) return absenceText(o?.obsStatus)
  const amount = amountText(o, indicator, unit)
  return o.obsStatus === 'A' ? amount : `${amount} ${statusText(o.obsStatus)}`
}

/** `（截至2022年10月）`, where all share the period. */
export function whenText(observations: readonly Observation[]): string {
  const periods = [...new Set(observations.map(({ timePeriod }) => periodText(timePeriod)))]
  return periods.length === 1 ? `（${periods.join('')}）` : ''
}
