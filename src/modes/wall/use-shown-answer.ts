import { useQuery } from '@tanstack/react-query'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { isUnconfirmed } from '#queries/confirmed.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import type { Step } from './player.ts'

/** What the shown scene's own request has brought; this one asks for nothing. */
export function useShownAnswer({ scene, region }: Step): { readonly answer: SceneAnswer | undefined; readonly offline: boolean } {
  const { data, isError } = useQuery({ ...sceneQuery({ id: scene, region }), enabled: false, refetchInterval: false })
  return { answer: data, offline: isError || (data !== undefined && isUnconfirmed(data)) }
}
