import { compareDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import type { Region } from '#contract/region.ts'

/** Shares, money, codes and scores say nothing about how few people stand behind a figure; everything else counts something. */
const isCount = ({ unitMeasure, valueList }: Indicator): boolean => valueList === undefined && !/[%％‰元]|^分$/.test(unitMeasure)

const isBelow = (regions: ReadonlyMap<string, Region>, code: string, root: string): boolean => {
  const parent = regions.get(code)?.parent
  return parent !== undefined && (parent === root || isBelow(regions, parent, root))
}

const suppressed = ({ obsValueHigh: _high, qualifier: _word, ...rest }: Observation): Observation => ({ ...rest, obsValue: null, obsStatus: 'Q' })

/**
 * Answers counts under the pack's threshold with status Q. Only for areas below the root: the root's own
 * figures are what the city has published, and hiding a public figure protects nobody.
 */
export function suppress(document: PackDocument, observations: readonly Observation[]): readonly Observation[] {
  const { threshold, root } = document.info
  if (threshold === 0) return observations
  const counts = new Set(document.indicators.filter(isCount).map(({ id }) => id))
  const regions = new Map(document.regions.map((region) => [region.code, region]))
  const isFew = (o: Observation): boolean =>
    o.obsValue !== null && counts.has(o.indicator) && compareDecimal(o.obsValue, String(threshold)) < 0 && isBelow(regions, o.refArea, root)
  return observations.map((observation) => (isFew(observation) ? suppressed(observation) : observation))
}
