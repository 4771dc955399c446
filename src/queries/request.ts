import { endpoints, type EndpointAnswer, type EndpointId, type EndpointInput } from '#contract/endpoints.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { WAIT } from '#tokens/durations.ts'

/** A failed request, with the HTTP status where there was an answer. */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor(
    message: string,
    readonly status?: number
  ) {
    super(message)
  }
}

const endpointOf = (id: EndpointId) => {
  const found = endpoints.find((endpoint) => endpoint.id === id)
  if (found === undefined) throw new RequestError(`no endpoint ${id}`)
  return found
}

/** The address of an endpoint: path parameters filled in, the rest as query, absent ones left out. */
export function addressOf(id: EndpointId, input: object): string {
  const { path } = endpointOf(id)
  const query = new URLSearchParams()
  const filled = Object.entries(input).reduce((address, [key, value]) => {
    if (value === undefined) return address
    if (address.includes(`:${key}`)) return address.replace(`:${key}`, encodeURIComponent(String(value)))
    query.set(key, String(value))
    return address
  }, path as string)
  return query.size === 0 ? filled : `${filled}?${query.toString()}`
}

/** Aborts when the caller does or when time is up (AbortSignal.any is younger than the browser floor). */
function withTimeout(outer: AbortSignal | undefined): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const timer = setTimeout(abort, WAIT.request)
  if (outer?.aborted === true) abort()
  outer?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
  }
}

async function fetchJson(address: string, outer?: AbortSignal): Promise<unknown> {
  const { signal, done } = withTimeout(outer)
  try {
    const response = await fetch(address, { signal, headers: { accept: 'application/json' } })
    if (!response.ok) throw new RequestError(`${address}: HTTP ${response.status}`, response.status)
    return await response.json()
  } finally {
    done()
  }
}

/** Strict where a pack is read, tolerant here: a newer server may add fields, and an open wall must live with that. */
function parsed(id: EndpointId, body: unknown): unknown {
  const result = parseTolerantly<unknown>(endpointOf(id).response, body)
  if (!result.success) throw result.error
  return result.data
}

/**
 * One request: fetched, then parsed by the contract, so that what reaches a panel has the declared shape.
 * @throws RequestError for a bad status, TypeError without a network, ZodError for another shape.
 */
export async function request<Id extends EndpointId>(id: Id, input: EndpointInput<Id>, signal?: AbortSignal): Promise<EndpointAnswer<Id>> {
  const body = await fetchJson(addressOf(id, input), signal)
  return parsed(id, body) as EndpointAnswer<Id>
}
