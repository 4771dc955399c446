import type { SceneAnswer } from '#contract/endpoints.ts'
import { pathTo } from '#contract/region-tree.ts'

/**
 * 全市: what a figure is for, where that is a wider area than the region that is looked at, up to the pack's root; null where it is
 * not. Of two such areas with one word for their whole each is told by its name.
 */
export function widerScope({ regions, region, root, top = root }: Pick<SceneAnswer, 'regions' | 'region' | 'root' | 'top'>, refArea: string): string | null {
  const wider = pathTo(regions, region, top).slice(0, -1)
  const found = wider.find(({ code }) => code === refArea)
  if (found === undefined) return null
  return wider.some((other) => other !== found && other.wholeScope === found.wholeScope) ? found.name : found.wholeScope
}
