import * as z from 'zod/mini'
import { addDecimal, divideDecimal, multiplyDecimal } from '#contract/decimal.ts'
import type { Composite, Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { capOf, itemsOf, type LeagueItem } from './league.ts'
import { hasValue, type PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'

/** The scene's title, what the score is made of, and whether ranks are hidden. */
export const options = z.object({
  composite: z.string(),
  display: z.string(),
  line: z.string(),
  /** In place of the line while ranks are hidden. */
  hiddenLine: z.string()
})
export type LeagueHeadOptions = z.infer<typeof options>

export interface LeagueHeadModel {
  readonly display: string
  readonly line: string
  readonly hidden: boolean
  /** What the score is out of: weights times caps. */
  readonly full: string
  /** Empty where there is no score: a method without figures is not shown as if it were in force. */
  readonly items: readonly LeagueItem[]
  /** 名次、得分、权重与规则均为演示; null where none is. */
  readonly demo: string | null
}

/** Scores of the league or, while ranks are hidden, their changes. */
export function leagueFigures({ answer }: Pick<PanelData<unknown>, 'answer'>, indicator: Indicator | undefined): readonly Observation[] {
  const inputs = new Set(indicator?.composite?.inputs.map((input) => input.indicator))
  const changes = new Set(answer.indicators.flatMap(({ id, changeOf = '' }) => (changeOf === indicator?.id || inputs.has(changeOf) ? [id] : [])))
  return answer.observations.filter((o) => hasValue(o) && (inputs.has(o.indicator) || changes.has(o.indicator)))
}

const HUNDRED = '100'

/** 100 where every item is capped at 100. */
export const fullScore = ({ inputs }: Composite): string => {
  const sum = inputs.reduce((total, input) => addDecimal(total, multiplyDecimal(input.weight, capOf(input))), '0')
  return divideDecimal(sum, HUNDRED, 0)
}

function demoText(figures: readonly Observation[], hidden: boolean): string | null {
  const demo = figures.filter(({ origin }) => origin === 'demo').length
  if (demo === 0) return null
  if (demo < figures.length) return '部分得分为演示'
  return hidden ? '得分、权重与规则均为演示' : '名次、得分、权重与规则均为演示'
}

export function model(data: PanelData<LeagueHeadOptions>): LeagueHeadModel {
  const { answer, options: chosen } = data
  const indicator = answer.indicators.find(({ id }) => id === chosen.composite)
  const figures = leagueFigures(data, indicator)
  const hidden = answer.ranksHidden === true
  const composite = figures.length === 0 ? undefined : indicator?.composite
  return {
    display: chosen.display,
    line: hidden ? chosen.hiddenLine : chosen.line,
    hidden,
    full: composite === undefined ? '' : fullScore(composite),
    items: composite === undefined ? [] : itemsOf(answer.indicators, composite),
    demo: demoText(figures, hidden)
  }
}

export const summary = ({ display, hidden, items, full }: LeagueHeadModel): string =>
  [
    display,
    ...(hidden ? ['名次已隐藏'] : []),
    ...(items.length === 0 ? ['本期没有得分'] : [`综合得分满分${full}：${items.map(({ label, weight }) => `${label}${weight}%`).join('，')}`])
  ].join('，')

export const table = ({ items }: LeagueHeadModel): PanelTable => ({
  columns: ['分项', '权重'],
  rows: items.map(({ label, weight }) => [label, `${weight}%`])
})
