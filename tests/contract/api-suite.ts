import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, PackAnswer, RegionsAnswer, ReleaseEvent, type EndpointId } from '#contract/endpoints.ts'
import { ProblemDetails } from '#contract/problem.ts'

export interface ApiUnderTest {
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly close: () => Promise<void> | void
}

export interface ApiSuiteOptions {
  /** A server on a wire: events, HEAD, other methods. Mocks in the page have none of these. */
  readonly wire?: boolean
}

type PackOf = ReturnType<typeof PackAnswer.parse>

/** A path for every endpoint, made from the pack itself so that any pack can be held against the contract. */
const paths = ({ info, scenes }: PackOf): Record<EndpointId, string> => ({
  pack: '/api/v1/pack',
  regions: '/api/v1/regions',
  boundaries: `/api/v1/boundaries/${info.root}?context=1`,
  indicators: '/api/v1/indicators',
  scenes: '/api/v1/scenes',
  scene: `/api/v1/scenes/${scenes[0]?.id}`,
  observations: '/api/v1/observations',
  releases: '/api/v1/releases',
  version: '/api/v1/version'
})

const NOT_FOUND = ['/api/v1/scenes/no-such-scene', '/api/v1/boundaries/999999', '/api/v1/observations?refArea=999999', '/api/v1/observations?indicator=no.such', '/api/v1/pack?release=999999', '/api/v1/nothing', '/api/v2/pack']
const BAD = ['/api/v1/pack?release=0', '/api/v1/pack?release=x', '/api/v1/observations?from=2022-13', '/api/v1/observations?to=yesterday', '/api/v1/observations?refArea=12', '/api/v1/boundaries/abc', '/api/v1/scenes/UPPER', '/api/v1/boundaries/330800?context=2']

async function expectProblem(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(ProblemDetails.parse(await response.json())).toMatchObject({ status })
}

/** The first text of an endless stream that holds an event's data. */
async function firstEvent(response: Response, name: string): Promise<unknown> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {}
    text += decoder.decode(value, { stream: true })
    const data = new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text)?.[1]
    if (data === undefined && !done) continue
    await reader?.cancel()
    return JSON.parse(data ?? 'null')
  }
}

/** What the client relies on, of any implementation of the API: the server over any store, and the mocks. */
export function apiSuite(name: string, start: () => Promise<ApiUnderTest>, { wire = false }: ApiSuiteOptions = {}): void {
  describe(name, () => {
    let api: ApiUnderTest
    let pack: PackOf
    const json = async (path: string): Promise<unknown> => (await api.fetch(path)).json()

    beforeAll(async () => {
      api = await start()
      pack = PackAnswer.parse(await json('/api/v1/pack'))
    })
    afterAll(() => api.close())

    describe.each(endpoints)('GET $path', ({ id, response: schema, query }) => {
      const path = (): string => paths(pack)[id]

      it('answers what the contract says', async () => {
        const response = await api.fetch(path())
        expect(response.status).toBe(200)
        expect(response.headers.get('content-type')).toContain('application/json')
        expect(schema.safeParse(await response.json()).error).toBeUndefined()
      })

      it('ignores parameters it does not know', async () => {
        expect(await json(`${path()}${path().includes('?') ? '&' : '?'}utm=x`)).toEqual(await json(path()))
      })

      it('carries a strong tag and answers 304 to who has it', async () => {
        const { headers } = await api.fetch(path())
        const tag = headers.get('etag') ?? ''
        expect(tag).toMatch(/^"[^"]+"$/)
        expect(headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
        for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
          const again = await api.fetch(path(), { headers: { 'if-none-match': known } })
          expect([known, again.status, again.headers.get('etag'), await again.text()]).toEqual([known, 304, tag, ''])
        }
        expect((await api.fetch(path(), { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
      })

      if ('release' in query.shape) it('answers as of a release', async () => {
        const at = `${path()}${path().includes('?') ? '&' : '?'}release=${pack.release}`
        expect(await json(at)).toEqual(await json(path()))
        await expectProblem(await api.fetch(at.replace(/release=\d+/, 'release=999999')), 404)
      })

      if (wire) it('takes HEAD and nothing else', async () => {
        const [get, head] = [await api.fetch(path()), await api.fetch(path(), { method: 'HEAD' })]
        expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, get.headers.get('etag'), ''])
        const post = await api.fetch(path(), { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
        expect(post.headers.get('allow')).toContain('GET')
        await expectProblem(post, 405)
      })
    })

    it('answers every scene and the children of every region', async () => {
      const { regions } = RegionsAnswer.parse(await json('/api/v1/regions'))
      const all = [...pack.scenes.map(({ id }) => `/api/v1/scenes/${id}`), ...regions.map(({ code }) => `/api/v1/boundaries/${code}`)]
      expect(await Promise.all(all.map(async (path) => [path, (await api.fetch(path)).status]))).toEqual(all.map((path) => [path, 200]))
    })

    it('answers release 1 the same each time', async () => {
      const first = await json('/api/v1/observations?release=1')
      expect(first).toMatchObject({ release: 1 })
      expect(await json('/api/v1/observations?release=1')).toEqual(first)
    })

    it.each(NOT_FOUND)('answers 404 to %s', async (path) => expectProblem(await api.fetch(path), 404))
    it.each(BAD)('answers 400 to %s', async (path) => expectProblem(await api.fetch(path), 400))

    it('serves its own description', async () => {
      const response = await api.fetch('/api/v1/openapi.json')
      expect(response.headers.get('etag')).toMatch(/^"[^"]+"$/)
      expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
    })

    if (wire) it('tells the current release as soon as one listens', async () => {
      const response = await api.fetch('/api/v1/events')
      expect(response.headers.get('content-type')).toContain('text/event-stream')
      expect(ReleaseEvent.parse(await firstEvent(response, 'release'))).toEqual({ release: pack.release })
    })
  })
}
