import { observationsOf } from '#charts/panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { agoText } from '#format/period.ts'

/** When the newest of the figures came, ISO 8601; nothing where there is none, or it is not known. */
function cameAt(observations: readonly Observation[], { releases = [] }: SceneAnswer): string | undefined {
  const newest = Math.max(0, ...observations.map(({ release }) => release))
  return releases.find(({ release }) => release === newest)?.publishedAt
}

const inWords = (iso: string | undefined, now: number, timeZone: string): string | null => (iso === undefined ? null : `${agoText(iso, now, timeZone)} 更新`)

/** A panel's own age: when its newest figure came. */
export const panelAge = (observations: readonly Observation[], answer: SceneAnswer, now: number, timeZone: string): string | null =>
  inWords(cameAt(observations, answer), now, timeZone)

/** The age of what stands without a title of its own, as great figures do: that of the oldest of these panels, told once for the scene. */
export function untitledAge(answer: SceneAnswer, now: number, timeZone: string): string | null {
  const ages = answer.scene.panels.filter(({ title }) => title === '').flatMap((panel) => cameAt(observationsOf({ panel, answer }), answer) ?? [])
  return inWords(ages.toSorted()[0], now, timeZone)
}
