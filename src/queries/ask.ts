import type * as z from 'zod/mini'
import { ProblemDetails } from '#contract/problem.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { WAIT } from '#tokens/durations.ts'
import { bearer, beside } from './credential.ts'
import { RequestError } from './request.ts'

const jsonOf = async (response: Response): Promise<unknown> => response.json().catch(() => undefined)

/** The server's own words for a refusal, in Chinese; its status where it has none. */
async function refusal(response: Response): Promise<RequestError> {
  const { success, data } = ProblemDetails.safeParse(await jsonOf(response))
  const words = success ? [data.title, data.detail ?? []].flat().join('：') : `服务器答复异常（${response.status}）`
  return new RequestError(words, response.status)
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  /** Sent as a bearer token in place of the page's own. */
  readonly token?: string
  /** Sent as JSON. */
  readonly body?: object
}

const initOf = ({ method = 'GET', token, body }: Asking): RequestInit => ({
  method,
  headers: {
    accept: 'application/json',
    ...beside(),
    ...bearer(token),
    ...(body === undefined ? {} : { 'content-type': 'application/json' })
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) })
})

/** One request outside the endpoint table, given up in time. @throws RequestError in the server's words, ZodError for another shape, TypeError without a network */
export async function ask<T>(path: string, schema: z.ZodMiniType<T>, asking: Asking = {}): Promise<T> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), WAIT.request)
  try {
    const response = await fetch(path, { ...initOf(asking), signal: controller.signal })
    if (!response.ok) throw await refusal(response)
    const { success, data, error } = parseTolerantly(schema, await jsonOf(response))
    if (!success) throw error
    return data
  } finally {
    clearTimeout(timer)
  }
}
