import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { openApiPath } from '#contract/openapi.ts'
import { PICTURE_FORMATS, picturePath } from '#contract/pictures.ts'
import { deviceHeader } from '#contract/device-header.ts'
import { startGuardedServer } from '#server/testing/guarded-server.ts'
import { answerTo, closedRoutes, expectShut } from '#server/testing/shut.ts'
import { isThoughtAbout, ruleOf } from './access-table.ts'

describe('routes', () => {
  it('are each known open or known closed, also with pages, pictures, walls and the remote', async () => {
    const { routes } = await startGuardedServer()
    expect(routes.length).toBeGreaterThan(80)
    expect(routes.map(({ url }) => url)).toEqual(expect.arrayContaining(PICTURE_FORMATS.map(picturePath)))
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

describe('tokens', () => {
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
