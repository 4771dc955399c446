import { describe, expect, it } from 'vitest'
import { eventsPath } from '#contract/endpoints.ts'
import { deviceHeader } from '#contract/device-header.ts'
import { PICTURE_FORMATS } from '#contract/pictures.ts'
import { wallsPath } from '#contract/walls.ts'
import { startGuardedServer, type GuardedServer } from '#server/testing/guarded-server.ts'
import { pictureFaces } from '#tests/support/picture-fonts.ts'
import { wallReport } from '#tests/support/wall-report.ts'

const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

async function status(server: GuardedServer, url: string, token: string): Promise<number> {
  const stream = url.startsWith(eventsPath)
  const response = await server.app.inject({ url, headers: bearer(token), ...(stream ? { payloadAsStream: true } : {}) })
  if (stream) response.stream().destroy()
  return response.statusCode
}

describe('a device', () => {
  it('reads all that there is', async () => {
    const server = await startGuardedServer()
    const token = await server.deviceToken()
    const all = [
      'pack',
      'regions',
      'indicators',
      'scenes',
      'scenes/zonglan?region=330802',
      'panels/zonglan/kpi',
      'observations',
      'releases',
      'version',
      'walls',
      'events'
    ]
    for (const path of all) expect(await status(server, `/api/v1/${path}`, token), path).toBe(200)
    expect(await status(server, '/api/v1/boundaries/330800?context=1', token)).toBe(200)
    expect(await status(server, '/api/v1/oembed?url=http://localhost/embed/scene/zonglan', token)).toBe(200)
  })

  it('reports as a wall, and steers with its token beside the one that steering has of its own', async () => {
    const { app, deviceToken } = await startGuardedServer()
    const token = await deviceToken()
    const json = { 'content-type': 'application/json' }
    const reported = await app.inject({ method: 'POST', url: wallsPath, headers: { ...json, ...bearer(token) }, payload: JSON.stringify(wallReport()) })
    expect(reported.statusCode).toBe(200)
    const reload = (headers: object) => app.inject({ method: 'POST', url: `${wallsPath}/wall-00000001/reload`, headers: { ...headers } })
    expect((await reload({ ...bearer('operator-token'), [deviceHeader]: token })).statusCode).toBe(202)
    expect((await reload({ ...bearer('operator-token') })).json().title).toBe('未获授权')
    expect((await reload({ ...bearer('operator-token'), [deviceHeader]: 'x' })).json().title).toBe('未获授权')
    expect((await reload({ ...bearer('wrong-operator'), [deviceHeader]: token })).json().title).toBe('操作口令不对')
    const pair = await app.inject({ method: 'POST', url: '/api/v1/remote/pair', headers: { ...json, [deviceHeader]: token }, payload: '{"code":"000000"}' })
    expect(pair.json().title).toBe('配对码不对或已过期')
  })

  it('is refused once it is struck off, also with a tag that it knows, and its stream ends', async () => {
    const server = await startGuardedServer()
    const token = await server.deviceToken()
    const first = await server.get('/api/v1/pack', bearer(token))
    const tagged = { ...bearer(token), 'if-none-match': String(first.headers['etag']) }
    expect((await server.get('/api/v1/pack', tagged)).statusCode).toBe(304)
    const stream = (await server.app.inject({ url: eventsPath, headers: bearer(token), payloadAsStream: true })).stream()
    const ended = new Promise((resolve) => stream.once('close', resolve).once('error', resolve).resume())
    server.devices.clear()
    const refused = await server.get('/api/v1/pack', tagged)
    expect([refused.statusCode, refused.headers['etag'], refused.headers['www-authenticate']]).toEqual([401, undefined, 'Bearer'])
    await ended
  })

  it('gets what nobody else may keep', async () => {
    const server = await startGuardedServer()
    const { headers } = await server.get('/api/v1/scenes/zonglan', bearer(await server.deviceToken()))
    expect(headers).toMatchObject({
      'cache-control': 'private, no-cache',
      vary: `Accept-Encoding, Authorization, ${deviceHeader}`,
      'referrer-policy': 'no-referrer'
    })
  })
})

