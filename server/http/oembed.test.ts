import { describe, expect, it } from 'vitest'
import { OEmbed, oEmbedPath } from '#contract/oembed.ts'
import { startGuardedServer, type GuardedServer } from '#server/testing/guarded-server.ts'

const PUBLIC = 'https://screen.example/'
const PANEL = 'https://screen.example/embed/panel/zonglan/kpi'

const asked = (server: GuardedServer, query: Record<string, string>) => server.get(`${oEmbedPath}?${new URLSearchParams(query).toString()}`)
const open = () => startGuardedServer({ guarded: false, publicUrl: PUBLIC })

describe('oEmbed', () => {
  it('describes a panel as oembed.com has it', async () => {
    const response = await asked(await open(), { url: `${PANEL}?theme=hong&region=330802`, format: 'json' })
    expect([response.statusCode, response.headers['content-type'], response.headers['vary']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'Accept-Encoding'
    ])
    expect(response.headers['etag']).toMatch(/^"/)
    expect(OEmbed.parse(response.json())).toEqual({
      type: 'rich',
      version: '1.0',
      title: '诉求',
      provider_name: '小样 测试平台',
      provider_url: PUBLIC,
      html: `<iframe src="${PANEL}?theme=hong&amp;region=330802" title="诉求" width="800" height="500" frameborder="0" loading="lazy" sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`,
      width: 800,
      height: 500
    })
  })

  it('calls a panel as its frame does, though it has no title on the screen', async () => {
    const { title, html } = (await asked(await open(), { url: 'https://screen.example/embed/panel/huigui/kpi' })).json()
    expect(title).toBe('诉求办理')
    expect(html).toContain('title="诉求办理"')
  })

  it('describes a scene, no larger than it may be', async () => {
    const server = await open()
    const scene = { url: 'https://screen.example/embed/scene/huigui' }
    expect((await asked(server, scene)).json()).toMatchObject({ title: '回归', width: 1280, height: 720 })
    expect((await asked(server, { ...scene, maxwidth: '640', maxheight: '99999' })).json()).toMatchObject({
      width: 640,
      height: 720,
      html: expect.stringContaining('width="640" height="720"')
    })
    expect((await asked(server, { ...scene, maxheight: '300' })).json()).toMatchObject({ width: 1280, height: 300 })
  })

  it('without a public address speaks of the one that it was asked at', async () => {
    const server = await startGuardedServer({ guarded: false })
    const { html, provider_url: provider } = (await server.get(`${oEmbedPath}?url=http://10.1.2.3:8080/embed/scene/zonglan`, { host: '10.1.2.3:8080' })).json()
    expect([provider, html.split('"')[1]]).toEqual(['http://10.1.2.3:8080/', 'http://10.1.2.3:8080/embed/scene/zonglan'])
  })

  it.each([
    'https://other.example/embed/panel/zonglan/kpi',
    'http://screen.example/embed/panel/zonglan/kpi',
    'https://screen.example.evil.example/embed/panel/zonglan/kpi',
    'https://screen.example/embed/panel/zonglan/nothing',
    'https://screen.example/embed/panel/nothing/kpi',
    'https://screen.example/embed/scene/nothing',
    'https://screen.example/embed/scene/zonglan?release=99',
    'https://screen.example/embed/scene/zonglan?region=999999',
    'https://screen.example/embed/scene/zonglan?period=2031-01',
    'https://screen.example/embed/panel/zonglan/trend?period=1999',
    'https://screen.example/embed/scene/..%2f',
    'https://screen.example/',
    'https://screen.example/?scene=zonglan',
    'javascript:alert(1)//embed/scene/zonglan',
    'no address'
  ])('knows nothing of %s', async (url) => {
    const response = await asked(await open(), { url })
    expect([response.statusCode, response.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(response.json().title).toBe('没有这项资源')
  })

  it.each([
    [{ url: PANEL, format: 'xml' }, 501],
    [{ url: PANEL, format: 'html' }, 501],
    [{}, 400],
    [{ url: '' }, 400],
    [{ url: PANEL, maxwidth: '0' }, 400],
    [{ url: PANEL, maxheight: '1e3' }, 400],
    [{ url: PANEL, maxwidth: '-5' }, 400]
  ])('answers %j with %i', async (query, status) => {
    const response = await asked(await open(), query)
    expect([response.statusCode, response.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8'])
  })

  it('hands on no token and nothing that is no parameter', async () => {
    const { html } = (
      await asked(await open(), { url: `${PANEL}?ticket=SECRET&token=SECRET&theme=%22%3E%3Cscript%3E&metric=x"y&onload=SECRET#ticket=SECRET` })
    ).json()
    expect(html).not.toMatch(/SECRET|script>|onload/)
    expect(html).toContain(`src="${PANEL}"`)
  })
})

const HREF = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)" \/>/

describe('discovery', () => {
  it('leads from an embed to what describes it', async () => {
    const server = await open()
    const { payload } = await server.get('/embed/panel/zonglan/kpi?release=1&theme=paper')
    const href = HREF.exec(payload)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(href).toMatch(/^https:\/\/screen\.example\/api\/v1\/oembed\?/)
    const answer = await server.get(href.replace('https://screen.example', ''))
    expect(answer.json().html).toContain('/embed/panel/zonglan/kpi?theme=paper&amp;release=1"')
  })

  it.each([
    '/embed/panel/zonglan/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/embed/scene/%3C%2Fhead%3E%3Cscript%3E',
    '/embed/scene/zonglan?theme=%22%3E%3Cscript%3E&x=%3C/head%3E',
    "/embed/scene/zonglan?region='onload='alert(1)",
    '/embed/scene/zonglan?metric=$&$`$1',
    '/embed/scene/zonglan?ticket=SECRET',
    '/embed/scene/zonglan?"><script>alert(1)</script>'
  ])('puts nothing of %s into the page', async (url) => {
    for (const host of ['screen.local', '"><script>alert(1)</script>', 'a b', "x'onload='y"]) {
      const { payload } = await (await startGuardedServer({ guarded: false })).get(url, { host })
      expect(payload).not.toMatch(/<script|onload|alert|SECRET/)
      expect(payload.match(/<\/head>/g)).toHaveLength(1)
    }
  })

  it('is left out where nobody could follow it', async () => {
    const { payload } = await (await startGuardedServer({ publicUrl: PUBLIC })).get('/embed/panel/zonglan/kpi')
    expect(payload).not.toMatch(HREF)
  })
})
