import { subtractDecimal, roundDecimal } from '#contract/decimal.ts'
import type { Indicator } from '#contract/indicator.ts'
import { shiftMonth } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import type { PackDocument } from '#contract/pack.ts'
import type { Region } from '#contract/region.ts'
import { pathTo } from '#contract/region-tree.ts'
import { absenceIn, derivedObservation, scoresOf, statusOf, usedIn, type AreaScore } from '#contract/scores.ts'

/** The composite that an indicator is, or is an input of. */
export const compositeWith = (indicators: readonly Indicator[], id: string): Indicator | undefined =>
  indicators.find(
    (indicator) => indicator.composite !== undefined && (indicator.id === id || indicator.composite.inputs.some((input) => input.indicator === id))
  )

/** The printed value of an area in a period: the total, or the points of one input. */
const valueOf = ({ value, parts }: AreaScore, composite: string, id: string): string | null =>
  id === composite ? value : (parts.find(({ indicator }) => indicator === id)?.points ?? null)

const isNext = (before: string, period: string): boolean => before.length === 7 && shiftMonth(before, 1) === period

interface Changing {
  /** The indicator of the changes. */
  readonly change: Indicator
  readonly target: string
  readonly composite: Indicator
  readonly region: Region
}

/** One area's changes, each against the last period that has a value; a longer way than a month is said. The first has nothing before it. */
function changesIn({ change, target, composite, region }: Changing, scores: readonly AreaScore[]): Observation[] {
  const own = target === composite.id ? undefined : target
  let before: AreaScore | undefined
  const changeTo = (score: AreaScore): Observation | null => {
    const then = before
    const facts = { indicator: change.id, region, period: score.period, value: null, inputs: score.inputs }
    const now = valueOf(score, composite.id, target)
    if (now === null) return derivedObservation({ ...facts, obsStatus: absenceIn(score, own) })
    before = score
    const value = then === undefined ? null : valueOf(then, composite.id, target)
    if (then === undefined || value === null) return derivedObservation({ ...facts, obsStatus: 'M', note: '没有更早的一期可比' })
    const inputs = [...usedIn(score, own), ...usedIn(then, own)]
    const estimated = own === undefined && (score.reweighted || then.reweighted)
    return derivedObservation({
      ...facts,
      value: roundDecimal(subtractDecimal(now, value), composite.decimals),
      obsStatus: estimated ? 'E' : statusOf(inputs),
      inputs,
      note: isNext(then.period, score.period) ? undefined : `较 ${then.period}`
    })
  }
  return scores.flatMap((score) => changeTo(score) ?? [])
}

const byCode = (a: Region, b: Region): number => a.code.localeCompare(b.code)

/**
 * The changes that a pack declares (`changeOf`), by indicator, area code and period. A change says how far an area has come by
 * itself: the same for any level it started from, so that no two areas can be put in order by it.
 */
export function changeObservations(
  { indicators, regions, info }: Pick<PackDocument, 'indicators' | 'regions' | 'info'>,
  observations: readonly Observation[]
): Observation[] {
  const areas = regions.filter(({ code }) => code !== info.root && pathTo(regions, code, info.root).length > 0).toSorted(byCode)
  const scored = new Map<string, (readonly AreaScore[])[]>()
  const scoresBy = (composite: Indicator): (readonly AreaScore[])[] => {
    const known = scored.get(composite.id) ?? scoresOf({ indicator: composite, regions: areas, observations })
    scored.set(composite.id, known)
    return known
  }
  return indicators.flatMap((change) => {
    const target = change.changeOf
    const composite = target === undefined ? undefined : compositeWith(indicators, target)
    if (target === undefined || composite === undefined) return []
    const periods = scoresBy(composite)
    return areas.flatMap((region, index) =>
      changesIn(
        { change, target, composite, region },
        periods.flatMap((areaScores) => areaScores[index] ?? [])
      )
    )
  })
}
