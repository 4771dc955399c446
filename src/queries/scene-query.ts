import { queryOptions } from '@tanstack/react-query'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { request } from './request.ts'

interface SceneParams {
  readonly id: string
  readonly region?: string
  readonly release?: number
}

const isAnswer = (data: unknown): data is SceneAnswer => typeof data === 'object' && data !== null && 'release' in data

/** Answers can arrive out of order: an older release never replaces a newer one. */
const newerOf = (old: unknown, next: unknown): unknown => (isAnswer(old) && isAnswer(next) && next.release < old.release ? old : next)

/** Everything one scene draws, but for the boundaries. A pinned release never changes, so it is never older than itself. */
export const sceneQuery = ({ id, region, release }: SceneParams) =>
  queryOptions({
    queryKey: ['scene', id, region ?? null, release ?? null],
    queryFn: ({ signal }) => request('scene', { id, region, release }, signal),
    structuralSharing: newerOf
  })
