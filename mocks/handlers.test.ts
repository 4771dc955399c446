import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, eventsPath } from '#contract/endpoints.ts'
import { PackDocument } from '#contract/pack.ts'
import { Observation } from '#contract/observation.ts'
import { ProblemDetails } from '#contract/problem.ts'
import { WallReply, wallsPath, WallsAnswer } from '#contract/walls.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { mockServer } from '#mocks/node.ts'
import { must } from '#tests/support/panel-data.ts'
import { wallReport } from '#tests/support/wall-report.ts'

const ORIGIN = 'http://screen.test'
const { server, repository } = mockServer(normal())
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> => fetch(ORIGIN + address, { headers })
const filled = (path: string): string => path.replace(':code', '330800').replace(':id', 'zonglan').replace(':scene/:panel', 'zonglan/map')

describe('the mocks over the endpoint table', () => {
  it.each(endpoints.map(({ id, path, response }) => [id, path, response] as const))('%s answers as the contract says', async (_id, path, schema) => {
    const response = await ask(`/api/v1${filled(path).slice('/api/v1'.length)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('vary')).toBe('Accept-Encoding')
    const body: unknown = await response.json()
    expect(schema.safeParse(body).error).toBeUndefined()
    expect(schema.parse(body)).toEqual(body)
  })

  it('answers 304 to the tag it gave, and only to that', async () => {
    const tag = must((await ask('/api/v1/pack')).headers.get('etag'))
    expect(tag).toMatch(/^"[0-9a-f]+"$/)
    expect((await ask('/api/v1/pack', { 'if-none-match': tag })).status).toBe(304)
    expect((await ask('/api/v1/pack', { 'if-none-match': '"other"' })).status).toBe(200)
    expect((await ask('/api/v1/regions')).headers.get('etag')).not.toBe(tag)
  })

  it.each([
    ['/api/v1/scenes/gone', 404],
    ['/api/v1/scenes/zonglan?region=110000', 404],
    ['/api/v1/pack?release=9', 404],
    ['/api/v1/boundaries/110000', 404],
    ['/api/v1/nothing', 404],
    ['/api/v1/scenes/Zonglan', 400],
    ['/api/v1/scenes/zonglan?region=abc', 400],
    ['/api/v1/pack?release=0', 400],
    ['/api/v1/observations?from=2022-13', 400],
    ['/api/v1/observations?from=2023-02-29', 400],
    ['/api/v1/boundaries/330800?context=2', 400]
  ])('%s is a problem with %d', async (address, status) => {
    const response = await ask(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(ProblemDetails.parse(await response.json()).status).toBe(status)
  })

  it('streams the current release at once and each new one', async () => {
    const response = await ask(eventsPath)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = must(response.body).pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toBe('event: release\ndata: {"release":1}\n\n')
    expect((await reader.read()).value).toMatch(/^event: heartbeat\ndata: \{"now":"[^"]+Z"\}\n\n$/)
    const first = normal()
    repository.announce({ ...first, release: { ...first.release, release: 2 } })
    expect((await reader.read()).value).toBe('event: release\ndata: {"release":2}\n\n')
    await reader.cancel()
    expect(await (await ask('/api/v1/pack')).json()).toMatchObject({ release: 2 })
    expect(await (await ask('/api/v1/pack?release=1')).json()).toMatchObject({ release: 1 })
  })
})

describe('the mocks of walls', () => {
  const post = (path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(ORIGIN + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) })
    })

  it('list who reported, and tell whom the operator asked to load anew', async () => {
    const report = wallReport({ startedAt: new Date(Date.now() - 60_000).toISOString() })
    expect(WallReply.parse(await (await post(wallsPath, report)).json())).not.toHaveProperty('reload')
    expect(WallsAnswer.parse(await (await ask(wallsPath)).json()).walls).toMatchObject([{ ...report, reloadAskedAt: null }])
    const reload = `${wallsPath}/${report.id}/reload`
    expect((await post(reload)).status).toBe(401)
    expect((await post(reload, undefined, { authorization: 'Bearer any' })).status).toBe(202)
    expect(WallReply.parse(await (await post(wallsPath, report)).json()).reload).toBeDefined()
    expect((await post(wallsPath, { ...report, name: '' })).status).toBe(400)
  })
})

describe('the fixtures', () => {
  it.each(Object.entries(fixtures))('%s keeps the contract', (_name, fixture) => {
    const { document, observations } = fixture()
    expect(PackDocument.safeParse(document).error).toBeUndefined()
    expect(observations.flatMap((o) => Observation.safeParse(o).error ?? [])).toEqual([])
  })

  it('differ as their names say', () => {
    const demos = (name: string): number => must(fixtures[name])().observations.filter(({ origin }) => origin === 'demo').length
    expect(demos('normal')).toBeGreaterThan(demos('partial'))
    expect([demos('published'), demos('empty'), must(fixtures.empty)().observations.length]).toEqual([0, 0, 0])
    expect(must(fixtures.published)().demo).toBe(false)
    expect(must(fixtures.partial)().observations.some(({ origin }) => origin === 'reported')).toBe(true)
    expect(must(fixtures.stale)().document.indicators.some(({ calendar }) => calendar !== undefined)).toBe(true)
  })
})
