import * as z from 'zod/mini'
import { divideDecimal, multiplyDecimal } from '#contract/decimal.ts'
import type { Observation } from '#contract/observation.ts'
import { chartNumber, seriesUnit } from '#format/phrase.ts'
import { absenceText, originText } from '#format/status.ts'
import { figureOf, hasValue, observationsOf, type FigureItem, type PanelData } from './panel-data.ts'
import { periodCell, phraseCell, statusCell, type PanelTable } from './panel-table.ts'

/** Either a code of the dimension, or the total of an indicator of its own, such as a published one between two demo stages. */
const Stage = z.object({ code: z.optional(z.string()), indicator: z.optional(z.string()), name: z.string() })

/** Stages in order of the process. What stands behind the value: the share of the stage before, that of the first, or the status in words. */
export const options = z.object({
  indicator: z.string(),
  dimension: z.string(),
  stages: z.array(Stage),
  beside: z.optional(z.enum(['previous', 'first', 'status']))
})
export type StageBarsOptions = z.infer<typeof options>

export interface StageBar extends FigureItem {
  readonly name: string
  /** Length as a share of the longest, from a zero base. */
  readonly share: number
  /** Conversion from the stage before or the first one, as `98.8%`; null for the first and behind a stage without a value. */
  readonly rate: string | null
  /** `已发布`, where the panel says the status and no rate. */
  readonly status: string | null
}

/** A stage without a value stands in its place and says why it has none. */
export interface StageGap {
  readonly name: string
  readonly text: string
  /** How many bars stand before it. */
  readonly after: number
}

export interface StageBarsModel {
  readonly bars: readonly StageBar[]
  readonly gaps: readonly StageGap[]
}

type Found = FigureItem | null

function findStage(data: PanelData<StageBarsOptions>, observations: readonly Observation[], { code, indicator: own }: z.infer<typeof Stage>): Found {
  const { indicator: id, dimension } = data.options
  if (own !== undefined) return figureOf(data, own)
  const indicator = data.answer.indicators.find((candidate) => candidate.id === id)
  const observation = observations.find((o) => o.indicator === id && o.breakdown?.[dimension] === code)
  return indicator === undefined || observation === undefined ? null : { indicator, observation }
}

const valueOf = (found: Found | undefined): string | null =>
  found === null || found === undefined || !hasValue(found.observation) ? null : found.observation.obsValue

const gapsIn = (stages: StageBarsOptions['stages'], found: readonly Found[]): StageGap[] =>
  found.some((figure) => valueOf(figure) !== null)
    ? stages.flatMap(({ name }, index) => {
        if (valueOf(found[index]) !== null) return []
        const after = found.slice(0, index).filter((figure) => valueOf(figure) !== null).length
        return [{ name, after, text: absenceText(found[index]?.observation.obsStatus) }]
      })
    : []

export function model(data: PanelData<StageBarsOptions>): StageBarsModel {
  const { stages, beside = 'previous' } = data.options
  const observations = observationsOf(data)
  const found = stages.map((stage) => findStage(data, observations, stage))
  const longest = Math.max(0, ...found.map((figure) => Number(valueOf(figure) ?? 0)))
  const rate = (index: number, value: string): string | null =>
    beside === 'status' || index === 0 ? null : rateOf(value, valueOf(found[beside === 'first' ? 0 : index - 1]))
  return {
    gaps: gapsIn(stages, found),
    bars: stages.flatMap(({ name }, index) => {
      const figure = found[index] ?? null
      const value = valueOf(figure)
      if (figure === null || value === null) return []
      const status = beside === 'status' ? originText(figure.observation.origin) : null
      return [{ ...figure, name, share: longest === 0 ? 0 : Math.max(0, Number(value) / longest), rate: rate(index, value), status }]
    })
  }
}

/** Bars and gaps in the order of the process. */
export const stageRows = ({ bars, gaps }: StageBarsModel): readonly (StageBar | StageGap)[] =>
  [...bars, null].flatMap((bar, index) => [...gaps.filter(({ after }) => after === index), ...(bar === null ? [] : [bar])])

const rateOf = (value: string, before: string | null): string | null =>
  before === null || Number(before) <= 0 ? null : `${divideDecimal(multiplyDecimal(value, '100'), before, 1)}%`

export const stageText = ({ observation, indicator }: FigureItem): string => chartNumber(observation.obsValue ?? '0', indicator.seriesScale, indicator.decimals)

/** A figure with a qualifier is never without it. */
const withUnit = (bar: StageBar): string =>
  bar.observation.bound === 'exact' ? `${stageText(bar)}${seriesUnit(bar.indicator.seriesScale, bar.indicator.unitMeasure)}` : phraseCell(bar)

export const summary = (model: StageBarsModel): string =>
  stageRows(model)
    .map((row) => `${row.name}${'text' in row ? row.text : withUnit(row)}`)
    .join('，')

export const table = (model: StageBarsModel): PanelTable => ({
  columns: ['环节', '数值', '比率', '期间', '状态'],
  rows: stageRows(model).map((row) =>
    'text' in row ? [row.name, row.text, '', '', ''] : [row.name, withUnit(row), row.rate ?? '', periodCell(row.observation), statusCell(row.observation)]
  )
})
