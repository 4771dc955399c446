import * as z from 'zod/mini'
import { scaleValue } from '#contract/bound.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { SCALE_WORD, spokenUnit } from '#format/phrase.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { counted, moreOf, type Beyond } from './counted.ts'
import { figureOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { seriesText } from './parts.ts'
import { reachOf } from './reach.ts'
import { hillOrder } from './hill-order.ts'
import { niceMax } from './trend.ts'

const Model = z.object({
  area: z.string(),
  places: z.array(z.string()).check(z.minLength(1)),
  /** The title of its story: joins the columns to it where no leader can. */
  display: z.optional(z.string())
})

/** One place, one column: places are told apart by the scope of their figures. */
export const options = z.object({
  indicator: z.string(),
  /** A published figure that every place is beyond: up to it the columns are solid. */
  floor: z.optional(z.string()),
  /** Said under the floor's line, as long as no known place is below it. */
  floorNote: z.optional(z.string()),
  /** How many places there are: those without a figure of their own are drawn up to the floor. */
  count: z.optional(z.string()),
  /** Published forecasts of single places. */
  forecasts: z.optional(z.array(z.string())),
  /** Places that the panel beneath tells of, in its order from left to right. */
  models: z.optional(z.array(Model)),
  /** The columns of the panel beneath, and the gap between them in rem: where the leaders end. */
  leaders: z.optional(z.object({ columns: z.int().check(z.minimum(1)), gap: z.number() }))
})
export type SkylineOptions = z.infer<typeof options>

export interface Forecast extends FigureItem {
  /** In the unit of the series. */
  readonly value: number
}

export interface SkylineColumn {
  readonly key: string
  /** Null for one of the places that no figure names. */
  readonly place: string | null
  /** In the unit of the series, as far as it is certain; null where it has no value, and for a magnitude. */
  readonly value: number | null
  /** How far it may reach by its qualifier; null where there is no more. */
  readonly until: number | null
  /** How what is not certain is drawn: the part up there or, of a place beyond the published count, all of it. */
  readonly edge: Beyond
  /** With its unit, or why there is no value. */
  readonly text: string
  readonly observation: Observation | null
  readonly look: MarkLook
  /** Which of the models it belongs to. */
  readonly model: number | null
  readonly forecast: Forecast | null
}

export interface SkylineGroup {
  /** Null for the places whose area is not known. */
  readonly region: Region | null
  readonly own: boolean
  readonly columns: readonly SkylineColumn[]
  /** 未报4, where places have no value. */
  readonly absent: string
}

export interface SkylineModel {
  readonly indicator: Indicator
  readonly groups: readonly SkylineGroup[]
  readonly floor: Forecast | null
  readonly floorNote: string
  /** 余: the word of the published count that has columns beyond it. */
  readonly countWord: string
  readonly min: number
  readonly max: number
  /** 万元: what the axis counts in. */
  readonly unit: string
  readonly models: readonly { readonly label: string; readonly display: string }[]
  readonly leaders: SkylineOptions['leaders'] | null
}

interface Making {
  readonly data: PanelData<SkylineOptions>
  readonly indicator: Indicator
}

const figureAt = ({ data, indicator }: Making, id: string, area?: string): Forecast | null => {
  const figure = figureOf(data, id, area)
  return figure === null || figure.observation.obsValue === null
    ? null
    : { ...figure, value: Number(scaleValue(figure.observation.obsValue, indicator.seriesScale)) }
}

/** What every place is beyond: about a figure that a place may be below (近, a range, a magnitude) that cannot be said. */
function floorAt(making: Making, id: string): Forecast | null {
  const figure = figureAt(making, id)
  return figure !== null && FLOORS.has(figure.observation.bound) ? figure : null
}
const FLOORS: ReadonlySet<Observation['bound']> = new Set(['exact', 'over', 'atLeast'])

const modelOf = ({ data: { options } }: Making, area: string | null, place: string): number | null => {
  const index = (options.models ?? []).findIndex((one) => (area === null || one.area === area) && one.places.includes(place))
  return index < 0 ? null : index
}

function forecastOf(making: Making, area: string, place: string): Forecast | null {
  const found = (making.data.options.forecasts ?? []).map((id) => figureAt(making, id, area))
  return found.find((figure) => figure?.observation.scope === place) ?? null
}

function columnOf(making: Making, observation: Observation): SkylineColumn {
  const { refArea, scope: place } = observation
  const reach = reachOf(observation, making.indicator)
  return {
    key: `${refArea} ${place}`,
    place,
    value: reach?.sure ?? null,
    until: reach === null || reach.edge === 'none' ? null : reach.until,
    edge: reach?.edge ?? 'none',
    text: seriesText(observation, making.indicator, true),
    observation,
    look: lookOf(observation),
    model: modelOf(making, refArea, place),
    forecast: forecastOf(making, refArea, place)
  }
}

/** A place that no figure is of. */
const unknown = (key: string): SkylineColumn => ({
  key,
  place: null,
  value: null,
  until: null,
  edge: 'none',
  text: '',
  observation: null,
  look: 'solid',
  model: null,
  forecast: null
})

function nameless(making: Making, index: number, model?: { area: string; place: string }): SkylineColumn {
  if (model === undefined) return unknown(`nameless ${index}`)
  const { area, place } = model
  return { ...unknown(`${area} ${place}`), place, model: modelOf(making, area, place), forecast: forecastOf(making, area, place) }
}

/** Where a county has begun to report, the made-up places of the demo give way. */
function told(observations: readonly Observation[]): readonly Observation[] {
  const reporting = new Set(observations.filter(({ origin }) => origin !== 'demo').map(({ refArea }) => refArea))
  return observations.filter(({ origin, refArea }) => origin !== 'demo' || !reporting.has(refArea))
}

/** 未报4，不予公布3; a magnitude is no height and stands here in its words. */
function absentIn(columns: readonly SkylineColumn[]): string {
  const words = columns.flatMap(({ observation, value, text }) => (observation === null || value !== null ? [] : [text]))
  return [...new Set(words)].map((word) => `${word}${words.filter((other) => other === word).length}`).join('，')
}

const countOf = ({ data }: Making): FigureItem | null => (data.options.count === undefined ? null : figureOf(data, data.options.count))

/** Columns that say that there are more places than the count, without saying how many. */
const beyond = (edge: Beyond): SkylineColumn[] => Array.from({ length: moreOf(edge) }, (_, index) => ({ ...unknown(`beyond ${index}`), edge }))

/** The places beyond those that have figures of their own: as many as the published count leaves, the models among them. */
function rest(making: Making, known: readonly SkylineColumn[]): SkylineColumn[] {
  const { models = [] } = making.data.options
  const figure = countOf(making)
  const all = figure === null ? null : counted(figure.observation, MOST + known.length)
  if (all === null || all.count < known.length) return []
  const missing = all.count - known.length
  const keys = new Set(known.map(({ key }) => key))
  const named = models
    .flatMap(({ area, places }) => places.map((place) => ({ area, place })))
    .filter(({ area, place }) => !keys.has(`${area} ${place}`))
    .slice(0, missing)
  const blocks = models.map((_, index) => named.filter(({ area, place }) => modelOf(making, area, place) === index)).filter((block) => block.length > 0)
  return [...between(missing - named.length, blocks).map((one, index) => nameless(making, index, one)), ...beyond(all.beyond)]
}

/** `blocks` at even distances in a row of `count` that have no name. */
function between<T>(count: number, blocks: readonly (readonly T[])[]): (T | undefined)[] {
  const upTo = (step: number): number => Math.round((count * step) / (blocks.length + 1))
  const gap = (step: number): undefined[] => Array.from({ length: upTo(step + 1) - upTo(step) })
  return [...blocks.flatMap((block, step) => [...gap(step), ...block]), ...gap(blocks.length)]
}

/** More could not be told apart, and a mistyped million would stop the page. */
const MOST = 400

function groupsOf(making: Making): SkylineGroup[] {
  const { answer } = making.data
  const columns = told(observationsOf(making.data).filter((o) => o.indicator === making.indicator.id && o.breakdown === undefined)).map((o) =>
    columnOf(making, o)
  )
  const groups = childrenOf(answer.regions, answer.root).flatMap((region): SkylineGroup[] => {
    const own = columns.filter(({ observation }) => observation?.refArea === region.code)
    return own.length === 0 ? [] : [{ region, own: answer.region === region.code, columns: hillOrder(own), absent: absentIn(own) }]
  })
  const others = rest(making, columns)
  const sorted = groups.toSorted((a, b) => b.columns.length - a.columns.length)
  return others.length === 0 ? sorted : [...sorted, { region: null, own: false, columns: others, absent: '' }]
}

/** The tops of all that is drawn, with some room over the floor. */
function rangeOf(groups: readonly SkylineGroup[], floor: Forecast | null): Pick<SkylineModel, 'min' | 'max'> {
  const columns = groups.flatMap((group) => group.columns)
  const tops = columns.flatMap(({ value, until, forecast }) => [value ?? 0, until ?? 0, forecast?.value ?? 0])
  const low = Math.min(0, ...tops)
  return { max: niceMax(Math.max((floor?.value ?? 0) * 1.5, ...tops)), min: low < 0 ? -niceMax(-low) : 0 }
}

/** Null when neither a place has a figure nor a count says how many stand above the floor. */
export function model(data: PanelData<SkylineOptions>): SkylineModel | null {
  const { options, answer } = data
  const indicator = answer.indicators.find(({ id }) => id === options.indicator)
  if (indicator === undefined) return null
  const making = { data, indicator }
  const floor = options.floor === undefined ? null : floorAt(making, options.floor)
  const groups = groupsOf(making).filter(({ region }) => region !== null || floor !== null)
  if (groups.length === 0) return null
  const below = groups.some(({ columns }) => columns.some(({ value }) => value !== null && floor !== null && value < floor.value))
  return {
    indicator,
    groups,
    floor,
    floorNote: below ? '' : (options.floorNote ?? ''),
    countWord: countOf(making)?.observation.qualifier?.word ?? '',
    ...rangeOf(groups, floor),
    unit: SCALE_WORD[indicator.seriesScale] + spokenUnit(indicator.unitMeasure),
    models: (options.models ?? []).map(({ places, display = '' }) => ({ label: places.join('、'), display })),
    leaders: options.leaders ?? null
  }
}
