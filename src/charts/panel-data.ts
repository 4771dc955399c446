import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import { hasValue, type Observation } from '#contract/observation.ts'
import type { FeatureCollection } from '#contract/pack.ts'
import { endPointOf, endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { pathTo } from '#contract/region-tree.ts'
import type { Panel } from '#contract/scene.ts'
import { observationsFor } from '#contract/snapshot.ts'
import type { Theme } from '#tokens/themes.ts'

/** What a model is made from: the panel, its scene's answer and the view. No pixels. */
export interface PanelData<Options> {
  readonly panel: Panel
  readonly options: Options
  readonly answer: SceneAnswer
  readonly boundaries?: FeatureCollection
  readonly metric?: string
  readonly period?: string
}

/** What an option or svg is drawn for. `rem` is one layout rem in px. */
export interface ChartContext {
  readonly width: number
  readonly height: number
  readonly rem: number
  readonly theme: Theme
  /** Stale data turns its marks neutral. */
  readonly muted: boolean
}

export interface FigureItem {
  readonly observation: Observation
  readonly indicator: Indicator
}

export const labelOf = ({ shortName, name }: Indicator): string => shortName ?? name

const ORIGIN_RANK: Record<Observation['origin'], number> = { published: 0, reported: 1, demo: 2 }

/** Published before reported before demo, then the latest first. */
export const byTrust = (a: Observation, b: Observation): number =>
  ORIGIN_RANK[a.origin] - ORIGIN_RANK[b.origin] || (endPointOf(b.timePeriod) ?? '').localeCompare(endPointOf(a.timePeriod) ?? '')

/** Whether a figure stands for its whole area and not for a village or an office in it. */
export const isWhole = (regions: readonly Region[], o: Observation): boolean =>
  regions.some(({ code, wholeScope }) => code === o.refArea && wholeScope === o.scope)

type Shown = Pick<PanelData<unknown>, 'panel' | 'answer'>

const selected = ({ panel, answer }: Shown, atPeriod: boolean): readonly Observation[] => [
  ...new Set(panel.needs.filter((need) => (need.atPeriod === true) === atPeriod).flatMap((need) => observationsFor(answer, need)))
]

/** All observations the panel's needs select, each once. */
export const observationsOf = (shown: Shown): readonly Observation[] => selected(shown, false)

/** Those that it has only for a period that is looked at. */
export const periodObservationsOf = (shown: Shown): readonly Observation[] => selected(shown, true)

/** The root or, where it has no value of them, the nearest region above it that has: as a need of the root is met. */
function rootFor({ regions, root, top = root }: SceneAnswer, own: readonly Observation[]): string {
  const upwards = pathTo(regions, root, top).toReversed()
  return upwards.find(({ code }) => own.some((o) => o.refArea === code && hasValue(o)))?.code ?? root
}

const rootAreas = (answer: SceneAnswer, own: readonly Observation[]): ReadonlySet<string> =>
  new Set([rootFor(answer, own), ...answer.regions.filter((r) => r.level === 'province').map((r) => r.code)])

/**
 * The single figure of an indicator for the root (or `refArea`). One for the whole area goes before any of
 * narrower scope; then published before reported before demo; then the latest.
 */
export function figureOf({ answer }: Pick<PanelData<unknown>, 'answer'>, id: string, refArea?: string): FigureItem | null {
  const indicator = answer.indicators.find((candidate) => candidate.id === id)
  const own = answer.observations.filter((o) => o.indicator === id && o.freq === '_Z' && o.breakdown === undefined)
  const areas = refArea === undefined ? rootAreas(answer, own) : new Set([refArea])
  const [observation] = own
    .filter((o) => areas.has(o.refArea))
    .toSorted((a, b) => Number(isWhole(answer.regions, b)) - Number(isWhole(answer.regions, a)) || byTrust(a, b))
  return indicator === undefined || observation === undefined ? null : { observation, indicator }
}

export { hasValue }

/** Whether a panel has nothing to draw: no need is met by a value, or an essential one is not. Without needs it is never empty. */
export function isEmpty({ panel, answer }: Pick<PanelData<unknown>, 'panel' | 'answer'>): boolean {
  const needs = panel.needs.filter(({ atPeriod }) => atPeriod !== true)
  const essential = needs.filter((need) => need.essential === true)
  const met = (need: Panel['needs'][number]): boolean => observationsFor(answer, need).some(hasValue)
  return needs.length > 0 && (essential.length > 0 ? !essential.every(met) : !needs.some(met))
}

/** The end of the period that most of the figures share; the others name theirs beside them. */
export function commonPeriod(observations: readonly Observation[]): string | null {
  const counts = new Map<string, number>()
  for (const o of observations) {
    const point = endPointOf(o.timePeriod)
    if (point !== null) counts.set(point, (counts.get(point) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0] ?? null
}

const isBy = (o: Observation, period: string): boolean => (o.freq === 'M' || o.freq === 'D') && hasValue(o) && endsBy(o.timePeriod, period)

/** The period that is looked at, for a panel that has months or days by then; any other stays with its own. */
export const periodFor = (shown: Shown, period: string | undefined): string | undefined =>
  period !== undefined && [observationsOf, periodObservationsOf].some((of) => of(shown).some((o) => isBy(o, period))) ? period : undefined
