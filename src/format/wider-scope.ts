import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Observation } from '#contract/observation.ts'
import { pathTo } from '#contract/region-tree.ts'

export type Scoped = Pick<Observation, 'refArea' | 'scope'>

/**
 * 全市: what a figure is for, where that is of a wider area than the region that is looked at, up to the pack's root; null where it is
 * not. A figure of a part of such an area has its own word (市本级). Of two areas with one word for their whole each is told by its name.
 */
export function widerScope(
  { regions, region, root, top = root }: Pick<SceneAnswer, 'regions' | 'region' | 'root' | 'top'>,
  { refArea, scope }: Scoped
): string | null {
  const wider = pathTo(regions, region, top).slice(0, -1)
  const found = wider.find(({ code }) => code === refArea)
  if (found === undefined) return null
  if (scope !== found.wholeScope) return scope
  return wider.some((other) => other !== found && other.wholeScope === scope) ? found.name : scope
}

const CLAUSE = /[，\n]/

/** Whether the word stands in what is printed, as a clause of its own. */
export const isSaid = (word: string, printed: string): boolean => printed.split(CLAUSE).includes(word)
