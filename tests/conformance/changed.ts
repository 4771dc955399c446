import { endpoints, type EndpointAnswer, type EndpointId } from '#contract/endpoints.ts'
import { observationKey, type Observation } from '#contract/observation.ts'
import type { Api } from './rule.ts'

export interface Asked {
  readonly url: URL
  readonly init: RequestInit
}

export type Change = (response: Response, asked: Asked) => Response | Promise<Response>

/** The same implementation, but for what happens to each answer. */
export const changed = (api: Api, ...changes: readonly Change[]): Api => ({
  ...api,
  fetch: async (path, init = {}) => {
    const asked = { url: new URL(path, 'http://host'), init }
    let response = await api.fetch(path, init)
    for (const change of changes) response = await change(response, asked)
    return response
  }
})

export interface Parts {
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string | null>>
}

/** An answer with some parts replaced; a header set to null is gone. */
export async function replaced(response: Response, { status = response.status, body, headers = {} }: Parts): Promise<Response> {
  const text = body ?? (await response.text())
  const kept = new Headers(response.headers)
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) kept.delete(name)
    else kept.set(name, value)
  }
  return new Response(status === 304 ? null : text, { status, headers: kept })
}

export const isEvents = ({ url }: Asked): boolean => url.pathname.endsWith('/events')

export const setHeaders =
  (headers: Parts['headers'], when: (asked: Asked, response: Response) => boolean = () => true): Change =>
  (response, asked) =>
    isEvents(asked) || !when(asked, response) ? response : replaced(response, { headers })

const pathOf = (id: EndpointId): RegExp =>
  new RegExp(
    `^${endpoints
      .filter((endpoint) => endpoint.id === id)
      .map(({ path }) => path.replaceAll(/:\w+/g, '[^/]+'))
      .join('')}$`
  )

/** Whether an answer with a body is asked of this endpoint. */
export const asksFor = (id: EndpointId, { url, init }: Asked): boolean => pathOf(id).test(url.pathname) && init.method !== 'HEAD'

/** Rewrites the successful answers of an endpoint. What comes in keeps the contract; what goes out may be anything. */
export const rewrite =
  <Id extends EndpointId>(id: Id, edit: (body: EndpointAnswer<Id>, asked: Asked) => unknown): Change =>
  async (response, asked) => {
    if (!asksFor(id, asked) || response.status !== 200) return response
    const body: EndpointAnswer<Id> = await response.json()
    return replaced(response, { body: JSON.stringify(edit(body, asked)) })
  }

type Edit = (o: Observation) => unknown

const edited = (body: { readonly observations: readonly Observation[] }, edit: Edit): object => ({ ...body, observations: body.observations.map(edit) })

/** The same wrong figure wherever it is given. */
export const rewriteFigures = (edit: Edit): Change[] => [
  rewrite('observations', (body) => edited(body, edit)),
  rewrite('scene', (body) => edited(body, edit)),
  rewrite('panel', (body) => edited(body, edit))
]

/** Changes the one figure whose key begins so: `330802|services`. */
export const rewriteFigure = (key: string, fields: object): Change[] => rewriteFigures((o) => (observationKey(o).startsWith(key) ? { ...o, ...fields } : o))
