import * as z from 'zod/mini'
import { ranksOf } from '#contract/composite.ts'
import type { Composite, CompositeInput, Indicator } from '#contract/indicator.ts'
import { monthText } from '#format/period.ts'
import { leagueFigures } from './league-head.ts'
import { capOf, leagueOf } from './league.ts'
import { labelOf, type PanelData } from './panel-data.ts'
import type { PanelTable } from './panel-table.ts'

export const options = z.object({ composite: z.string() })
export type LeagueRulesOptions = z.infer<typeof options>

export interface LeagueRule {
  readonly title: string
  readonly lines: readonly string[]
}

export interface LeagueRulesModel {
  readonly hidden: boolean
  /** Empty where there is no score. */
  readonly rules: readonly LeagueRule[]
}

const NUMERALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
/** 两 places, but 11 of them. */
const counted = (count: number): string => NUMERALS[count] ?? String(count)

/** The latest month in which some shared a rank: an example that is told only while ranks are shown. */
function tieExample(data: PanelData<LeagueRulesOptions>): string | null {
  const months = leagueOf(data, data.options.composite)?.history ?? []
  for (const scores of months.toReversed()) {
    const ranks = ranksOf(scores.map(({ value }) => value))
    const shared = ranks.find((rank) => rank !== null && ranks.filter((other) => other === rank).length > 1) ?? null
    if (shared === null) continue
    const count = ranks.filter((rank) => rank === shared).length
    const without = count === 2 ? `第${shared + 1}` : `第${shared + 1}至第${shared + count - 1}`
    return `如${monthText(scores[0]?.period ?? '', true)}${counted(count)}地并列第${shared}，无${without}`
  }
  return null
}

function ties(data: PanelData<LeagueRulesOptions>, { decimals }: Indicator, hidden: boolean): LeagueRule {
  const example = hidden ? null : tieExample(data)
  return { title: '并列怎么排', lines: ['得分相同名次相同，其后名次顺延', example ?? `得分取${decimals}位小数，以印出来的为准`] }
}

function missing({ maxMissing, inputs }: Composite, hidden: boolean): LeagueRule {
  const none = hidden ? '当月不计，线断开' : '当月不排名，线断开'
  const title = '缺报怎么算'
  if (maxMissing === 0) return { title, lines: [`缺任何一项，${none}`] }
  const few = maxMissing === 1 ? '缺一项' : `缺${counted(maxMissing)}项以内`
  const many = maxMissing + 1 >= inputs.length ? '全部缺报' : `缺${counted(maxMissing + 1)}项以上`
  return { title, lines: [`${few}按其余权重折算并标※`, `${many}${none}`] }
}

const METHODS = { target: '按目标完成率折算', range: '按上下限之间的位置折算', points: '直接报分' } as const
const methodOf = ({ normalisation }: CompositeInput): keyof typeof METHODS => normalisation?.method ?? 'points'

function scale({ inputs }: Composite, indicators: readonly Indicator[], hidden: boolean): LeagueRule {
  const nameOf = (id: string): string => {
    const found = indicators.find((indicator) => indicator.id === id)
    return found === undefined ? id : labelOf(found)
  }
  const methods = [...new Set(inputs.map(methodOf))]
  const how = methods.map((method) => {
    const own = inputs.filter((input) => methodOf(input) === method)
    const caps = method === 'points' ? [] : [...new Set(own.map(capOf))]
    const names = methods.length === 1 ? '各项' : own.map(({ indicator }) => nameOf(indicator)).join('、')
    return `${names}${METHODS[method]}${caps.length === 0 ? '' : `，封顶${caps.join('、')}`}`
  })
  const down = inputs.flatMap((input) => (input.direction === 'down' ? [nameOf(input.indicator)] : []))
  return {
    title: '得分怎么来',
    lines: [...how, ...(down.length === 0 ? [] : [`${down.join('、')}越低越好`]), hidden ? '增减与来源可逐项点开' : '数值与来源可逐项点开']
  }
}

const hiding = (hidden: boolean): LeagueRule =>
  hidden
    ? { title: '名次已隐藏', lines: ['由后台设定，接口里也没有得分和名次', '只留各县自己的增减，按区划代码排列'] }
    : { title: '什么时候隐藏名次', lines: ['有客参观或数据未齐时由后台隐藏', '只留各县自己的变化，不留排序'] }

/** The published method in words, from the method itself. */
export function model(data: PanelData<LeagueRulesOptions>): LeagueRulesModel {
  const { answer } = data
  const hidden = answer.ranksHidden === true
  const indicator = answer.indicators.find(({ id }) => id === data.options.composite)
  const composite = indicator?.composite
  if (indicator === undefined || composite === undefined || leagueFigures(data, indicator).length === 0) return { hidden, rules: [] }
  return { hidden, rules: [ties(data, indicator, hidden), missing(composite, hidden), scale(composite, answer.indicators, hidden), hiding(hidden)] }
}

export const summary = ({ rules }: LeagueRulesModel): string =>
  rules.length === 0 ? '晾晒办法：本期没有得分' : `晾晒办法：${rules.map(({ title, lines }) => `${title}，${lines.join('，')}`).join('；')}`

export const table = ({ rules }: LeagueRulesModel): PanelTable => ({
  columns: ['问题', '办法'],
  rows: rules.map(({ title, lines }) => [title, lines.join('；')])
})
