import type { Region } from '#contract/region.ts'

/** Whether one can go a level down: a region without parts has none to show. */
export const canEnter = (regions: readonly Region[], code: string): boolean => regions.some((region) => region.parent === code)

/** From `top` down to the region, both included; nothing where the region is no part of `top`. */
export function pathTo(regions: readonly Region[], code: string, top: string): Region[] {
  const known = new Map(regions.map((region) => [region.code, region]))
  const path: Region[] = []
  for (let at = known.get(code); at !== undefined && !path.includes(at); at = known.get(at.parent ?? '')) {
    path.unshift(at)
    if (at.code === top) return path
  }
  return []
}
