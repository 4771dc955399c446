import { panelTitle } from '#charts/sheet.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'

/** What a panel is called where it stands by itself: as in its frame, its pictures and the line that cites it. Undefined where there is none. */
export function titleOfPanel(answer: SceneAnswer, id: string, metric: string | undefined): string | undefined {
  const panel = answer.scene.panels.find((it) => it.id === id)
  return panel === undefined ? undefined : panelTitle({ panel, answer, metric })
}
