import * as z from 'zod/mini'
import type { Observation } from '#contract/observation.ts'
import type { CodeList } from '#contract/pack.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { numeralText } from '#format/numeral.ts'
import { absenceText } from '#format/status.ts'
import { lookOf, type MarkLook } from './bar-mark.ts'
import { counted, type Beyond, type Counted } from './counted.ts'
import { figureOf, hasValue, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'

/** `bricks` is the base, `columns` the published number of columns, `progress` what stands at county x column. */
export const options = z.object({
  display: z.string(),
  bricks: z.string(),
  columns: z.string(),
  progress: z.string(),
  /** The columns' code list; the one of the states is the value list of `progress`. */
  dimension: z.string(),
  roof: z.array(z.object({ indicator: z.string(), label: z.string(), accent: z.optional(z.boolean()) })),
  /** Why there are no joints, when there are none. */
  noProgress: z.string()
})
export type HallOptions = z.infer<typeof options>

/** The first state of the list is full, the last empty, any between half; the others say why there is no state. */
export type JointMark = 'full' | 'half' | 'empty' | 'missing' | 'hidden' | 'impossible'

export interface HallColumn {
  readonly code: string | null
  readonly numeral: string
  /** Null for a column that has a number only. */
  readonly name: string | null
}

export interface Joint {
  readonly mark: JointMark
  readonly text: string
  readonly demo: boolean
  readonly observation: Observation
}

export interface HallRow {
  readonly region: Region
  /** One a column; null where nothing is known. */
  readonly joints: readonly (Joint | null)[]
}

export interface RoofGroup extends FigureItem {
  readonly label: string
  readonly accent: boolean
  readonly dots: number
  readonly beyond: Beyond
  readonly look: MarkLook
}

export interface Bricks extends FigureItem {
  readonly count: number
  /** Behind the last brick the base dissolves (余, 超) or goes on in dashes (以上). */
  readonly beyond: Beyond
  readonly look: MarkLook
}

export interface LegendItem {
  readonly mark: JointMark
  readonly text: string
}

export interface HallModel {
  readonly display: string
  readonly bricks: Bricks | null
  readonly columns: readonly HallColumn[]
  readonly rows: readonly HallRow[]
  readonly roof: readonly RoofGroup[]
  readonly legend: readonly LegendItem[]
  readonly demo: 'all' | 'some' | 'none'
  readonly noProgress: string | null
  readonly figures: readonly FigureItem[]
  readonly progress: FigureItem['indicator'] | null
}

/** More could not be told apart, and a mistyped million would stop the page. */
const MOST = { bricks: 400, columns: 24, dots: 24 }

const countOf = (figure: FigureItem | null, most: number): Counted | null => (figure === null ? null : counted(figure.observation, most))

function bricksOf(figure: FigureItem | null): Bricks | null {
  const count = countOf(figure, MOST.bricks)
  return figure === null || count === null ? null : { ...figure, ...count, look: lookOf(figure.observation) }
}

function roofOf(data: PanelData<HallOptions>): RoofGroup[] {
  return data.options.roof.flatMap(({ indicator, label, accent = false }) => {
    const figure = figureOf(data, indicator)
    const { count: dots, beyond } = countOf(figure, MOST.dots) ?? { count: 0, beyond: 'none' }
    return figure === null ? [] : [{ ...figure, label, accent, dots, beyond, look: lookOf(figure.observation) }]
  })
}

const codesOf = (lists: readonly CodeList[], dimension: string): CodeList['codes'] => lists.find((list) => list.dimension === dimension)?.codes ?? []

/** `机制三` and `三` are numbers and no names. */
const isNumber = (name: string, numeral: string): boolean => name.endsWith(numeral) && name.length - numeral.length <= 3

/** As many columns as are published, or as the code list has where it has more: no value may be left out. */
function columnsOf(figure: FigureItem | null, codes: CodeList['codes']): HallColumn[] {
  const count = Math.max(countOf(figure, MOST.columns)?.count ?? 0, codes.length)
  return Array.from({ length: count }, (_, index) => {
    const numeral = numeralText(index + 1)
    const { code = null, name = numeral } = codes[index] ?? {}
    return { code, numeral, name: isNumber(name, numeral) ? null : name }
  })
}

const ABSENT: Partial<Record<Observation['obsStatus'], JointMark>> = { O: 'missing', Q: 'hidden', M: 'impossible' }

function jointOf(observation: Observation | undefined, states: CodeList['codes']): Joint | null {
  if (observation === undefined) return null
  const demo = observation.origin === 'demo'
  if (!hasValue(observation)) return { mark: ABSENT[observation.obsStatus] ?? 'missing', text: absenceText(observation.obsStatus), demo, observation }
  const at = states.findIndex(({ code }) => code === observation.obsValue)
  const mark = at === 0 ? 'full' : at === states.length - 1 ? 'empty' : 'half'
  return at < 0 ? null : { mark, text: states[at]?.name ?? '', demo, observation }
}

/** Counties in the order of their codes: the hall ranks nobody. */
function rowsOf(data: PanelData<HallOptions>, columns: readonly HallColumn[], states: CodeList['codes']): HallRow[] {
  const { answer, options: wanted } = data
  const found = observationsOf(data).filter((o) => o.indicator === wanted.progress)
  if (found.length === 0) return []
  const at = (region: Region, { code }: HallColumn): Observation | undefined =>
    found.find((o) => o.refArea === region.code && code !== null && o.breakdown?.[wanted.dimension] === code)
  return childrenOf(answer.regions, answer.root)
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map((region) => ({ region, joints: columns.map((column) => jointOf(at(region, column), states)) }))
}

/** The states of the list and 未报 always, the rarer ones where they occur. */
function legendOf(states: CodeList['codes'], joints: readonly Joint[]): LegendItem[] {
  const listed = states.map(({ name }, index): LegendItem => ({ mark: index === 0 ? 'full' : index === states.length - 1 ? 'empty' : 'half', text: name }))
  const rare = (['Q', 'M'] as const).flatMap((status): LegendItem[] => {
    const mark = ABSENT[status]
    return mark !== undefined && joints.some((joint) => joint.mark === mark) ? [{ mark, text: absenceText(status) }] : []
  })
  return [...listed, { mark: 'missing', text: absenceText('O') }, ...rare]
}

export function model(data: PanelData<HallOptions>): HallModel {
  const { answer, options: wanted } = data
  const columnsFigure = figureOf(data, wanted.columns)
  const progress = answer.indicators.find(({ id }) => id === wanted.progress) ?? null
  const [codes, states] = [codesOf(answer.codeLists, wanted.dimension), codesOf(answer.codeLists, progress?.valueList ?? '')]
  const columns = columnsOf(columnsFigure, codes)
  const rows = rowsOf(data, columns, states)
  const joints = rows.flatMap((row) => row.joints.filter((joint) => joint !== null))
  const demo = joints.filter((joint) => joint.demo).length
  const roof = roofOf(data)
  const bricks = figureOf(data, wanted.bricks)
  return {
    display: wanted.display,
    bricks: bricksOf(bricks),
    columns,
    rows,
    roof,
    legend: rows.length === 0 ? [] : legendOf(states, joints),
    demo: demo === 0 ? 'none' : demo === joints.length ? 'all' : 'some',
    noProgress: rows.length === 0 ? wanted.noProgress : null,
    figures: [bricks, columnsFigure, ...roof].filter((figure) => figure !== null),
    progress
  }
}
