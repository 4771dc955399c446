import type { EndpointAnswer, EndpointInput, SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import { hasValue, observationKey, type Observation } from '#contract/observation.ts'
import type { PackDocument, PackInfo } from '#contract/pack.ts'
import { comparePeriods, endPointOf, overlaps } from '#contract/period.ts'
import { notFound } from '#contract/problem.ts'
import { UNSAID } from '#contract/unsaid.ts'
import type { Region } from '#contract/region.ts'
import { canEnter, pathTo } from '#contract/region-tree.ts'
import type { Release } from '#contract/release.ts'
import type { Need, Panel, Scene } from '#contract/scene.ts'
import { indicatorsIn } from '#contract/template.ts'

/** A whole view as of one release: what every answer is cut from. It never changes. */
export interface Snapshot {
  readonly release: Release
  /** When each release up to this one was published, by its number. */
  readonly published?: ReadonlyMap<number, string>
  readonly document: PackDocument
  readonly observations: readonly Observation[]
  /** Whether demo figures are in the view. */
  readonly demo: boolean
  /** Whether scores and ranks are left out, with each area's own changes in their place. */
  readonly ranksHidden?: boolean
}

/** Without demo figures nothing invented is named: a demo list keeps its dimension, which scenes refer to, and no name. */
const withoutDemo = (info: PackInfo): PackInfo => ({
  ...info,
  sources: info.sources.filter((source) => source.id !== 'demo'),
  codeLists: info.codeLists.map((list) => (list.demo === true ? { ...list, codes: [] } : list))
})

export const packAnswer = ({ release, document, demo, ranksHidden = false }: Snapshot): EndpointAnswer<'pack'> => ({
  info: demo ? document.info : withoutDemo(document.info),
  release: release.release,
  demo,
  ranksHidden,
  scenes: document.scenes.map(({ id, title, shortTitle = title }) => ({ id, title, shortTitle }))
})

/** What is said of a release, and who said it, is free text and may tell a score; it is not said while ranks are hidden. */
export const releasesAnswer = (releases: readonly Release[], ranksHidden: boolean): EndpointAnswer<'releases'> => ({
  releases: releases.map((line) => (ranksHidden ? { ...line, note: UNSAID, source: UNSAID } : line))
})

export const childrenOf = (regions: readonly Region[], code: string): Region[] => regions.filter((region) => region.parent === code)

function regionOf(snapshot: Snapshot, code: string): Region {
  const region = snapshot.document.regions.find((candidate) => candidate.code === code)
  if (region === undefined) throw notFound('地区', code)
  return region
}

export function boundariesAnswer(snapshot: Snapshot, { code, context }: EndpointInput<'boundaries'>): EndpointAnswer<'boundaries'> {
  regionOf(snapshot, code)
  const { features } = snapshot.document.boundaries
  const areas = features.filter(({ properties }) => properties.kind === 'area' && properties.parent === code)
  const around = context === '1' && code === snapshot.document.info.root ? features.filter(({ properties }) => properties.kind !== 'area') : []
  return { type: 'FeatureCollection', features: [...areas, ...around] }
}

export function observationsAnswer(snapshot: Snapshot, input: EndpointInput<'observations'>): EndpointAnswer<'observations'> {
  if (input.refArea !== undefined) regionOf(snapshot, input.refArea)
  if (input.indicator !== undefined && !snapshot.document.indicators.some(({ id }) => id === input.indicator)) throw notFound('指标', input.indicator)
  const observations = snapshot.observations.filter(
    (o) =>
      (input.indicator === undefined || o.indicator === input.indicator) &&
      (input.refArea === undefined || o.refArea === input.refArea) &&
      overlaps(o.timePeriod, input.from, input.to)
  )
  return { release: snapshot.release.release, observations }
}

/** The indicators a need draws on: itself and, for a composite, its inputs, values or not: they are what its method names. */
const indicatorsOf = (indicators: ReadonlyMap<string, Indicator>, id: string): string[] => [
  id,
  ...(indicators.get(id)?.composite?.inputs.map((input) => input.indicator) ?? [])
]

/** With what a change is the change of: its name and weights are that one's. */
const explainedBy = (indicators: ReadonlyMap<string, Indicator>, id: string): string[] => {
  const whole = indicators.get(id)?.changeOf
  return [...indicatorsOf(indicators, id), ...(whole === undefined ? [] : indicatorsOf(indicators, whole))]
}

/** The region and, where it is part of the pack's root, those above it up to there: what it has no figure for is told of the nearest that has one. */
const upwards = ({ regions, root, top = root }: NeedContext, code: string): string[] => {
  const path = pathTo(regions, code, top).map((region) => region.code)
  return path.length === 0 ? [code] : path.toReversed()
}

/** The areas that a need is of, each with what stands for it where it has no figure. */
function areasOf(context: NeedContext, { area }: Need): readonly ReadonlySet<string>[] {
  if (area === 'children') return [new Set(childrenOf(context.regions, context.root).map(({ code }) => code))]
  if (area === 'self') return upwards(context, context.region).map((code) => new Set([code]))
  if (area === 'root') return upwards(context, context.root).map((code) => new Set([code]))
  return [new Set([area])]
}

/** Map.groupBy is younger than the browser and Node floors. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/** What the periods of one series are compared within: one indicator, area, scope and breakdown. */
const seriesOf = (o: Observation): string => observationKey({ ...o, timePeriod: '' })

/**
 * The last periods of each series by itself: an area that reports early does not push the others out,
 * nor does a figure of narrower scope push out the one for the whole area.
 */
function lastPeriods(observations: readonly Observation[], last: number | undefined): readonly Observation[] {
  if (last === undefined) return observations
  return [...groupBy(observations, seriesOf).values()].flatMap((own) => own.toSorted((a, b) => comparePeriods(a.timePeriod, b.timePeriod)).slice(-last))
}

/** What a need is met from: a whole view, or one scene's answer. */
export interface NeedContext extends Pick<SceneAnswer, 'regions' | 'indicators' | 'region' | 'root' | 'top'> {
  readonly observations: readonly Observation[]
}

const isDividedBy = ({ breakdown = {} }: Observation, by: string | undefined): boolean => Object.keys(breakdown).join() === (by ?? '')

export function observationsFor(context: NeedContext, need: Need): readonly Observation[] {
  const ids = new Set(indicatorsOf(new Map(context.indicators.map((i) => [i.id, i])), need.indicator))
  const found = context.observations.filter((o) => ids.has(o.indicator) && o.freq === need.freq && isDividedBy(o, need.by))
  const byArea = areasOf(context, need).map((areas) => found.filter((o) => areas.has(o.refArea)))
  return lastPeriods(byArea.find((own) => own.some(hasValue)) ?? byArea[0] ?? [], need.last)
}

const latestEnd = (observations: readonly Observation[]): string | null =>
  observations
    .filter((o) => o.origin !== 'demo' && o.obsStatus !== 'F')
    .flatMap((o) => endPointOf(o.timePeriod) ?? [])
    .filter((point) => point.length === 7)
    .toSorted()
    .at(-1) ?? null

function sceneOf(snapshot: Snapshot, id: string): Scene {
  const scene = snapshot.document.scenes.find((candidate) => candidate.id === id)
  if (scene === undefined) throw notFound('场景', id)
  return scene
}

/** The region whose parts the scene shows: the pack's root, or one below it that has parts. */
function rootOf({ document: { info, regions } }: Snapshot, wanted: string | undefined): string {
  const root = wanted ?? info.root
  if (root !== info.root && (pathTo(regions, root, info.root).length === 0 || !canEnter(regions, root))) throw notFound('有下级的地区', root)
  return root
}

/** Needed for a line of the scene file: the root's own figures that it names. */
const statedNeeds = (lines: readonly (string | undefined)[]): Need[] =>
  lines.flatMap((line = '') => indicatorsIn(line)).map((indicator) => ({ indicator, area: 'root', freq: '_Z', last: 1 }))

/** What a panel draws and what its statement names. */
const panelNeeds = ({ needs, caption }: Panel): Need[] => [...needs, ...statedNeeds([caption?.statement])]

const needsOf = ({ panels, brief }: Scene): Need[] => [...panels.flatMap(panelNeeds), ...statedNeeds([brief?.headline, brief?.standfirst])]

export const sceneAnswer = (snapshot: Snapshot, { id, ...asked }: EndpointInput<'scene'>): SceneAnswer => answerOf(snapshot, sceneOf(snapshot, id), asked)

/** What stands outside of its scene says nothing of the scene as a whole. */
export function panelAnswer(snapshot: Snapshot, { scene: id, panel: wanted, ...asked }: EndpointInput<'panel'>): SceneAnswer {
  const { brief: _whole, ...scene } = sceneOf(snapshot, id)
  const panel = scene.panels.find((candidate) => candidate.id === wanted)
  if (panel === undefined) throw notFound('面板', wanted)
  return answerOf(snapshot, { ...scene, panels: [panel] }, asked)
}

function answerOf(snapshot: Snapshot, scene: Scene, { region: chosen, root: wanted }: Pick<EndpointInput<'scene'>, 'region' | 'root'>): SceneAnswer {
  const { document, release } = snapshot
  const root = rootOf(snapshot, wanted)
  const region = regionOf(snapshot, chosen ?? root).code
  const top = document.info.root
  const context = { regions: document.regions, indicators: document.indicators, root, top, region, observations: snapshot.observations }
  const needs = needsOf(scene)
  const observations = [...new Set(needs.flatMap((need) => observationsFor(context, need)))]
  const known = new Map(document.indicators.map((indicator) => [indicator.id, indicator]))
  const asked = needs.flatMap((need) => explainedBy(known, need.indicator))
  const needed = new Set([...asked, ...observations.map((o) => o.indicator)])
  const sources = new Set(observations.map((o) => o.source))
  const releases = new Set(observations.map((o) => o.release))
  const published = snapshot.published ?? new Map([[release.release, release.publishedAt]])
  const indicators = document.indicators.filter((indicator) => needed.has(indicator.id))
  const dimensions = new Set([...observations.flatMap((o) => Object.keys(o.breakdown ?? {})), ...indicators.flatMap(({ valueList = [] }) => valueList)])
  return {
    scene,
    release: release.release,
    publishedAt: release.publishedAt,
    releases: [...published].filter(([number]) => releases.has(number)).map(([number, publishedAt]) => ({ release: number, publishedAt })),
    dataPeriod: latestEnd(snapshot.observations),
    ranksHidden: snapshot.ranksHidden === true,
    region,
    root,
    ...(root === top ? {} : { top }),
    sources: document.info.sources.filter((source) => sources.has(source.id)),
    milestones: document.info.milestones,
    programmes: document.info.programmes.filter(({ theme }) => theme === scene.id),
    codeLists: document.info.codeLists.filter((list) => dimensions.has(list.dimension) && (snapshot.demo || list.demo !== true)),
    indicators,
    regions: document.regions,
    observations
  }
}
