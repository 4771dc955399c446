import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Feature, FeatureCollection } from '#contract/pack.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { counted, type Beyond } from './counted.ts'
import { Fit } from './county-map.ts'
import { extremes } from './extremes.ts'
import { extentOf } from './map-geometry.ts'
import { figureOf, labelOf, observationsOf, type PanelData } from './panel-data.ts'
import { periodCell, statusCell, type PanelTable } from './panel-table.ts'
import { partsOf, seriesText, seriesValue, type Part } from './parts.ts'

/** `rings`: how much larger than suits the map's own size the rings are, where there is room beside it. */
const PlatesFit = z.extend(Fit, { rings: z.optional(z.number().check(z.positive())) })
export type PlatesFit = z.infer<typeof PlatesFit>

const Counted = z.object({ indicator: z.string(), label: z.optional(z.string()) })

/** One plate an area on the map: one ring inside it one unit of `inner`, one on its rim one unit of `rim`. */
export const options = z.object({
  inner: Counted,
  rim: Counted,
  fit: z.object({ wall: PlatesFit, ultrawide: PlatesFit, column: PlatesFit }),
  /** Said when no area has a figure of its own. */
  noValues: z.string()
})
export type PlatesOptions = z.infer<typeof options>

export interface Count {
  readonly indicator: Indicator
  readonly label: string
  readonly observation: Observation | null
  /** `58`, or why there is no number. */
  readonly text: string
  /** The same with its unit. */
  readonly phrase: string
  /** How many rings stand for it; null where there is no number, or one that cannot be counted out. */
  readonly rings: number | null
  /** What lies beyond those, by the figure's qualifier. */
  readonly beyond: Beyond
  readonly look: MarkLook
}

export interface Plate {
  readonly region: Region
  /** In degrees. */
  readonly at: readonly [number, number]
  readonly inner: Count
  readonly rim: Count
  /** Neither count has a number: only the name and the reason stand on the map. */
  readonly bare: boolean
}

export interface PlatesModel {
  readonly areas: readonly { readonly feature: Feature }[]
  /** One an area or, where none has a figure of its own, one for all of them. */
  readonly plates: readonly Plate[]
  readonly context: readonly Feature[]
  readonly labels: { readonly inner: string; readonly rim: string }
  /** What of the marks is demo, in words; null where nothing is. */
  readonly demo: string | null
  readonly noValues: string | null
}

/** More rings in one plate could not be told apart. */
const MOST_RINGS = 400

const NOT_COUNTED = { count: null, beyond: 'none' } as const

function countOf(part: Part | undefined, { indicator, label }: Pick<Count, 'indicator' | 'label'>): Count {
  const observation = part?.observation ?? null
  const { count: rings, beyond } = (observation === null ? null : counted(observation, MOST_RINGS)) ?? NOT_COUNTED
  return {
    indicator,
    label,
    observation,
    rings,
    beyond,
    text: seriesText(observation, indicator),
    phrase: seriesText(observation, indicator, true),
    look: observation === null || seriesValue(observation, indicator) === null ? 'solid' : lookOf(observation)
  }
}

const hasNumber = ({ observation, indicator }: Count): boolean => seriesValue(observation, indicator) !== null

/** One plate that cannot be counted out takes the rings of all: a plate without would look like none. */
function comparable(plates: readonly Plate[], side: 'inner' | 'rim'): readonly Plate[] {
  const lost = plates.some((plate) => hasNumber(plate[side]) && plate[side].rings === null)
  return lost ? plates.map((plate) => ({ ...plate, [side]: { ...plate[side], rings: null, beyond: 'none' } })) : plates
}

function demoWords(plates: readonly Plate[]): string | null {
  const counts = plates.flatMap(({ inner, rim }) => [inner, rim]).filter(hasNumber)
  const demo = counts.filter(({ look }) => look === 'demo').length
  return demo === 0 ? null : demo === counts.length ? '分县为演示，空心' : '空心为演示，实心已报送'
}

const pointOf = ({ properties: { labelPoint: [lon = 0, lat = 0] = [] } }: Feature): readonly [number, number] => [lon, lat]

function middleOf(features: readonly Feature[]): readonly [number, number] {
  const { west, east, south, north } = extentOf(features)
  return [(west + east) / 2, (south + north) / 2]
}