/** What each session reads, and a part of what it does not. */
const CASES: readonly { readonly claims: object; readonly reads: readonly string[]; readonly not: readonly string[] }[] = [
  {
    claims: { panel: 'zonglan/kpi' },
    reads: ['panels/zonglan/kpi', 'boundaries/330800', 'boundaries/330800?context=1', 'pack', 'version'],
    not: [
      'panels/zonglan/trend',
      'panels/huigui/kpi',
      'scenes/zonglan',
      'panels/zonglan/kpi?region=330802',
      'panels/zonglan/kpi?region=',
      'panels/zonglan/kpi?root=330800',
      'panels/zonglan/kpi?release=1',
      'panels/zonglan/kpi?release=2',
      'panels/zonglan/kpi?theme=paper',
      'panels/zonglan/kpi?metric=services',
      'panels/zonglan/kpi?width=800',
      'panels/zonglan/kpi?x=1',
      'panels/zonglan/kpi?__proto__=1',
      'panels/zonglan/kpi?constructor=1',
      'boundaries/330802',
      'boundaries/330800?release=1',
      'boundaries/330800?context=1&context=0',
      'pack?release=1',
      'version?x=1',
      'events',
      'events?x=1'
    ]
  },
  {
    claims: { panel: 'zonglan/kpi', region: '330802', release: 1, theme: 'hong', metric: 'services', period: '2022-10' },
    reads: [
      'panels/zonglan/kpi?region=330802&release=1',
      'panels/zonglan/kpi?release=1&region=330802&theme=hong&metric=services&period=2022-10',
      'boundaries/330800?release=1&context=1',
      'pack',
      'pack?release=1'
    ],
    not: [
      'panels/zonglan/kpi',
      'panels/zonglan/kpi?region=330802',
      'panels/zonglan/kpi?release=1',
      'panels/zonglan/kpi?region=330803&release=1',
      'panels/zonglan/kpi?region=330802&release=2',
      'panels/zonglan/kpi?region=330802&release=01',
      'panels/zonglan/kpi?region=330802&release=1&release=2',
      'panels/zonglan/kpi?region=330802&region=330802&release=1',
      'panels/zonglan/kpi?region=330802&release=1&root=330800',
      'panels/zonglan/kpi?region=330802&release=1&theme=ink',
      'panels/zonglan/kpi?region=330802&release=1&metric=rate',
      'panels/zonglan/kpi?region=330802&release=1&period=2022-09',
      'panels/zonglan/kpi?%72egion=330803&release=1',
      'boundaries/330800',
      'boundaries/330800?release=2',
      'pack?release=2'
    ]
  },
  {
    claims: { scene: 'huigui' },
    reads: ['scenes/huigui', 'panels/huigui/kpi', 'panels/huigui/trend', 'boundaries/330800', 'pack', 'version'],
    not: [
      'scenes/zonglan',
      'panels/zonglan/kpi',
      'scenes/huigui?region=330802',
      'scenes/huigui?release=1',
      'scenes/huigui?width=1',
      'scenes/%7aonglan',
      'panels/huigui%2Fkpi/kpi'
    ]
  },
  {
    claims: { scene: 'huigui', root: '330800' },
    reads: ['scenes/huigui?root=330800', 'boundaries/330800'],
    not: ['scenes/huigui', 'scenes/huigui?root=330803']
  },
  { claims: { panel: 'huigui/kpi', root: '330802' }, reads: [], not: ['panels/huigui/kpi', 'boundaries/330800', 'boundaries/330803'] }
]

const NEVER = [
  'observations',
  'observations?indicator=services',
  'regions',
  'indicators',
  'releases',
  'scenes',
  'walls',
  'oembed?url=http://localhost/embed/scene/zonglan'
]

