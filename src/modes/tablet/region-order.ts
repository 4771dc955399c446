import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'
import type { Region } from '#contract/region.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { model, type RankingModel } from '#charts/ranking.ts'
import type { View } from '#view/codec.ts'
import { byValue, regionRows } from './region-rows.ts'

const panelFor = (indicator: string): Panel => ({ id: 'league', kind: 'ranking', title: '', needs: [{ indicator, area: 'children', freq: 'M' }], area: {} })

/** The ranking by the scene's first score, as of the period that is looked at; null without one. */
export function leagueIn(answer: SceneAnswer, period: string | undefined): RankingModel | null {
  if (answer.ranksHidden === true) return null
  const scored = answer.indicators.find(({ composite }) => composite !== undefined)
  if (scored === undefined) return null
  return model({ panel: panelFor(scored.id), options: { composite: scored.id }, answer, ...(period === undefined ? {} : { period }) })
}

/** The order in which one leafs from area to area: by rank, else by the metric that is looked at. Hidden ranks are not told by it. */
export function regionOrder(answer: SceneAnswer, view: Pick<View, 'metric' | 'period'>): readonly Region[] {
  if (answer.ranksHidden === true) return childrenOf(answer.regions, answer.root)
  const league = leagueIn(answer, view.period)
  if (league !== null) return league.rows.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity)).map(({ region }) => region)
  const metric = view.metric ?? regionRows(answer, '')[0]?.indicator.id
  return metric === undefined ? childrenOf(answer.regions, answer.root) : byValue(answer, metric, view.period)
}

/** The one before and the one behind; the last is followed by the first. */
export function neighbours(order: readonly Region[], code: string): { readonly before: Region | undefined; readonly behind: Region | undefined } {
  const at = order.findIndex((region) => region.code === code)
  if (at < 0) return { before: undefined, behind: undefined }
  return { before: order.at(at - 1), behind: order[(at + 1) % order.length] }
}
