import { panelTitle } from '#charts/sheet.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'
import { visiblePanels } from '#scenes/visible-panels.ts'

/** A title that stands on the screen by itself, without a figure: there is nothing in it to take. */
const isBare = ({ kind, needs }: Panel): boolean => kind === 'headline' && needs.length === 0

/**
 * What can be taken elsewhere: each panel that is shown on some form of the screen and has figures, or names, of its own. One that is
 * there again under its name for another form, as a wider one or a stand-in, is offered once: as the first form has it.
 */
export function offeredPanels(answer: SceneAnswer, metric: string | undefined): readonly Panel[] {
  const shown = (['wall', 'ultrawide', 'column'] as const).flatMap((form) => visiblePanels(answer, form))
  const byName = new Map<string, Panel>()
  for (const panel of shown.filter((it) => !isBare(it))) {
    const name = `${panel.kind} ${panelTitle({ panel, answer, metric })}`
    if (!byName.has(name)) byName.set(name, panel)
  }
  return [...byName.values()]
}
