import type * as z from 'zod/mini'
import type { ChartContext, PanelData } from '#charts/panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import type { Panel } from '#contract/scene.ts'
import { boundariesAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { THEMES } from '#tokens/themes.ts'

/** The value, or a failed test: strict types without casts. */
export function must<T>(value: T | null | undefined, what = 'value'): T {
  if (value === null || value === undefined) throw new Error(`the test has no ${what}`)
  return value
}

export const answerOf = (snapshot: Snapshot, region?: string): SceneAnswer => sceneAnswer(snapshot, { id: must(snapshot.document.scenes[0]).id, region })

export const panelOf = ({ scene }: Pick<SceneAnswer, 'scene'>, id: string): Panel =>
  must(
    scene.panels.find((panel) => panel.id === id),
    `panel ${id}`
  )

interface Wanted {
  readonly region?: string
  readonly metric?: string
  readonly period?: string
  /** In place of the panel's own options. */
  readonly options?: object
}

/** What a panel's model gets from a snapshot, as the screen would hand it over. */
export function dataOf<Options>(
  snapshot: Snapshot,
  id: string,
  schema: z.ZodMiniType<Options>,
  { region, metric, period, options }: Wanted = {}
): PanelData<Options> {
  const answer = answerOf(snapshot, region)
  const panel = panelOf(answer, id)
  const boundaries = boundariesAnswer(snapshot, { code: answer.root, context: '1' })
  return { panel, answer, boundaries, metric, period, options: schema.parse(options ?? panel.options ?? {}) }
}

/** The snapshot with each observation changed, or dropped where `change` gives nothing. */
export const changed = (snapshot: Snapshot, change: (o: Observation) => Observation | null): Snapshot => ({
  ...snapshot,
  observations: snapshot.observations.flatMap((o) => change(o) ?? [])
})

export const context = (more: Partial<ChartContext> = {}): ChartContext => ({ width: 464, height: 220, rem: 16, theme: THEMES.ink, muted: false, ...more })
