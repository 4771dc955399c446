import type { PackAnswer } from '#contract/endpoints.ts'
import type { Region } from '#contract/region.ts'

/** What scenes and areas are called on the tablet, and which areas there are to choose. */
export interface Names {
  readonly children: readonly Region[]
  readonly scene: (id: string) => string
  readonly short: (id: string) => string
  readonly region: (code: string | undefined) => string | undefined
  /** `共享食堂 · 衢江区`. */
  readonly place: (place: { readonly scene: string; readonly region?: string }) => string
}

export function namesOf({ info, scenes }: PackAnswer, regions: readonly Region[]): Names {
  const found = (id: string) => scenes.find((scene) => scene.id === id)
  const region = (code: string | undefined): string | undefined => (code === info.root ? undefined : regions.find((it) => it.code === code)?.name)
  const scene = (id: string): string => found(id)?.title ?? id
  return {
    children: regions.filter(({ parent }) => parent === info.root),
    scene,
    short: (id) => found(id)?.shortTitle ?? id,
    region,
    place: (place) => [scene(place.scene), region(place.region) ?? []].flat().join(' · ')
  }
}
