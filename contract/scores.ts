import { compositeScore, type CompositeScore } from '#contract/composite.ts'
import type { Composite, Indicator } from '#contract/indicator.ts'
import { withoutHoles } from '#contract/months.ts'
import type { Observation } from '#contract/observation.ts'
import { endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'

/** The score of one area in one period, with all that went into it. */
export interface AreaScore extends CompositeScore {
  readonly region: Region
  readonly period: string
  /** What was reported of its inputs, missing ones included. */
  readonly inputs: readonly Observation[]
}

/** A single indicator ranks by itself: its value is its score. */
export const compositeOf = ({ id, composite }: Indicator): Composite => composite ?? { inputs: [{ indicator: id, weight: '100' }], maxMissing: 0 }

/** The indicators that a composite is made of, as a set of ids. */
const inputIds = (indicator: Indicator): ReadonlySet<string> => new Set(compositeOf(indicator).inputs.map((input) => input.indicator))

/** What counts for a score: figures of the whole area, undivided, in the composite's own rhythm. */
function countsFor(indicator: Indicator, regions: readonly Region[]): (o: Observation) => boolean {
  const ids = inputIds(indicator)
  const whole = new Map(regions.map(({ code, wholeScope }) => [code, wholeScope]))
  return (o) => ids.has(o.indicator) && whole.get(o.refArea) === o.scope && o.freq === indicator.freq && o.breakdown === undefined
}

export interface Scoring {
  readonly indicator: Indicator
  /** The areas that are compared. */
  readonly regions: readonly Region[]
  readonly observations: readonly Observation[]
  /** Later periods are left out. */
  readonly until?: string | undefined
}

/** The scores of all areas, period by period in their order, months without a hole; each period has every area, in the order given. */
export function scoresOf({ indicator, regions, observations, until }: Scoring): (readonly AreaScore[])[] {
  const slots = new Map<string, Observation[]>()
  const slot = (area: string, period: string): string => `${area} ${period}`
  const own = observations.filter(countsFor(indicator, regions)).filter(({ timePeriod }) => until === undefined || endsBy(timePeriod, until))
  for (const o of own) {
    const key = slot(o.refArea, o.timePeriod)
    slots.set(key, [...(slots.get(key) ?? []), o])
  }
  const periods = withoutHoles(own.map(({ timePeriod }) => timePeriod))
  return periods.map((period) =>
    regions.map((region) => {
      const inputs = slots.get(slot(region.code, period)) ?? []
      return { region, period, inputs, ...compositeScore(compositeOf(indicator), inputs, indicator.decimals) }
    })
  )
}

const TRUST: Record<Observation['origin'], number> = { published: 0, reported: 1, demo: 2 }

/** Where a derived figure comes from: its least trustworthy input. */
export const weakestOf = (inputs: readonly Observation[]): Observation | undefined => inputs.toSorted((a, b) => TRUST[b.origin] - TRUST[a.origin])[0]

/** The inputs of a score, or the one named, that went into it. */
export const usedIn = ({ parts }: AreaScore, id?: string): Observation[] =>
  parts.flatMap(({ indicator, points, observation }) => (points !== null && observation !== undefined && (id ?? indicator) === indicator ? [observation] : []))

/** What is derived from figures has the status of the first that is no plain one. */
export const statusOf = (inputs: readonly Observation[]): Observation['obsStatus'] => inputs.find(({ obsStatus }) => obsStatus !== 'A')?.obsStatus ?? 'A'

/** Why there is no value: missing, but suppressed where that is the only reason. */
export function absenceIn({ parts }: AreaScore, id?: string): 'O' | 'Q' {
  const missing = parts.filter(({ indicator, points }) => points === null && (id ?? indicator) === indicator)
  return missing.length > 0 && missing.every(({ observation }) => observation?.obsStatus === 'Q') ? 'Q' : 'O'
}

interface Derived extends Pick<Observation, 'indicator' | 'obsStatus' | 'note'> {
  readonly region: Region
  readonly period: string
  readonly value: string | null
  /** What it was made of, or would have been. */
  readonly inputs: readonly Observation[]
}

/** A derived value as a figure of its own, with the mark and source of its least trustworthy input. Null without any input. */
export function derivedObservation({ indicator, region, period, value, obsStatus, inputs, note }: Derived): Observation | null {
  const weakest = weakestOf(inputs)
  if (weakest === undefined) return null
  return {
    indicator,
    refArea: region.code,
    scope: region.wholeScope,
    timePeriod: period,
    freq: weakest.freq,
    obsValue: value,
    bound: 'exact',
    scale: 1,
    obsStatus,
    origin: weakest.origin,
    source: weakest.source,
    ...(note === undefined ? {} : { note }),
    release: Math.max(...inputs.map(({ release }) => release))
  }
}

/** 缺一项: how many inputs a score that was weighted anew lacks. */
export function lackText({ parts }: AreaScore): string {
  const missing = parts.filter(({ points }) => points === null).length
  return `缺${missing === 1 ? '一' : missing}项`
}

/** The total as a figure, for the source card; null where there is no score. */
export function scoreObservation(indicator: Indicator, score: AreaScore): Observation | null {
  const { region, period, value, reweighted } = score
  if (value === null) return null
  const inputs = usedIn(score)
  const note = reweighted ? `${lackText(score)}，按其余权重折算（※）` : undefined
  return derivedObservation({ indicator: indicator.id, region, period, value, obsStatus: reweighted ? 'E' : statusOf(inputs), inputs, note })
}
