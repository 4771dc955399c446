import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { openApiPath } from '#contract/openapi.ts'
import { deviceHeader } from '#contract/device-header.ts'
import { handMade, keysOf, WAYS } from '#server/testing/forge.ts'
import { SECRET, startGuardedServer, type GuardedServer, type Route } from '#server/testing/guarded-server.ts'
import { isThoughtAbout, ruleOf } from './access-table.ts'

const seed = Number(process.env['ACCESS_SEED'] ?? Date.now() % 2 ** 31)
const TOKENS = 200

/** Mulberry32: the same seed makes the same numbers. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const seconds = (): number => Math.floor(Date.now() / 1000)
const VALUES: Readonly<Record<string, string>> = { code: '330800', scene: 'zonglan', panel: 'kpi' }

/** An address that the route would answer: its parameters filled in with what is there. */
const addressOf = ({ url }: Route): string =>
  url.replaceAll(/:(\w+)/g, (_all, name: string) => VALUES[name] ?? (url.startsWith('/api/v1/walls') ? 'wall-00000001' : 'zonglan'))

const closedRoutes = ({ routes }: GuardedServer): readonly Route[] => routes.filter(({ url }) => ruleOf(url) !== 'open')

async function answerTo({ app }: GuardedServer, route: Route, headers: Record<string, string>) {
  const json = ['POST', 'PUT', 'PATCH'].includes(route.method) ? { payload: {} } : {}
  return app.inject({ method: route.method as 'GET', url: addressOf(route), headers, ...json })
}

type Answered = Awaited<ReturnType<typeof answerTo>>

/** Shut, and nothing let on: neither figure nor tag nor the token itself. */
function expectShut(response: Answered, token: string, of: string): void {
  const { statusCode, headers, payload } = response
  expect([401, 403], of).toContain(statusCode)
  expect(headers['cache-control'], of).toBe('no-store')
  expect(headers['etag'], of).toBeUndefined()
  expect(String(headers['content-type']), of).toContain('application/problem+json')
  expect(payload.includes(token) && token !== '', of).toBe(false)
  if (payload !== '') expect(['未获授权', '令牌权限不够'], of).toContain(JSON.parse(payload).title)
}

describe('routes', () => {
  it('are each known open or known closed, also with pages, walls and the remote', async () => {
    const { routes } = await startGuardedServer()
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.filter(({ url }) => !isThoughtAbout(url))).toEqual([])
  })

  it('that are new are closed', () => {
    expect(isThoughtAbout('/api/v1/new')).toBe(false)
    expect(ruleOf('/api/v1/new')).toBe('device')
  })

  it('that are open carry no figure', async () => {
    const server = await startGuardedServer()
    const open = server.routes.filter(({ url, method }) => ruleOf(url) === 'open' && method === 'GET')
    for (const route of open) {
      const { payload } = await answerTo(server, { ...route, url: route.url.replace('*', 'sw.js') }, { accept: 'text/html' })
      if (route.url !== openApiPath) expect(payload, route.url).not.toMatch(/obsValue|observations|16[78]|57\.5/)
    }
    expect(open.map(({ url }) => url)).toContain('/embed/panel/:scene/:panel')
  })

  it('answer nothing without a token, whatever the method', async () => {
    const server = await startGuardedServer()
    for (const route of closedRoutes(server)) expectShut(await answerTo(server, route, {}), '', `${route.method} ${route.url}`)
  })
})

