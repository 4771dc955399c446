import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Feature, FeatureCollection } from '#contract/pack.ts'
import { comparePeriods, endPointOf, endsBy } from '#contract/period.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { seriesUnit } from '#format/phrase.ts'
import { leagueOf, type LeagueRow } from './league.ts'
import { commonPeriod, hasValue, isWhole, observationsOf, periodObservationsOf, type PanelData } from './panel-data.ts'
import { amountText, seriesText, seriesValue } from './parts.ts'
import { periodCell, statusCell, type PanelTable } from './panel-table.ts'

/** Where the outline stands in the panel, in rem: insets and its greatest width. */
export const Fit = z.object({ top: z.number(), bottom: z.number(), width: z.number() })

export const options = z.object({
  metrics: z.array(z.object({ indicator: z.string(), label: z.string() })),
  fit: z.object({ wall: Fit, ultrawide: Fit, column: Fit }),
  /** Said when no area has a value of its own. */
  noValues: z.string(),
  /** Beside the map with its ramp, or one line under it where every value stands in its area. */
  legend: z.optional(z.enum(['side', 'line']))
})
export type CountyMapOptions = z.infer<typeof options>
export type MapFit = z.infer<typeof Fit>

export interface MapArea {
  readonly region: Region
  readonly feature: Feature
  readonly labelPoint: readonly [number, number]
  readonly observation: Observation | null
  /** `6,980`, the phrase of a figure with a qualifier, or why there is none; empty when no area has one. */
  readonly text: string
  /** The same with its unit and its status. */
  readonly phrase: string
  /** Place on the ramp, 0..1; null is drawn neutral. */
  readonly share: number | null
  readonly demo: boolean
  /** A score made of fewer parts than the others', marked ※. */
  readonly reweighted?: true
  /** Its own period, where it differs from that of most areas: figures of different months are not compared unsaid. */
  readonly period: string | null
}

export interface Metric {
  readonly id: string
  readonly label: string
  readonly unit: string
}

export interface CountyMapModel {
  readonly metrics: readonly Metric[]
  readonly metric: Metric | null
  readonly areas: readonly MapArea[]
  readonly context: readonly Feature[]
  readonly low: string
  readonly high: string
  readonly demo: boolean
  readonly noValues: string | null
  readonly indicator: Indicator | null
  /** The month that the values, or most of them, are up to or of; null without any. */
  readonly period: string | null
  /** The areas are parts of a region below the pack's root. */
  readonly deep: boolean
}

/** Only figures of a whole area join the map: a village's never colours its county. */
const joins =
  (regions: readonly Region[], freq: Observation['freq']) =>
  (o: Observation): boolean =>
    o.freq === freq && o.breakdown === undefined && isWhole(regions, o)

/** The month that is looked at: an indicator's values of the last month by then take the place of its totals. */
function valuesBy(regions: readonly Region[], data: PanelData<CountyMapOptions>): readonly Observation[] {
  const { period } = data
  const totals = observationsOf(data).filter(joins(regions, '_Z'))
  if (period === undefined) return totals
  const months = periodObservationsOf(data).filter((o) => joins(regions, 'M')(o) && endsBy(o.timePeriod, period))
  const last = new Map(months.toSorted((a, b) => comparePeriods(a.timePeriod, b.timePeriod)).map(({ indicator, timePeriod }) => [indicator, timePeriod]))
  return [...totals.filter(({ indicator }) => !last.has(indicator)), ...months.filter((o) => last.get(o.indicator) === o.timePeriod)]
}

const metricOf = (indicator: Indicator, label: string): Metric => ({ id: indicator.id, label, unit: seriesUnit(indicator.seriesScale, indicator.unitMeasure) })

const newest = (observations: readonly Observation[]): Observation | undefined => observations.toSorted((a, b) => comparePeriods(b.timePeriod, a.timePeriod))[0]

/** The opening balance of a series is no figure of its own: of one area the period that ends last counts. */
const valueOf = (observations: readonly Observation[], metric: string, code: string): Observation | undefined =>
  newest(observations.filter((o) => o.indicator === metric && o.refArea === code))

function pointOf(feature: Feature): readonly [number, number] {
  const [lon = 0, lat = 0] = feature.properties.labelPoint ?? []
  return [lon, lat]
}

const shareIn = (value: number, low: number, high: number): number => (high === low ? 0.5 : (value - low) / (high - low))