/** The two indicators of the plates, as the options name them. */
interface Sides {
  readonly inner: { readonly indicator: Indicator; readonly label: string }
  readonly rim: Sides['inner']
}

function sidesOf({ answer, options: { inner, rim } }: PanelData<PlatesOptions>): Sides | null {
  const [inside, around] = [inner, rim].map(({ indicator: id, label }) => {
    const indicator = answer.indicators.find((candidate) => candidate.id === id)
    return indicator === undefined ? null : { indicator, label: label ?? labelOf(indicator) }
  })
  return inside === null || inside === undefined || around === null || around === undefined ? null : { inner: inside, rim: around }
}

function plateOf(region: Region, at: Plate['at'], { inner, rim }: Sides, parts: Record<keyof Sides, Part | undefined>): Plate {
  const counts = { inner: countOf(parts.inner, inner), rim: countOf(parts.rim, rim) }
  return { region, at, ...counts, bare: !hasNumber(counts.inner) && !hasNumber(counts.rim) }
}

/** All of the areas on one plate, from the totals; none where they are not known either. */
function wholeOf(data: PanelData<PlatesOptions>, features: readonly Feature[], sides: Sides): readonly Plate[] {
  const root = data.answer.regions.find(({ code }) => code === data.answer.root)
  if (root === undefined || features.length === 0) return []
  const total = ({ indicator }: Sides['inner']): Part => ({ key: root.code, name: root.name, observation: figureOf(data, indicator.id)?.observation ?? null })
  const plate = plateOf(root, middleOf(features), sides, { inner: total(sides.inner), rim: total(sides.rim) })
  return plate.bare ? [] : [plate]
}

/** Null where one of the two indicators is not in the view. */
export function model(data: PanelData<PlatesOptions>): PlatesModel | null {
  const { answer, options: wanted, boundaries = NO_BOUNDARIES } = data
  const sides = sidesOf(data)
  if (sides === null) return null
  const observations = observationsOf(data)
  const parts = (id: string): readonly Part[] => partsOf(data, observations, id, undefined)
  const [inside, around] = [parts(sides.inner.indicator.id), parts(sides.rim.indicator.id)]
  const areas = childrenOf(answer.regions, answer.root).flatMap((region) => {
    const feature = boundaries.features.find(({ properties }) => properties.kind === 'area' && properties.code === region.code)
    return feature === undefined ? [] : [{ region, feature }]
  })
  const none = inside.length === 0 && around.length === 0
  const own = (all: readonly Part[], code: string): Part | undefined => all.find(({ key }) => key === code)
  const plates = none
    ? wholeOf(
        data,
        areas.map(({ feature }) => feature),
        sides
      )
    : areas.map(({ region, feature }) => plateOf(region, pointOf(feature), sides, { inner: own(inside, region.code), rim: own(around, region.code) }))
  return {
    areas,
    plates: comparable(comparable(plates, 'inner'), 'rim'),
    context: boundaries.features.filter(({ properties }) => properties.kind !== 'area'),
    labels: { inner: sides.inner.label, rim: sides.rim.label },
    demo: demoWords(plates),
    noValues: none ? wanted.noValues : null
  }
}

const NO_BOUNDARIES: FeatureCollection = { type: 'FeatureCollection', features: [] }

const inWords = (plates: readonly Plate[], side: 'inner' | 'rim'): string =>
  extremes(plates.map(({ region, [side]: count }) => ({ name: region.name, value: seriesValue(count.observation, count.indicator), text: count.phrase })))

export function summary({ plates, labels, noValues }: PlatesModel): string {
  const counties = `分县${labels.inner}：${inWords(plates, 'inner')}；分县${labels.rim}：${inWords(plates, 'rim')}`
  if (noValues === null) return counties
  return [noValues, ...plates.map(({ region, inner, rim }) => `${region.name}${inner.label}${inner.phrase}、${rim.label}${rim.phrase}`)].join('；')
}

export const table = ({ plates, labels }: PlatesModel): PanelTable => ({
  columns: ['地区', labels.inner, labels.rim, '期间', '状态'],
  rows: plates.map(({ region, inner, rim }) => {
    const observation = inner.observation ?? rim.observation
    const states = [...new Set([inner, rim].flatMap((count) => (count.observation === null ? [] : [statusCell(count.observation)])))]
    return [region.name, inner.phrase, rim.phrase, observation === null ? '' : periodCell(observation), states.join('、')]
  })
})
