import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Indicator } from '#contract/indicator.ts'
import type { Observation } from '#contract/observation.ts'
import { comparePeriods, endPointOf, startPointOf } from '#contract/period.ts'
import { periodText } from '#format/period.ts'
import { seriesUnit } from '#format/phrase.ts'
import { labelOf } from './panel-data.ts'
import { periodCell } from './panel-table.ts'

const DEMO_SOURCE = '演示数据，由脚本生成'

/** A pack's source by its publisher and the period it printed, any other by the words it was reported with. */
export function sourceName({ source, origin }: Observation, { sources }: Pick<SceneAnswer, 'sources'>): string {
  if (origin === 'demo') return DEMO_SOURCE
  const found = sources.find(({ id }) => id === source)
  return found === undefined ? source : [found.publisher ?? found.title, found.period].filter((part) => part !== undefined).join(' ')
}

/** Every source of what is shown, and what the marks of demo figures are. */
export function sourceText(observations: readonly Observation[], answer: Pick<SceneAnswer, 'sources'>): string {
  const demo = observations.some(({ origin }) => origin === 'demo')
  const names = new Set(observations.filter(({ origin }) => origin !== 'demo').map((o) => sourceName(o, answer)))
  if (names.size === 0) return demo ? '来源：演示数据，由脚本生成，不是统计数据，不作考核依据' : ''
  return `来源：${[...names].join('、')}${demo ? '；斜纹、虚线、空心为演示数据，不作考核依据' : ''}`
}

/** `服务回归项目，个`: the one thing that is counted, or the one unit of several. */
export function unitText(indicators: readonly Indicator[]): string {
  const units = new Set(
    indicators.filter(({ valueList }) => valueList === undefined).map(({ seriesScale, unitMeasure }) => seriesUnit(seriesScale, unitMeasure))
  )
  const [only] = indicators
  if (only === undefined) return ''
  return indicators.length === 1 ? `${labelOf(only)}，${[...units].join('')}` : units.size === 1 ? `单位：${[...units].join('')}` : ''
}

const isSeries = ({ freq }: Observation): boolean => freq !== '_Z'

/** What period all of it covers: of a series from its first to its last, of single figures that of most, which the others name beside them. */
export function coverText(observations: readonly Observation[], looked?: string): string {
  const series = observations.filter(isSeries)
  if (looked !== undefined && series.length > 0) return periodText(looked)
  const single = observations.filter((o) => !isSeries(o))
  const known = single.filter(({ obsStatus }) => obsStatus !== 'F')
  return single.length === 0 ? seriesText(series) : mostText(known.length > 0 ? known : single)
}

/** Without the periods of a series before its last. */
export function lastOf(observations: readonly Observation[]): readonly Observation[] {
  const ends = observations.filter(isSeries).map(({ timePeriod }) => timePeriod)
  const last = ends.toSorted(comparePeriods).at(-1)
  return observations.filter((o) => !isSeries(o) || o.timePeriod === last)
}

const FEW = 3

/** All periods that there are, each once: a few by themselves, many from the first to the last. */
export function periodsText(observations: readonly Observation[]): string {
  const texts = [...new Set(observations.map(periodCell))]
  if (texts.length <= FEW) return texts.join('、')
  const ends = observations.flatMap(({ timePeriod }) => endPointOf(timePeriod) ?? []).toSorted(comparePeriods)
  const [first, last] = [ends[0], ends.at(-1)]
  return first === undefined || last === undefined ? '' : first === last ? `截至${periodText(last)}` : `${periodText(first)}至${periodText(last)}，各见其数`
}

/** `除注明外，截至2022年10月`; empty where most have none in common. */
function mostText(observations: readonly Observation[]): string {
  const counts = new Map<string, number>()
  for (const o of observations) counts.set(periodCell(o), (counts.get(periodCell(o)) ?? 0) + 1)
  const [[text, count] = ['', 0]] = [...counts].toSorted((a, b) => b[1] - a[1])
  if (counts.size === 1) return text
  return count * 2 > observations.length ? `除注明外，${text}` : ''
}

function seriesText(series: readonly Observation[]): string {
  const periods = series.map(({ timePeriod }) => timePeriod).toSorted(comparePeriods)
  const [first, last] = [periods[0], periods.at(-1)]
  if (first === undefined || last === undefined) return ''
  const [from, to] = [startPointOf(first), endPointOf(last)]
  return first === last || from === null || to === null ? periodText(last) : periodText(`${from}/${to}`)
}

/** What each indicator counts in the source's words, then the notes of single figures; one that says nothing is left to the source card. */
export function definitionLines(observations: readonly Observation[], { indicators }: Pick<SceneAnswer, 'indicators'>): readonly string[] {
  const used = indicators.filter(({ id }) => observations.some(({ indicator }) => indicator === id))
  const notes = used.flatMap((indicator) => {
    const own = new Set(observations.flatMap((o) => (o.indicator === indicator.id && o.origin !== 'demo' && o.note !== undefined ? [o.note] : [])))
    return [...own].map((note) => [labelOf(indicator), note.replace(/^口径：/, '')] as const)
  })
  const said = used.flatMap((indicator) => (indicator.definition === null ? [] : [[labelOf(indicator), indicator.definition] as const]))
  return [...new Set([...said, ...notes].map(([name, text]) => `${name}：${text}`))]
}
