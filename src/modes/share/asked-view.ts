import { observationsOf, periodObservationsOf } from '#charts/panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'
import { hasPeriod, seriesPeriods } from '#contract/series-periods.ts'
import type { View } from '#view/codec.ts'

type Known = Pick<SceneAnswer, 'indicators' | 'observations'>

/** The view without what the scene knows nothing of: a metric of another scene, a month that its series do not have. A file of either is refused. */
export function inScene({ metric, period, ...view }: View, { indicators, observations }: Known): View {
  const shows = ({ id }: { readonly id: string }): boolean => id === metric
  return {
    ...view,
    ...(metric !== undefined && indicators.some(shows) ? { metric } : {}),
    ...(period !== undefined && hasPeriod(period, seriesPeriods(observations)) ? { period } : {})
  }
}

/** As `inScene`, for one panel of it: what others beside it show is none of its own. */
export function inPanel(view: View, panel: Panel, answer: SceneAnswer): View {
  const observations = [observationsOf, periodObservationsOf].flatMap((of) => of({ panel, answer }))
  const own = new Set([...panel.needs, ...observations].map(({ indicator }) => indicator))
  return inScene(view, { indicators: answer.indicators.filter(({ id }) => own.has(id)), observations })
}
