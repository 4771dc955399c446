import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTinyServer, type TinyServerOptions } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'

async function tiny(options?: TinyServerOptions) {
  const server = await startTinyServer(options)
  onTestFinished(() => server.app.close())
  return server
}

const publication = { note: '更正', source: '统战部', observations: [tinyFigure({ obsValue: '200' })] }

describe('answers', () => {
  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync]
  ])('come in %s with a tag of their own', async (encoding, unzip) => {
    const { app } = await tiny()
    const [plain, packed] = await Promise.all([app.inject('/api/v1/pack'), app.inject({ url: '/api/v1/pack', headers: { 'accept-encoding': encoding } })])
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding', 'cache-control': 'no-cache' })
    expect(unzip(packed.rawPayload).toString()).toBe(plain.payload)
    expect(packed.headers['etag']).not.toBe(plain.headers['etag'])
    const again = await app.inject({ url: '/api/v1/pack', headers: { 'accept-encoding': encoding, 'if-none-match': String(packed.headers['etag']) } })
    expect([again.statusCode, again.payload]).toEqual([304, ''])
  })

  it('differ in their tag when demo is off', async () => {
    const tags = await Promise.all([true, false].map(async (demo) => (await (await tiny({ demo })).app.inject('/api/v1/regions')).headers['etag']))
    expect(tags[0]).not.toBe(tags[1])
  })

  it('leave demo figures out when demo is off', async () => {
    const { app } = await tiny({ demo: false })
    const { observations } = (await app.inject('/api/v1/observations')).json()
    expect(observations.map(({ origin }: { origin: string }) => origin)).toEqual(['published', 'published'])
  })
})

describe('the address from outside', () => {
  it.each([undefined, 'https://screen.example/quzhou/'])('is %s in the answer about the version', async (publicUrl) => {
    const { app } = await tiny({ publicUrl })
    expect((await app.inject('/api/v1/version')).json().publicUrl).toBe(publicUrl)
  })
})

describe('errors', () => {
  it('tell which methods a path takes', async () => {
    const { app } = await tiny()
    const response = await app.inject({ method: 'POST', url: '/api/v1/pack', payload: '<a/>', headers: { 'content-type': 'text/xml' } })
    expect([response.statusCode, response.headers['allow'], response.json().status]).toEqual([405, 'GET, HEAD', 405])
  })

  it('keep what went wrong inside to the log', async () => {
    const { app, store, errors } = await tiny()
    await store.inTurn((turn) => turn.append({ record: { release: 2, publishedAt: '', note: '', source: '', withdraws: 1 }, changes: [], pack: null }))
    const response = await app.inject('/api/v1/observations?release=2')
    expect([response.statusCode, response.json()]).toEqual([500, { type: 'about:blank', title: '服务器内部错误', status: 500, detail: '请稍后再试' }])
    expect(response.payload).not.toContain('pack')
    expect(errors.map(String)).toContainEqual(expect.stringContaining('no pack'))
  })

  it('answer a broken path as a problem', async () => {
    const { app } = await tiny()
    const response = await app.inject('/api/v1/scenes/%zz')
    expect([response.statusCode, response.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8'])
  })
})

describe('health', () => {
  it('is ready with the release that is served', async () => {
    const { app } = await tiny()
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    expect((await app.inject('/readyz')).json()).toEqual({ release: 1 })
  })
})

describe('publishing over HTTP', () => {
  const post = (payload: unknown, headers: Record<string, string>) =>
    ({ method: 'POST', url: '/admin/releases', payload: JSON.stringify(payload), headers: { 'content-type': 'application/json', ...headers } }) as const

  it('answers once the new release is served', async () => {
    const { app, token } = await tiny()
    const response = await app.inject(post(publication, { authorization: `Bearer ${token}` }))
    expect([response.statusCode, response.json()]).toEqual([201, { release: 2, observations: 1 }])
    expect((await app.inject('/readyz')).json()).toEqual({ release: 2 })
    expect((await app.inject('/api/v1/observations?indicator=services')).json().observations).toMatchObject([{ obsValue: '200', release: 2 }])
    expect((await app.inject('/api/v1/observations?indicator=services&release=1')).json().observations).toMatchObject([{ obsValue: '167', release: 1 }])
    expect((await app.inject(post({ withdraw: 2 }, { authorization: `Bearer ${token}` }))).json()).toEqual({ release: 3, observations: 0 })
    expect((await app.inject('/api/v1/observations?indicator=services')).json().observations).toMatchObject([{ obsValue: '167', release: 1 }])
  })

  it('lists what is wrong', async () => {
    const { app, token } = await tiny()
    const response = await app.inject(post({ ...publication, observations: [{ ...tinyFigure(), obsValue: 12 }] }, { authorization: `Bearer ${token}` }))
    expect(response.json()).toMatchObject({ status: 400, detail: 'observations[0].obsValue：须为文本' })
  })

  it.each([
    ['no token', {}, 401],
    ['another token', { authorization: 'Bearer nope' }, 401],
    ['a web page', { authorization: 'Bearer test-token', origin: 'http://evil.example' }, 403],
    ['a proxy', { authorization: 'Bearer test-token', 'x-forwarded-for': '10.0.0.1' }, 403]
  ])('refuses %s', async (_name, headers, status) => {
    const { app, store } = await tiny()
    expect((await app.inject(post(publication, headers))).statusCode).toBe(status)
    expect(store.releases()).toHaveLength(1)
  })

  it('refuses another machine', async () => {
    const { app, token } = await tiny()
    const response = await app.inject({ ...post(publication, { authorization: `Bearer ${token}` }), remoteAddress: '192.168.1.20' })
    expect(response.statusCode).toBe(403)
  })
})
