import { useQuery } from '@tanstack/react-query'
import { packQuery } from '#queries/pack-query.ts'
import { regionsQuery } from '#queries/regions-query.ts'

export interface Names {
  readonly product: string
  readonly timeZone: string
  /** `总览`, `总览 · 柯城区`. */
  readonly view: (scene: string, region?: string) => string
}

const ownTimeZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What scenes and areas are called; their ids until that is known. */
export function useNames(): Names {
  const { data: pack } = useQuery(packQuery())
  const { data: areas } = useQuery(regionsQuery())
  const sceneName = (id: string): string => pack?.scenes.find((scene) => scene.id === id)?.shortTitle ?? id
  const areaName = (code: string): string => areas?.regions.find((region) => region.code === code)?.name ?? code
  return {
    product: pack?.info.title ?? '',
    timeZone: pack?.info.timeZone ?? ownTimeZone(),
    view: (scene, region) => [sceneName(scene), ...(region === undefined ? [] : [areaName(region)])].join(' · ')
  }
}
