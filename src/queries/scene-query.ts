import { queryOptions, replaceEqualDeep, type QueryClient } from '@tanstack/react-query'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { isPast } from '#format/clock.ts'
import { announcedRelease } from './announced.ts'
import { confirm } from './confirmed.ts'
import { request, RequestError } from './request.ts'

interface SceneParams {
  readonly id: string
  readonly region?: string
  readonly release?: number
}

const isAnswer = (data: unknown): data is SceneAnswer => typeof data === 'object' && data !== null && 'release' in data

/** An older release never replaces a newer one, and what says the same stays the same object: its charts are left alone. */
function keptOr(old: unknown, next: unknown): unknown {
  const kept = isAnswer(old) && isAnswer(next) && next.release < old.release ? old : replaceEqualDeep(old, next)
  if (isAnswer(kept) && (kept === next || !isAnswer(next) || next.release === kept.release)) confirm(kept)
  return kept
}

/**
 * Answers can come out of order, from a cache on the way or from a server that was set back: what is older than what the
 * page has or was told of is a failure, so that the screen says that it is not up to date.
 */
function checkRelease(client: QueryClient, queryKey: readonly unknown[], { release }: SceneAnswer): void {
  const old = client.getQueryData(queryKey)
  const known = Math.max(announcedRelease(client), isAnswer(old) ? old.release : 0)
  if (release < known) throw new RequestError(`release ${release} after ${known}`, undefined, true)
}

/** Everything one scene draws, but for the boundaries. A pinned release never changes, so it is never older than itself. */
export const sceneQuery = ({ id, region, release }: SceneParams) =>
  queryOptions({
    queryKey: ['scene', id, region ?? null, release ?? null],
    queryFn: async ({ signal, client, queryKey }) => {
      const answer = await request('scene', { id, region, release }, signal)
      if (answer.scene.id !== id) throw new RequestError(`${answer.scene.id} in place of ${id}`)
      if (release === undefined) checkRelease(client, queryKey, answer)
      isPast(answer.publishedAt)
      return answer
    },
    structuralSharing: keptOr
  })