function areasOf(regions: readonly Region[], boundaries: FeatureCollection, observations: readonly Observation[], indicator: Indicator | null): MapArea[] {
  const found = regions.map((region) => (indicator === null ? undefined : valueOf(observations, indicator.id, region.code)))
  const values = found.flatMap((o) => (indicator === null ? [] : (seriesValue(o ?? null, indicator) ?? [])))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const common = commonPeriod(found.filter((o) => o !== undefined))
  const ownPeriod = (o: Observation | undefined): string | null => {
    const end = o === undefined ? null : endPointOf(o.timePeriod)
    return end === common ? null : end
  }
  return regions.flatMap((region, index): MapArea[] => {
    const feature = boundaries.features.find(({ properties }) => properties.kind === 'area' && properties.code === region.code)
    if (feature === undefined) return []
    const observation = found[index]
    const base = { region, feature, labelPoint: pointOf(feature), observation: observation ?? null, period: ownPeriod(observation) }
    if (indicator === null) return [{ ...base, text: '', phrase: '', share: null, demo: false }]
    const value = seriesValue(observation ?? null, indicator)
    return [
      {
        ...base,
        text: observation !== undefined && hasValue(observation) ? amountText(observation, indicator) : seriesText(base.observation, indicator),
        phrase: seriesText(base.observation, indicator, true),
        share: value === null ? null : shareIn(value, low, high),
        demo: observation !== undefined && hasValue(observation) && observation.origin === 'demo'
      }
    ]
  })
}

/** A composite has no stored figure: the scores of the period that is looked at are it. */
const scoresIn = (data: PanelData<CountyMapOptions>): readonly LeagueRow[] =>
  data.options.metrics.flatMap(({ indicator }) => leagueOf(data, indicator)?.rows ?? [])

/** A score that lacks a part says so in its area, as it does in its ranking. */
const marked = (area: MapArea): MapArea => ({ ...area, text: `${area.text}※`, phrase: `${area.phrase}※`, reweighted: true })

export function model(data: PanelData<CountyMapOptions>): CountyMapModel {
  const {
    answer,
    options: { metrics, noValues },
    boundaries = { type: 'FeatureCollection', features: [] }
  } = data
  const regions = childrenOf(answer.regions, answer.root)
  const scores = scoresIn(data)
  const observations = [...valuesBy(regions, data), ...scores.flatMap(({ observation }) => observation ?? [])]
  const present = metrics.flatMap(({ indicator: id, label }) =>
    answer.indicators
      .filter((indicator) => indicator.id === id && observations.some((o) => o.indicator === id))
      .map((indicator) => ({ indicator, metric: metricOf(indicator, label) }))
  )
  const chosen = present.find(({ indicator }) => indicator.id === data.metric) ?? present[0]
  const indicator = chosen?.indicator ?? null
  const areas = areasOf(regions, boundaries, observations, indicator).map((area) =>
    scores.some(({ observation, reweighted }) => reweighted && observation === area.observation) ? marked(area) : area
  )
  const ranked = areas.filter(({ share }) => share !== null).toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0))
  return {
    metrics: present.map(({ metric }) => metric),
    metric: chosen?.metric ?? null,
    indicator,
    areas,
    context: boundaries.features.filter(({ properties }) => properties.kind !== 'area'),
    low: ranked[0]?.text ?? '',
    high: ranked.at(-1)?.text ?? '',
    demo: areas.some(({ demo }) => demo),
    noValues: indicator === null ? noValues : null,
    deep: answer.top !== undefined,
    period: commonPeriod(areas.flatMap(({ observation }) => observation ?? []))
  }
}

/** `地图·乡贤人数：江山市最多，6,980名；常山县最少，3,610名`; says how many areas have no value. */
export function summary({ areas, metric, noValues }: CountyMapModel): string {
  if (metric === null) return `地图：${noValues ?? ''}`
  const ranked = areas.filter(({ share }) => share !== null).toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
  const [top, low] = [ranked[0], ranked.at(-1)]
  const absent = areas.length - ranked.length
  const ends = [
    ...(top === undefined ? [] : [`${top.region.name}最多，${top.phrase}`]),
    ...(low === undefined || low === top ? [] : [`${low.region.name}最少，${low.phrase}`]),
    ...(absent === 0 ? [] : [`${absent}个地区没有数`])
  ]
  return `地图·${metric.label}：${ends.join('；')}`
}

export const table = ({ areas, metric }: CountyMapModel): PanelTable => ({
  columns: ['地区', metric?.label ?? '数值', '期间', '状态'],
  rows: areas.map((area) => [
    area.region.name,
    area.phrase,
    area.observation === null ? '' : periodCell(area.observation),
    area.observation === null ? '' : statusCell(area.observation)
  ])
})
