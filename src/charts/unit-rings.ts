import * as z from 'zod/mini'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { absenceText } from '#format/status.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { extremes, type Compared } from './extremes.ts'
import { model as figureList, type LabelledFigure } from './figure-list.ts'
import { locatorOf, type Locator } from './locator.ts'
import { hasValue, labelOf, observationsOf, type PanelData } from './panel-data.ts'
import { FIGURE_COLUMNS, figureRow, periodCell, spoken, statusCell, type PanelTable } from './panel-table.ts'

/** One row an area, one ring one unit of the indicator; the published totals stand above as figures. */
export const options = z.object({
  indicator: z.string(),
  figures: z.optional(z.array(z.object({ indicator: z.string(), label: z.optional(z.string()) }))),
  /** What a ring stands for, such as 一圈一场; said only while rings are drawn. */
  unit: z.optional(z.string()),
  /** A small map before each name, with the area lit. */
  locators: z.optional(z.boolean()),
  /** Said when no area has a figure of its own. */
  noValues: z.optional(z.string())
})
export type UnitRingsOptions = z.infer<typeof options>

export interface RingsRow {
  readonly region: Region
  readonly observation: Observation | null
  /** `5`, or why there is none. */
  readonly text: string
  /** How many rings stand for it; null where it cannot be counted out, and the number speaks alone. */
  readonly rings: number | null
  readonly demo: boolean
  readonly selected: boolean
  readonly locator: Locator | null
}

export interface UnitRingsModel {
  readonly indicator: Indicator
  readonly unit: string
  readonly ring: string
  readonly rows: readonly RingsRow[]
  readonly figures: readonly LabelledFigure[]
  /** The most rings of any row: they shrink together, so that lengths stay comparable. */
  readonly most: number
  /** In place of the rows where no area has one. */
  readonly noValues: string | null
}

/** More in one row could not be counted. */
const MOST_RINGS = 32

const ringsOf = (value: number): number | null => (Number.isInteger(value) && value >= 0 && value <= MOST_RINGS ? value : null)

function rowOf(region: Region, observation: Observation | undefined, { seriesScale, decimals }: Indicator): Omit<RingsRow, 'selected' | 'locator'> {
  const base = { region, observation: observation ?? null }
  if (observation === undefined || observation.obsValue === null || !hasValue(observation))
    return { ...base, text: absenceText(observation?.obsStatus), rings: null, demo: false }
  const demo = observation.origin === 'demo'
  return { ...base, text: chartNumber(observation.obsValue, seriesScale, decimals), rings: ringsOf(Number(observation.obsValue) / seriesScale), demo }
}

function rowsOf(data: PanelData<UnitRingsOptions>, indicator: Indicator): RingsRow[] {
  const { answer, boundaries, options: wanted } = data
  const own = observationsOf(data).filter((o) => o.indicator === indicator.id && o.freq === '_Z' && o.breakdown === undefined)
  const rows = childrenOf(answer.regions, answer.root).map((region) => ({
    ...rowOf(
      region,
      own.find((o) => o.refArea === region.code),
      indicator
    ),
    selected: region.code === answer.region,
    locator: wanted.locators === true ? locatorOf(boundaries, region.code) : null
  }))
  // One row too long to count out takes the rings of all: a bare number beside rings would look like none.
  const countable = rows.every(({ rings, observation }) => rings !== null || observation === null || !hasValue(observation))
  return countable ? rows : rows.map((row) => ({ ...row, rings: null }))
}

/** Null where the indicator is not in the view. */
export function model(data: PanelData<UnitRingsOptions>): UnitRingsModel | null {
  const { indicator: id, figures = [], unit: ring = '', noValues = '分县数据未公布' } = data.options
  const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
  if (indicator === undefined) return null
  const rows = rowsOf(data, indicator)
  return {
    indicator,
    unit: seriesUnit(indicator.seriesScale, indicator.unitMeasure),
    ring: rows.some(({ rings }) => rings !== null) ? ring : '',
    rows,
    figures: figureList({ ...data, options: { items: figures } }).items,
    most: Math.max(0, ...rows.map(({ rings }) => rings ?? 0)),
    noValues: rows.every(({ observation }) => observation === null) ? noValues : null
  }
}

const cell = ({ observation, text }: RingsRow, unit: string): string => (observation !== null && hasValue(observation) ? `${text}${unit}` : text)

const compared = (row: RingsRow, unit: string): Compared => ({
  name: row.region.name,
  text: cell(row, unit),
  value: row.observation === null || !hasValue(row.observation) ? null : Number(row.observation.obsValue)
})

export const summary = ({ indicator, unit, rows, figures, noValues }: UnitRingsModel): string =>
  [...figures.map((figure) => spoken(figure.label, figure)), noValues ?? `分县${labelOf(indicator)}：${extremes(rows.map((row) => compared(row, unit)))}`].join(
    '；'
  )

export const table = ({ indicator, unit, rows, figures, noValues }: UnitRingsModel): PanelTable => ({
  columns: FIGURE_COLUMNS,
  rows: [
    ...figures.map((figure) => figureRow(figure.label, figure)),
    ...(noValues === null ? rows : []).map((row) => [
      `${row.region.name}${labelOf(indicator)}`,
      cell(row, unit),
      row.observation === null ? '' : periodCell(row.observation),
      row.observation === null ? '' : statusCell(row.observation)
    ])
  ]
})
