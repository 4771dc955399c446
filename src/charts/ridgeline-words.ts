import { periodText } from '#format/period.ts'
import { seriesUnit } from '#format/phrase.ts'
import { absenceText } from '#format/status.ts'
import { extremes } from './extremes.ts'
import { labelOf } from './panel-data.ts'
import { statusCell, type PanelTable } from './panel-table.ts'
import type { RidgeDay, RidgelineModel, RidgeMonth, RidgeValue } from './ridgeline.ts'

const unitOf = ({ indicator }: RidgelineModel): string => seriesUnit(indicator.seriesScale, indicator.unitMeasure)

/** `9月10日 中秋` */
export const dayName = ({ date, name }: Pick<RidgeDay, 'date' | 'name'>): string =>
  `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日${name === null ? '' : ` ${name}`}`

/** `开展直播（2022年1月至2022年9月）：2022年9月最多，7,390次；2022年2月最少，2,780次；最高一日9月10日 中秋，1,063次`. */
export function summary(model: RidgelineModel): string {
  const { months, indicator, peaks } = model
  const unit = unitOf(model)
  const [first, last] = [months[0], months.at(-1)]
  const span = first === undefined || last === undefined ? '' : `（${periodText(first === last ? first.period : `${first.period}/${last.period}`)}）`
  const compared = months.map(({ period, total, totalText }) => ({
    name: periodText(period),
    value: total?.value ?? null,
    text: total === null ? totalText : `${totalText}${unit}`
  }))
  const [peak] = peaks
  return [`${labelOf(indicator)}${span}：${extremes(compared)}`, ...(peak === undefined ? [] : [`最高一日${dayName(peak)}，${peak.text}${unit}`])].join('；')
}

const monthRow = ({ period, total, totalText }: RidgeMonth, unit: string): string[] => [
  periodText(period),
  total === null ? totalText : `${totalText}${unit}`,
  total === null ? '' : statusCell(total.observation)
]

const dayRow = ({ date, name, text, observation }: RidgeDay, unit: string): string[] => [
  `${periodText(date)}${name === null ? '' : ` ${name}`}`,
  `${text}${unit}`,
  statusCell(observation)
]

/** A month that knows some of its days says which it does not know. */
const gaps = ({ period, days, length }: RidgeMonth): string[][] =>
  days.length === length ? [] : [[`${periodText(period)}其余${length - days.length}日`, absenceText('O'), '']]

const openingRow = ({ observation, text }: RidgeValue, unit: string): string[] => [
  periodText(observation.timePeriod),
  `${text}${unit}`,
  statusCell(observation)
]

export function table(model: RidgelineModel): PanelTable {
  const unit = unitOf(model)
  const months = model.months.flatMap((month) => [
    monthRow(month, unit),
    ...month.days.map((day) => dayRow(day, unit)),
    ...(month.days.length === 0 ? [] : gaps(month))
  ])
  return {
    columns: ['期间', labelOf(model.indicator), '状态'],
    rows: [...(model.opening === null ? [] : [openingRow(model.opening, unit)]), ...months]
  }
}
