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
  /** Of several that could stand in for one, the first of the file does. */
  const standIns = new Map(
    placed
      .toReversed()
      .flatMap(({ id, standsInFor }) => (standsInFor !== undefined && !empty.has(id) && empty.has(standsInFor) ? [[standsInFor, id] as const] : []))
  )
  const shown = placed.filter(({ id, standsInFor }) => (standsInFor === undefined ? !standIns.has(id) : standIns.get(standsInFor) === id))
  return shown.toSorted((a, b) => (a.area.column?.order ?? LAST) - (b.area.column?.order ?? LAST))
}