describe(`tokens that are none (seed ${seed})`, () => {
  it(
    `${TOKENS} forged, expired, early, over-long or stale ones are refused by every closed endpoint, the good one by none of its own`,
    { timeout: 240_000 },
    async () => {
      const random = randomFrom(seed)
      const server = await startGuardedServer()
      await server.deviceToken()
      const [device = ''] = server.devices
      const names = Object.keys(WAYS)
      const routes = closedRoutes(server)
      for (let count = 0; count < TOKENS; count += 1) {
        const name = count < names.length ? (names[count] ?? '') : (names[Math.floor(random() * names.length)] ?? '')
        const token = WAYS[name]?.({ secret: SECRET, now: seconds(), random, device }) ?? ''
        for (const route of routes) {
          const headers = { authorization: `Bearer ${token}`, [deviceHeader]: token, 'if-none-match': '*' }
          expectShut(await answerTo(server, route, headers), token, `seed ${seed}: ${name} on ${route.method} ${route.url}`)
        }
      }
      console.log(`access: seed ${seed}, ${TOKENS} tokens of ${names.length} kinds on ${routes.length} routes`)
      // What is refused above is refused for its fault alone: by hand and without it the same is let in.
      const sound = handMade({
        header: { alg: 'HS256', typ: 'session+jwt' },
        payload: { aud: 'tongxin-screen', iat: seconds(), exp: seconds() + 600, jti: 'a-session-by-hand', scene: 'zonglan' },
        key: keysOf(SECRET).session
      })
      expect((await server.get('/api/v1/scenes/zonglan', { authorization: `Bearer ${sound}` })).statusCode).toBe(200)
    }
  )

  it('a sound token anywhere but in its header is none', async () => {
    const server = await startGuardedServer()
    const token = await server.deviceToken()
    const places: readonly (readonly [string, Record<string, string>])[] = [
      [`?token=${token}`, {}],
      [`?access_token=${token}`, {}],
      [`?device=${token}`, {}],
      ['', { cookie: `token=${token}; access_token=${token}` }],
      ['', { authorization: token }],
      ['', { authorization: `Basic ${token}` }],
      ['', { authorization: `bearer ${token}` }],
      ['', { [deviceHeader]: token }],
      ['', { 'x-authorization': `Bearer ${token}` }],
      ['', { referer: `http://localhost/#device=${token}` }]
    ]
    for (const [query, headers] of places) expectShut(await server.get(`/api/v1/pack${query}`, headers), token, JSON.stringify([query, headers]))
    expect((await server.get('/api/v1/pack', { authorization: `Bearer ${token}` })).statusCode).toBe(200)
  })
})

interface Raw {
  readonly status: number
  readonly etag: string | undefined
  readonly body: string
}

/** Over a socket, so that the path goes out as it is written. */
const raw = (url: string, method: string, path: string, headers: Record<string, string>): Promise<Raw> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const sent = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, etag: response.headers.etag, body }))
    })
    sent.on('error', reject).end()
  })

describe('addresses written otherwise', () => {
  it.each([
    '/api/v1/%70ack',
    '/api/v1/%2570ack',
    '/%61pi/v1/pack',
    '//api/v1/pack',
    '/api//v1/pack',
    '/API/V1/PACK',
    '/api/v1/pack/',
    '/api/v1/pack;x=1',
    '/api/v1/pack%2f',
    '/api/v1/pack%00',
    '/api/v1/./pack',
    '/api/v1/x/../pack',
    '/api/v1/%2e/pack',
    '/api/v1/x/%2e%2e/pack',
    '/assets/../api/v1/pack',
    '/assets/%2e%2e/api/v1/pack',
    '/api/v1/scenes/%7aonglan',
    '/api/v1/scenes/zonglan/',
    '/api/v1/scenes/zonglan%3Fregion=330802',
    '/api/v1/panels/zonglan%2Fkpi',
    '/api/v1/panels/zonglan/kpi/',
    '/api/v1/panels/zonglan/%6bpi',
    '/api/v1/observations?',
    '/api/v1/observations#x',
    'http://other.example/api/v1/observations'
  ])('%s tells nothing to nobody, and no more than its pack to the session of another scene', async (path) => {
    const server = await startGuardedServer()
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
    const tag = String((await server.get('/api/v1/pack', { authorization: `Bearer ${await server.deviceToken()}` })).headers['etag'])
    for (const token of [undefined, await server.session({ scene: 'huigui' })])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST']) {
        const headers = { 'if-none-match': `${tag}, *`, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) }
        const { status, etag, body } = await raw(url, method, path, headers)
        // The router reads these as the pack itself, which is the session's to read.
        const isItsPack = token !== undefined && ['/api/v1/%70ack', '/%61pi/v1/pack'].includes(path) && ['GET', 'HEAD'].includes(method)
        expect(isItsPack ? [200] : [400, 401, 403, 404, 405], `${method} ${path}`).toContain(status)
        expect(body).not.toMatch(/obsValue|"zonglan"/)
        if (!isItsPack) expect(etag).toBeUndefined()
      }
  })
})
