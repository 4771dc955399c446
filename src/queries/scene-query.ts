import { queryOptions, replaceEqualDeep, type QueryClient } from '@tanstack/react-query'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { isPast } from '#format/clock.ts'
import { announcement } from './announced.ts'
import { confirm, confirmedMoment, noteFailure } from './confirmed.ts'
import { request, RequestError } from './request.ts'
import { orStored } from './stand-in.ts'

interface SceneParams {
  readonly id: string
  /** Only this panel of it. */
  readonly panel?: string
  readonly region?: string
  /** The region whose parts are shown, where it is not the pack's root. */
  readonly root?: string
  readonly release?: number
}

const isAnswer = (data: unknown): data is SceneAnswer => typeof data === 'object' && data !== null && 'release' in data

/** What says the same stays the same object, and its charts are left alone; what the query function lets through has been confirmed. */
function keptOr(old: unknown, next: unknown): unknown {
  const kept: unknown = replaceEqualDeep(old, next)
  if (isAnswer(kept)) confirm(kept)
  return kept
}

/** So far an answer may be ahead of a stream that has been down. */
const LEAD = 1_000

/**
 * Answers can come out of order, from a cache on the way or from a server that was set back: what is older than what the
 * page has or was told of is a failure, so that the screen says that it is not up to date. But what the stream has named
 * since the newer one was confirmed is what the server now stands by: it was set back, or somebody else had answered.
 */
function checkRelease(client: QueryClient, queryKey: readonly unknown[], { release }: SceneAnswer, asked: number): void {
  const old = client.getQueryData(queryKey)
  const told = announcement(client)
  // Once taken, a number from nowhere would make every true one look old.
  if (told !== undefined && release > told.release + LEAD) throw new RequestError(`release ${release}, while the stream names ${told.release}`)
  if (isAnswer(old) && told?.release === release && told.moment > confirmedMoment(old)) return
  // What was named while the answer was on its way it cannot know; it is being asked for anew.
  const due = told !== undefined && told.moment <= asked ? told.release : 0
  const known = Math.max(due, isAnswer(old) ? old.release : 0)
  if (release < known) throw new RequestError(`release ${release} after ${known}`, undefined, true)
}

const requested = ({ id, panel, ...place }: SceneParams, signal: AbortSignal): Promise<SceneAnswer> =>
  panel === undefined ? request('scene', { id, ...place }, signal) : request('panel', { scene: id, panel, ...place }, signal)

/** Everything one scene, or one panel of it, draws, but for the boundaries. A pinned release never changes, so it is never older than itself. */
export const sceneQuery = ({ id, panel, region, root, release }: SceneParams) =>
  queryOptions({
    queryKey: [...(panel === undefined ? ['scene', id] : ['panel', id, panel]), region ?? null, release ?? null, ...(root === undefined ? [] : [root])],
    queryFn: async ({ signal, client, queryKey }) => {
      const asked = performance.now()
      try {
        const answer = await orStored({ client, queryKey }, () => requested({ id, panel, region, root, release }, signal))
        if (answer.scene.id !== id) throw new RequestError(`${answer.scene.id} in place of ${id}`)
        if (release === undefined) checkRelease(client, queryKey, answer, asked)
        isPast(answer.publishedAt)
        return answer
      } catch (error) {
        if (!signal.aborted) noteFailure()
        throw error
      }
    },
    structuralSharing: keptOr
  })
