import { isEmpty, observationsOf } from '#charts/panel-data.ts'
import type { Panel } from '#contract/scene.ts'
import { staleness, type Staleness } from '#view/staleness.ts'
import type { SceneState } from './scene-context.ts'

export type PanelState = { readonly kind: 'live' | 'offline' | 'empty' } | { readonly kind: 'stale'; readonly staleness: Staleness }

/** What a panel with an answer is in. Empty outranks offline, offline outranks stale. */
export function panelStateOf(panel: Panel, scene: SceneState, drawsWithoutData: boolean, now: number): PanelState {
  if (!drawsWithoutData && isEmpty({ panel, answer: scene.answer })) return { kind: 'empty' }
  if (scene.offline) return { kind: 'offline' }
  const late =
    scene.view.release === undefined ? staleness(scene.answer.indicators, observationsOf({ panel, answer: scene.answer }), now, scene.timeZone) : null
  return late === null ? { kind: 'live' } : { kind: 'stale', staleness: late }
}
