import { endpoints, type EndpointAnswer, type EndpointId, type EndpointInput } from '#contract/endpoints.ts'
import { staticPath } from '#contract/static-files.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { WAIT } from '#tokens/durations.ts'
import { bearer } from './credential.ts'
import { limitedSignal } from './limited-signal.ts'
import { isStatic } from './static-site.ts'

/** A failed request, with the HTTP status where there was an answer. */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor(
    message: string,
    readonly status?: number,
    /** The answer is sound, but of a release before the one that is known. */
    readonly outdated = false
  ) {
    super(message)
  }
}

/** Whether the server wants a token and this page has none that is good. */
export const isRefused = (error: unknown): boolean => error instanceof RequestError && (error.status === 401 || error.status === 403)

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

/** Addresses whose last answer was none. */
const failed = new Set<string>()

/** How a request stands among others of the page. */
type Standing = Pick<RequestInit, 'priority'>

async function fetchJson(address: string, outer?: AbortSignal, standing: Standing = {}): Promise<unknown> {
  const again = failed.has(address)
  const { signal, done } = limitedSignal(outer, again ? (WAIT.request * 2) / 3 : WAIT.request)
  try {
    // What failed may lie in the browser's cache under a good tag: it must not be taken from there.
    const response = await fetch(isStatic() ? staticPath(address) : address, {
      ...standing,
      signal,
      headers: { accept: 'application/json', ...bearer() },
      // A file server says nothing of how long an answer is good for: a browser would go by how old the file is.
      cache: again ? 'reload' : 'no-cache'
    })
    // What gives a page for a file that it does not have has no such file.
    const status = isStatic() && response.headers.get('content-type')?.includes('html') ? 404 : response.status
    if (status >= 400) throw new RequestError(`${address}: HTTP ${status}`, status)
    return await response.json()
  } finally {
    done()
  }
}

/**
 * Strict where a pack is read, tolerant here: a newer server may add fields, and an open wall must live with that.
 * @throws ZodError for another shape.
 */
export function parsedAnswer<Id extends EndpointId>(id: Id, body: unknown): EndpointAnswer<Id> {
  const result = parseTolerantly<unknown>(endpointOf(id).response, body)
  if (!result.success) throw result.error
  return result.data as EndpointAnswer<Id>
}

/** A folder of files has one release, whichever was asked for. @throws RequestError 404, as a server that does not know the release */
function checkPinned(input: object, answer: object): void {
  if (!isStatic() || !('release' in input) || input.release === undefined || !('release' in answer)) return
  if (answer.release !== input.release) throw new RequestError(`release ${JSON.stringify(input.release)} is not in this folder`, 404)
}

/**
 * One request: fetched, then parsed by the contract, so that what reaches a panel has the declared shape.
 * @throws RequestError for a bad status, TypeError without a network, ZodError for another shape.
 */
export async function request<Id extends EndpointId>(id: Id, input: EndpointInput<Id>, signal?: AbortSignal, standing?: Standing): Promise<EndpointAnswer<Id>> {
  const address = addressOf(id, input)
  try {
    const answer = parsedAnswer(id, await fetchJson(address, signal, standing))
    checkPinned(input, answer)
    failed.delete(address)
    return answer
  } catch (error) {
    if (signal?.aborted !== true) failed.add(address)
    throw error
  }
}
