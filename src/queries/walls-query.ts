import { queryOptions } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { ProblemDetails } from '#contract/problem.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { WallReloadAnswer, wallReloadPath, WallsAnswer, wallsPath } from '#contract/walls.ts'
import { WAIT } from '#tokens/durations.ts'
import { RequestError } from './request.ts'

/** Milliseconds between two looks at the walls. */
export const WALLS_EVERY = 5_000

const jsonOf = async (response: Response): Promise<unknown> => response.json().catch(() => undefined)

/** The server's own words for a refusal, in Chinese; its status where it has none. */
async function refusal(response: Response): Promise<RequestError> {
  const { success, data } = ProblemDetails.safeParse(await jsonOf(response))
  const words = success ? [data.title, data.detail ?? []].flat().join('：') : `服务器答复异常（${response.status}）`
  return new RequestError(words, response.status)
}

/** One request, given up in time. @throws RequestError, ZodError for another shape, TypeError without a network */
async function ask<T>(path: string, schema: z.ZodMiniType<T>, init: RequestInit): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), WAIT.request)
  try {
    const response = await fetch(path, { ...init, signal: controller.signal })
    if (!response.ok) throw await refusal(response)
    const { success, data, error } = parseTolerantly(schema, await jsonOf(response))
    if (!success) throw error
    return data
  } finally {
    clearTimeout(timer)
  }
}

const accept = { accept: 'application/json' }

/** All walls that have reported. What was listed last stays while the server is away. */
export const wallsQuery = () =>
  queryOptions({ queryKey: ['walls'], queryFn: () => ask(wallsPath, WallsAnswer, { headers: accept }), refetchInterval: WALLS_EVERY })

export interface ReloadRequest {
  readonly id: string
  /** The operator's. */
  readonly token: string
}

/** Asks a wall to load anew, with its next report. @throws RequestError in the server's words */
export const reloadWall = ({ id, token }: ReloadRequest): Promise<{ readonly reloadAskedAt: string }> =>
  ask(wallReloadPath.replace(':id', encodeURIComponent(id)), WallReloadAnswer, { method: 'POST', headers: { ...accept, authorization: `Bearer ${token}` } })
