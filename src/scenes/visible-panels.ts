import { isEmpty } from '#charts/panel-data.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Panel } from '#contract/scene.ts'
import type { Form } from '#view/form.ts'

/** Behind all that have a place in the column. */
const LAST = 1_000

/**
 * The panels that the form has a place for, in reading order: the column's order, then the scene file's.
 * Where one has no data and another of the scene stands in for it, the other takes its place: no space stands empty without a reason.
 */
export function visiblePanels(answer: SceneAnswer, form: Form): readonly Panel[] {
  const placed = answer.scene.panels.filter((panel) => panel.area[form] !== undefined)
  const empty = new Set(placed.filter((panel) => isEmpty({ panel, answer })).map(({ id }) => id))
  const standIns = placed.filter(({ id, standsInFor }) => standsInFor !== undefined && !empty.has(id))
  const replaced = new Set(standIns.flatMap(({ standsInFor }) => (standsInFor !== undefined && empty.has(standsInFor) ? [standsInFor] : [])))
  const shown = placed.filter(({ id, standsInFor }) => (standsInFor === undefined ? !replaced.has(id) : replaced.has(standsInFor) && !empty.has(id)))
  return shown.toSorted((a, b) => (a.area.column?.order ?? LAST) - (b.area.column?.order ?? LAST))
}
