import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import type { Feature } from '#contract/pack.ts'
import { reachOf, type Reach } from './reach.ts'
import { extremes } from './extremes.ts'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import { figureOf, hasValue, labelOf, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, periodCell, spoken, statusCell, type PanelTable } from './panel-table.ts'
import { extentOf } from './map-geometry.ts'
import { partsOf, seriesText, seriesValue, type Part } from './parts.ts'

/** One total: where it comes from by a dimension, and the areas it reaches. `figures` stand in the trunk. */
export const options = z.object({
  indicator: z.string(),
  dimension: z.string(),
  figures: z.array(z.object({ indicator: z.string(), label: z.optional(z.string()) })),
  /** A programme that stands with a source, by the source's code. */
  programmes: z.optional(z.array(z.object({ code: z.string(), name: z.string() }))),
  /** Said in the trunk where it has no sources or no outlets. */
  noSources: z.string(),
  noOutlets: z.string()
})
export type RiverOptions = z.infer<typeof options>

export interface Branch {
  readonly key: string
  readonly name: string
  readonly observation: Observation | null
  /** `203`, or why there is no number. */
  readonly text: string
  /** The same with its unit. */
  readonly phrase: string
  /** In the unit of the series. Null where there is no number: a branch without one has no width, and is not 0. */
  readonly value: number | null
  readonly look: MarkLook
  readonly programme: string | null
}

export interface RiverModel {
  readonly indicator: Indicator
  /** How wide the trunk is for certain and, by its qualifier, perhaps. */
  readonly total: FigureItem & Reach & { readonly look: MarkLook }
  readonly figures: readonly (LabelledFigure & { readonly span: string })[]
  /** Empty where none of them is in the view. */
  readonly sources: readonly Branch[]
  readonly outlets: readonly Branch[]
  /** What stands in the trunk in place of sources and outlets. */
  readonly sourceNote: readonly string[]
  readonly outletNote: readonly string[]
}

/** Widths cannot be less than none. */
const widthOf = (value: number | null): number | null => (value === null ? null : Math.max(0, value))

/** A magnitude has no width: its words stand alone where the trunk would be. */
function trunkOf({ observation, indicator }: FigureItem): Reach {
  const { sure, until, edge } = reachOf(observation, indicator) ?? { sure: 0, until: 0, edge: 'none' }
  return { sure: Math.max(0, sure), until: Math.max(0, until), edge }
}

function branchOf({ key, name, observation }: Part, indicator: Indicator, programme: string | null): Branch {
  const value = widthOf(seriesValue(observation, indicator))
  const look = observation === null || value === null ? 'solid' : lookOf(observation)
  return { key, name, observation, programme, value, look, text: seriesText(observation, indicator), phrase: seriesText(observation, indicator, true) }
}

/** The programmes of the options that the pack still names so, by the code they stand with. */
function programmesOf({ answer, options: { programmes = [] } }: PanelData<RiverOptions>): ReadonlyMap<string, string> {
  const known = new Set(answer.programmes.map(({ name }) => name))
  return new Map(programmes.flatMap(({ code, name }) => (known.has(name) ? [[code, name]] : [])))
}

/** Areas from north to south, so that the stream flows towards their map; in code order as long as one is not on it. */
function southwards(branches: readonly Branch[], { boundaries }: PanelData<RiverOptions>): readonly Branch[] {
  const features = boundaries?.features.filter(isArea) ?? []
  const north = new Map(features.map((feature) => [feature.properties.code, feature.properties.labelPoint?.[1] ?? middleOf(feature)]))
  const placed = branches.map((branch) => ({ branch, at: north.get(branch.key) }))
  return placed.some(({ at }) => at === undefined) ? branches : placed.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0)).map(({ branch }) => branch)
}

const isArea = ({ properties: { kind } }: Feature): boolean => kind === 'area'
function middleOf(feature: Feature): number {
  const { south, north } = extentOf([feature])
  return (south + north) / 2
}

/** Null without a total: parts alone are no river. */
export function model(data: PanelData<RiverOptions>): RiverModel | null {
  const { options: wanted } = data
  const total = figureOf(data, wanted.indicator)
  if (total === null || !hasValue(total.observation)) return null
  const { indicator, observation } = total
  const observations = observationsOf(data)
  const programmes = programmesOf(data)
  const branches = (by?: string): Branch[] =>
    partsOf(data, observations, indicator.id, by).map((part) => branchOf(part, indicator, programmes.get(part.key) ?? null))
  const [sources, outlets] = [branches(wanted.dimension), branches()]
  const { items } = figureList({ ...data, options: { items: wanted.figures } })
  return {
    indicator,
    total: { ...total, ...trunkOf(total), look: lookOf(observation) },
    figures: items.map((item) => ({ ...item, span: periodCell(item.observation) })),
    sources,
    outlets: southwards(outlets, data),
    sourceNote: sources.length > 0 ? [] : [...(indicator.definition === null ? [] : [indicator.definition]), ...programmes.values(), wanted.noSources],
    outletNote: outlets.length > 0 ? [] : [wanted.noOutlets]
  }
}

export function summary({ figures, sources, outlets, sourceNote, outletNote }: RiverModel): string {
  const from = sources.map(({ name, phrase }) => `${name}${phrase}`).join('、')
  return [
    figures.map((figure) => `${figure.span} ${spoken(figure.label, figure)}`).join('，'),
    sources.length > 0 ? `其中${from}` : sourceNote.join('，'),
    outlets.length > 0 ? `分县${extremes(outlets.map((branch) => ({ ...branch, text: branch.phrase })))}` : outletNote.join('')
  ].join('；')
}

export const table = ({ indicator, figures, sources, outlets }: RiverModel): PanelTable => ({
  columns: FIGURE_COLUMNS,
  rows: [
    ...figures.map((figure) => figureRow(figure.label, figure)),
    ...[...sources, ...outlets].map(({ name, phrase, observation }) => [
      `${name} ${labelOf(indicator)}`,
      phrase,
      observation === null ? '' : periodCell(observation),
      observation === null ? '' : statusCell(observation)
    ])
  ]
})
