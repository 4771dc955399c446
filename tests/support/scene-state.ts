import type { Snapshot } from '#contract/snapshot.ts'
import type { SceneState } from '#panel-kit/scene-context.ts'
import { THEMES } from '#tokens/themes.ts'
import { answerOf } from '#tests/support/panel-data.ts'

/** What the panels of a snapshot's first scene share on a wall where all is well. */
export const sceneState = (snapshot: Snapshot, more: Partial<SceneState> = {}): SceneState => ({
  answer: answerOf(snapshot),
  boundaries: undefined,
  boundariesFailed: false,
  map: snapshot.document.info.map,
  form: 'wall',
  frame: 'wall',
  rem: 16,
  theme: THEMES.ink,
  view: {},
  setView: () => undefined,
  timeZone: 'Asia/Shanghai',
  fetchedAt: 0,
  offline: false,
  outage: '',
  nextAttempt: null,
  ...more
})