describe('a session', () => {
  it.each(CASES)('of $claims reads what it is for and nothing else', async ({ claims, reads, not }) => {
    const server = await startGuardedServer()
    const token = await server.session(claims)
    for (const path of reads) expect(await status(server, `/api/v1/${path}`, token), path).toBe(200)
    for (const path of [...not, ...NEVER]) expect(await status(server, `/api/v1/${path}`, token), path).toBe(403)
  })

  it('takes its panel away as files in any width, and no other panel, place or look', async () => {
    pictureFaces()
    const server = await startGuardedServer()
    const token = await server.session({ panel: 'zonglan/trend', theme: 'hong' })
    const own = '/api/v1/panels/zonglan/trend'
    for (const format of PICTURE_FORMATS) {
      const read = await server.get(`${own}.${format}?width=360&theme=hong`, bearer(token))
      expect([read.statusCode, read.headers['cache-control'], read.headers['vary']], format).toEqual([
        200,
        'private, no-cache',
        `Accept-Encoding, Authorization, ${deviceHeader}`
      ])
      // Who may not read it learns nothing by its tag, nor from what has been made for another.
      const tag = { 'if-none-match': String(read.headers['etag']) }
      const other = await server.session({ panel: 'zonglan/kpi' })
      expect((await server.get(`${own}.${format}?width=360&theme=hong`, { ...tag, ...bearer(other) })).statusCode).toBe(403)
      expect((await server.get(`${own}.${format}?width=360&theme=hong`, tag)).statusCode).toBe(401)
      for (const query of ['?theme=ink', '?release=1', '?region=330802', '?metric=monthly', '?width=360&width=400', '?x=1'])
        expect(await status(server, `${own}.${format}${query}`, token), query).toBe(403)
      expect(await status(server, `/api/v1/panels/zonglan/kpi.${format}`, token)).toBe(403)
    }
  })

  it('steers no wall and publishes nothing', async () => {
    const server = await startGuardedServer()
    const token = await server.session({ scene: 'zonglan' })
    const steering = server.routes.filter(({ url }) => /^\/api\/v1\/(walls\/:id|remote)\//.test(url))
    expect(steering.length).toBeGreaterThan(5)
    for (const { method, url } of steering) {
      const { statusCode } = await server.app.inject({
        method: method as 'GET',
        url: url.replace(':id', 'wall-00000001'),
        headers: { ...bearer(token), [deviceHeader]: token }
      })
      expect(statusCode, `${method} ${url}`).toBe(401)
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'] as const)
      expect((await server.app.inject({ method, url: '/api/v1/scenes/zonglan', headers: bearer(token) })).statusCode).toBe(403)
  })

  it('sees of the pack what is its own', async () => {
    const server = await startGuardedServer()
    const { scenes, info } = (await server.get('/api/v1/pack', bearer(await server.session({ panel: 'huigui/kpi' })))).json()
    expect(scenes.map(({ id }: { id: string }) => id)).toEqual(['huigui'])
    expect([info.scenes, info.themes, info.wall, info.codeLists]).toEqual([['huigui'], [{ id: 'huigui', name: '回归' }], undefined, []])
    expect(info).toMatchObject({ title: '小样', root: '330800' })
  })

  it('never sees a figure of another panel', async () => {
    const server = await startGuardedServer()
    const answer = await server.get('/api/v1/panels/zonglan/kpi', bearer(await server.session({ panel: 'zonglan/kpi' })))
    expect(answer.payload).toContain('"168"')
    expect(answer.payload).not.toMatch(/monthly|57\.5/)
  })
})

describe('a ticket', () => {
  const exchange = ({ app }: GuardedServer, token: string) => app.inject({ method: 'POST', url: '/api/v1/embed/session', headers: bearer(token) })

  it('is exchanged once for a session with its scope and its end', async () => {
    const now = new Date('2026-03-01T08:00:00Z')
    const server = await startGuardedServer({ now: () => now })
    const ticket = await server.ticket({ panel: 'zonglan/kpi' }, 10)
    const first = await exchange(server, ticket)
    expect([first.statusCode, first.headers['cache-control'], first.json().expiresAt]).toEqual([200, 'no-store', '2026-03-01T08:10:00.000Z'])
    const again = await exchange(server, ticket)
    expect([again.statusCode, again.json().title]).toEqual([401, '嵌入令牌已用过'])
    now.setTime(now.getTime() + 599_000)
    expect(await status(server, '/api/v1/panels/zonglan/kpi', first.json().token)).toBe(200)
    now.setTime(now.getTime() + 1000)
    expect(await status(server, '/api/v1/panels/zonglan/kpi', first.json().token)).toBe(401)
  })

  it('is good for one of a hundred who ask at once', async () => {
    const server = await startGuardedServer()
    const ticket = await server.ticket({ scene: 'zonglan' })
    const answers = await Promise.all(Array.from({ length: 100 }, () => exchange(server, ticket)))
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
  })

  it('by a clock that is a little ahead gives a session that is good at once', async () => {
    const server = await startGuardedServer()
    const ahead = Math.floor(Date.now() / 1000) + 20
    const ticket = await server.tokens.sign('ticket', { scene: 'zonglan' }, { iat: ahead, exp: ahead + 900 })
    expect(await status(server, '/api/v1/scenes/zonglan', (await exchange(server, ticket)).json().token)).toBe(200)
  })

  it('is no session, and a session or device token is no ticket', async () => {
    const server = await startGuardedServer()
    expect(await status(server, '/api/v1/scenes/zonglan', await server.ticket({ scene: 'zonglan' }))).toBe(401)
    for (const token of [await server.session({ scene: 'zonglan' }), await server.deviceToken()]) expect((await exchange(server, token)).statusCode).toBe(401)
  })

  it('of more than a quarter of an hour is none', async () => {
    const server = await startGuardedServer()
    expect((await exchange(server, await server.ticket({ scene: 'zonglan' }, 16))).statusCode).toBe(401)
  })
})

it('a server that is open asks nobody, and exchanges nothing', async () => {
  const server = await startGuardedServer({ guarded: false })
  const { statusCode, headers } = await server.get('/api/v1/scenes/zonglan')
  expect([statusCode, headers['cache-control'], headers['vary']]).toEqual([200, 'no-cache', 'Accept-Encoding'])
  expect((await server.app.inject({ method: 'POST', url: '/api/v1/embed/session', headers: bearer('x') })).statusCode).toBe(404)
})
