import type { ScoredMap } from '#charts/county-map-scores.ts'
import { labelOf } from '#charts/panel-data.ts'
import type { RankingModel, RankingRow } from '#charts/ranking.ts'
import { bodyOf, type NativeBody } from '#server/render/office/pptx/native-body.ts'
import { single } from './body-of-parts.ts'
import type { NativePoint } from './native-chart.ts'
import { pointOf } from './points.ts'

const scored = (point: NativePoint, reweighted: boolean): NativePoint => (reweighted ? { ...point, text: `${point.text}※`, worded: true } : point)

/** The longest first: a map says where, the bars beside it how much. */
export function mapBody(model: ScoredMap): NativeBody {
  const { areas, indicator, metric, noValues, key } = model
  const ordered = areas.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1))
  const chart =
    indicator === null || metric === null
      ? []
      : [
          single({
            kind: 'bar',
            title: metric.label,
            heading: '地区',
            indicator,
            categories: ordered.map(({ region }) => region.name),
            points: ordered.map(({ observation, reweighted = false }) => scored(pointOf(observation, indicator), reweighted)),
            words: ordered.map(({ region, phrase }) => `${region.name}${phrase}`).join('，')
          })
        ]
  return bodyOf({ map: model, charts: chart, notes: [noValues ?? '', key].filter((note) => note !== '') })
}

/** `▲1`: places won or lost since the month before; empty where none. */
const moveText = ({ move }: RankingRow): string => (move === null || move === 0 ? '' : `　${move > 0 ? '▲' : '▼'}${Math.abs(move)}`)

/** From zero on: bars on a cut axis would show a lead that is not there. */
export function rankingBody({ indicator, rows, key, period }: RankingModel): NativeBody {
  const names = rows.map((row) => `${row.rank ?? '未排名'}　${row.region.name}${moveText(row)}`)
  const points = rows.map(({ observation, reweighted }) => scored(pointOf(observation, indicator), reweighted))
  const words = `${period}${labelOf(indicator)}：${names.map((name, index) => `${name} ${points[index]?.text ?? ''}`).join('，')}`
  const chart = single({ kind: 'bar', title: labelOf(indicator), heading: '名次与地区', indicator, categories: names, points, words })
  const moved = rows.some((row) => moveText(row) !== '') ? ['▲▼ 名次较上月'] : []
  return bodyOf({ charts: [chart], notes: [[...moved, key].filter((text) => text !== '').join('　')].filter((text) => text !== '') })
}
