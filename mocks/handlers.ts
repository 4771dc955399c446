import { http, HttpResponse, type HttpHandler } from 'msw'
import * as z from 'zod/mini'
import { endpoints, type Endpoint } from '#contract/endpoints.ts'
import { openApiDocument } from '#contract/openapi.ts'
import { badRequest, notFound, Problem } from '#contract/problem.ts'
import type { Repository } from '#contract/repository.ts'
import { eventsHandler } from './events.ts'
import { wallHandlers } from './walls.ts'

async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))
  return `"${[...new Uint8Array(digest)]
    .slice(0, 12)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}"`
}

const problem = (error: Problem): Response =>
  HttpResponse.json(error.toDetails(), { status: error.status, headers: { 'content-type': 'application/problem+json' } })

/** RFC 9110: a list of tags or `*`; compared without the weak prefix. */
const isKnown = (header: string | null, etag: string): boolean =>
  header !== null && header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))

async function answer(body: string, request: Request): Promise<Response> {
  const etag = await etagOf(body)
  const headers = { etag, vary: 'Accept-Encoding', 'cache-control': 'no-cache' }
  if (isKnown(request.headers.get('if-none-match'), etag)) return new HttpResponse(null, { status: 304, headers })
  return new HttpResponse(body, { headers: { ...headers, 'content-type': 'application/json; charset=utf-8' } })
}

/** Parameters as the table declares them; the first that is wrong is named. */
function inputOf({ params, query }: Endpoint, path: object, search: URLSearchParams): object {
  const parsed = [z.safeParse(params, path), z.safeParse(query, Object.fromEntries(search))]
  return Object.assign(
    {},
    ...parsed.map((result) => {
      if (result.success) return result.data
      const [issue] = result.error.issues
      throw badRequest(`${issue?.path.join('.') ?? ''}：${issue?.message ?? ''}`)
    })
  )
}

type Method = (input: object) => Promise<unknown>

async function respond(endpoint: Endpoint, repository: Repository, request: Request, path: object): Promise<Response> {
  try {
    const method = repository[endpoint.id] as Method
    return await answer(JSON.stringify(await method(inputOf(endpoint, path, new URL(request.url).searchParams))), request)
  } catch (error) {
    return problem(error instanceof Problem ? error : new Problem(500, '内部错误'))
  }
}

const refused = (): Response =>
  HttpResponse.json(new Problem(405, '不支持这种请求方法', '请用 GET、HEAD').toDetails(), {
    status: 405,
    headers: { 'content-type': 'application/problem+json', allow: 'GET, HEAD' }
  })

/** HEAD is GET without the body (RFC 9110, 9.3.2). */
const headless = (response: Response): Response => new HttpResponse(null, { status: response.status, headers: response.headers })

/** Reading is all there is: any other method is told so. */
const handlersOf = (endpoint: Endpoint, repository: Repository): HttpHandler[] => [
  http.get(`*${endpoint.path}`, ({ request, params }) => respond(endpoint, repository, request, params)),
  http.head(`*${endpoint.path}`, async ({ request, params }) => headless(await respond(endpoint, repository, request, params))),
  http.all(`*${endpoint.path}`, refused)
]

/** The contract's endpoint table over a repository. No handler of an answer is written by hand, so none can drift. */
export const handlersFor = (repository: Repository): HttpHandler[] => [
  eventsHandler(repository),
  ...wallHandlers(),
  http.get('*/api/v1/openapi.json', ({ request }) => answer(JSON.stringify(openApiDocument()), request)),
  ...endpoints.flatMap((endpoint) => handlersOf(endpoint, repository)),
  http.get('*/api/*', ({ request }) => problem(notFound('接口', new URL(request.url).pathname)))
]
