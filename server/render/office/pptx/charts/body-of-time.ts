import type { CountyTrendsModel } from '#charts/county-trends.ts'
import type { DotRhythmModel } from '#charts/dot-rhythm.ts'
import { labelOf } from '#charts/panel-data.ts'
import type { RankHistoryModel } from '#charts/rank-history.ts'
import type { RidgelineModel } from '#charts/ridgeline.ts'
import type { SessionWaveModel } from '#charts/session-wave.ts'
import type { TrendModel } from '#charts/trend.ts'
import { phraseCell, statusCell } from '#charts/panel-table.ts'
import { periodText } from '#format/period.ts'
import { bodyOf, type NativeBody } from '#server/render/office/pptx/native-body.ts'
import { single, totals, unitOf } from './body-of-parts.ts'
import { ofNothing, type NativePoint } from './native-chart.ts'
import { pointOf } from './points.ts'

const UNREPORTED = '未报'

export function trendBody({ indicator, points, figures, noSeries, shape, milestones, regionName }: TrendModel): NativeBody {
  if (indicator === null || points.length === 0) return bodyOf({ figures: totals(figures), notes: [noSeries] })
  const chart = single({
    kind: shape === 'columns' ? 'column' : 'line',
    title: `${regionName ?? ''}${labelOf(indicator)}`,
    heading: '期间',
    indicator,
    categories: points.map(({ period }) => period),
    points: points.map(({ observation }) => (observation === null ? ofNothing(UNREPORTED) : pointOf(observation, indicator))),
    words: `${labelOf(indicator)}，${points.length}个月`
  })
  const end = chart.series[0]?.points.findLast(({ value }) => value !== null)
  const told = end !== undefined && figures.some((figure) => phraseCell(figure) === `${end.text}${end.worded ? '' : chart.unit}`)
  const marks = milestones.map(({ index, label }) => `${periodText(points[index]?.period ?? '')} ${label}`)
  return bodyOf({ figures: totals(figures), charts: [{ ...chart, told }], notes: marks.length === 0 ? [] : [`大事：${marks.join('；')}`] })
}

export function countyTrendsBody({ indicator, months, lines, noSeries }: CountyTrendsModel): NativeBody {
  if (months.length === 0) return bodyOf({ notes: [noSeries] })
  const series = lines.map(({ region, points, own }) => ({
    name: region.name,
    strong: own,
    points: points.map(({ observation }) => (observation === null ? ofNothing(UNREPORTED) : pointOf(observation, indicator)))
  }))
  const words = `${labelOf(indicator)}，${series.map(({ name }) => name).join('、')}，${months.length}个月`
  const chart = {
    kind: 'line',
    title: labelOf(indicator),
    unit: unitOf(indicator),
    decimals: indicator.decimals,
    heading: '期间',
    categories: months,
    series,
    words
  } as const
  return bodyOf({ charts: [chart] })
}

/** `线断处：常山县2022年3月缺报`, `并列：2022年6月衢江区、开化县同为第3`: what lines alone do not say. */
function ranksNotes({ months, lines, gaps, ties }: RankHistoryModel): string[] {
  const month = (index: number): string => periodText(months[index] ?? '')
  const broken = gaps.map(({ region, from, to, word }) => `${region.name}${from === to ? month(from) : `${month(from)}至${month(to)}`}${word}`)
  const equal = ties.map((tie) => {
    const names = lines.flatMap(({ region, points }) => (points[tie.month]?.rank === tie.rank ? [region.name] : []))
    return `${month(tie.month)}${names.join('、')}并列第${tie.rank}`
  })
  return [...(broken.length === 0 ? [] : [`线断处：${broken.join('；')}`]), ...(equal.length === 0 ? [] : [`并列：${equal.join('；')}`])]
}

/** Places month by month, the first on top. */
export function ranksBody(model: RankHistoryModel): NativeBody {
  const { indicator, months, lines, rows, period } = model
  const series = lines.map(({ region, points, marked }) => ({
    name: region.name,
    strong: marked,
    points: points.map((point, month): NativePoint => {
      if (point === null) return ofNothing('未排名')
      const { rank, observation } = point
      return {
        value: String(rank),
        text: String(rank),
        worded: false,
        demo: observation.origin === 'demo',
        status: statusCell(observation),
        period: months[month] ?? ''
      }
    })
  }))
  const words = `${period}${indicator.name}：${rows.map(({ region, rank }) => `${rank ?? '未排名'} ${region.name}`).join('，')}`
  const chart = { kind: 'ranks', title: `${indicator.name}名次`, unit: '名次', decimals: 0, heading: '期间', categories: months, series, words } as const
  return bodyOf({ charts: [chart], notes: ranksNotes(model) })
}

export function rhythmBody({ months, lanes, noSeries }: DotRhythmModel): NativeBody {
  const [first] = lanes
  if (first === undefined || months.length === 0) return bodyOf({ notes: [noSeries] })
  const series = lanes.map(({ label, accent, cells, indicator }) => ({
    name: label,
    strong: accent,
    unit: unitOf(indicator),
    points: cells.map(({ observation, text }) => (observation === null ? ofNothing(text) : pointOf(observation, indicator)))
  }))
  const { indicator } = first
  const words = `${lanes.map(({ label }) => label).join('、')}，${months.length}个月`
  return bodyOf({
    charts: [{ kind: 'column', title: '刊发', unit: unitOf(indicator), decimals: indicator.decimals, heading: '期间', categories: months, series, words }]
  })
}

export function waveBody({ indicator, total, sessions, split }: SessionWaveModel): NativeBody {
  const figures = total === null ? [] : [{ ...total, label: labelOf(total.indicator) }]
  if (indicator === null || !split) return bodyOf({ figures, notes: ['逐期数据未公布'] })
  const names = sessions.map(({ number, name }) => (name === '' ? `第${number}期` : `${number}　${name}`))
  const points = sessions.map(({ demands, text }) => (demands === null ? ofNothing(text) : pointOf(demands, indicator)))
  const words = names.map((name, index) => `${name} ${points[index]?.text ?? ''}`).join('，')
  return bodyOf({ figures, charts: [single({ kind: 'column', title: labelOf(indicator), heading: '期次', indicator, categories: names, points, words })] })
}

/** Day after day; a day that nothing is known of breaks the line. */
export function ridgesBody({ indicator, months }: RidgelineModel): NativeBody {
  const days = months.flatMap(({ period, length, days: own }) =>
    Array.from({ length }, (_, index) => ({
      date: `${period}-${String(index + 1).padStart(2, '0')}`,
      observation: own.find(({ day }) => day === index + 1)?.observation ?? null
    }))
  )
  const points = days.map(({ observation }) => (observation === null ? ofNothing(UNREPORTED) : pointOf(observation, indicator)))
  const words = `${labelOf(indicator)}，逐日，${days[0]?.date ?? ''}至${days.at(-1)?.date ?? ''}`
  return bodyOf({
    charts: [single({ kind: 'line', title: `${labelOf(indicator)} 逐日`, heading: '日期', indicator, categories: days.map(({ date }) => date), points, words })]
  })
}
