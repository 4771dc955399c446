import { describe, expect, it } from 'vitest'
import { startGuardedServer } from '#server/testing/guarded-server.ts'

const directive = (csp: unknown, name: string): string | undefined =>
  String(csp)
    .split(';')
    .find((part) => part.startsWith(`${name} `))
const rest = (csp: unknown): string =>
  String(csp)
    .split(';')
    .filter((part) => !part.startsWith('frame-ancestors '))
    .join(';')

const EMBEDS = ['/embed/panel/zonglan/kpi', '/embed/scene/zonglan', '/embed/scene/zonglan?theme=paper&release=1']
const PAGES = [
  '/',
  '/wall',
  '/walls',
  '/remote',
  '/brief',
  '/brief/',
  '/brief/zonglan',
  '/nothing',
  '/embed',
  '/embed/nothing/x',
  '/embed.js',
  '/api/v1/pack',
  '/healthz'
]

describe.each([true, false])('frames, guarded: %s', (guarded) => {
  it('are allowed around embeds, by the origins that the operator names, and around nothing else', async () => {
    const server = await startGuardedServer({ guarded, embedOrigins: ['https://oa.qz.gov.cn', 'http://10.0.0.8:8080'] })
    for (const url of EMBEDS) {
      const { statusCode, headers } = await server.get(url, { accept: 'text/html' })
      expect([statusCode, directive(headers['content-security-policy'], 'frame-ancestors')], url).toEqual([
        200,
        "frame-ancestors 'self' https://oa.qz.gov.cn http://10.0.0.8:8080"
      ])
      expect(headers['x-frame-options'], url).toBeUndefined()
    }
    for (const url of PAGES) {
      const { headers } = await server.get(url, { accept: 'text/html' })
      expect([directive(headers['content-security-policy'], 'frame-ancestors'), headers['x-frame-options']], url).toEqual([
        "frame-ancestors 'self'",
        'SAMEORIGIN'
      ])
    }
  })

  it('change nothing else: each answer has the same policy, and tells its address to nobody', async () => {
    const server = await startGuardedServer({ guarded, embedOrigins: ['*'] })
    const strict = rest((await server.get('/')).headers['content-security-policy'])
    expect(strict).toContain("script-src 'self'")
    for (const url of [...EMBEDS, ...PAGES]) {
      const { headers } = await server.get(url, { accept: 'text/html' })
      expect([rest(headers['content-security-policy']), headers['referrer-policy'], headers['x-content-type-options']], url).toEqual([
        strict,
        'no-referrer',
        'nosniff'
      ])
    }
    expect(directive((await server.get(EMBEDS[0] ?? '')).headers['content-security-policy'], 'frame-ancestors')).toBe("frame-ancestors 'self' *")
  })

  it('are our own alone where nobody is named', async () => {
    const server = await startGuardedServer({ guarded })
    expect(directive((await server.get('/embed/scene/zonglan')).headers['content-security-policy'], 'frame-ancestors')).toBe("frame-ancestors 'self'")
  })
})

it('the script of embeds is for pages of any origin, other files are for our own', async () => {
  const server = await startGuardedServer()
  const policyOf = async (url: string) => (await server.get(url)).headers['cross-origin-resource-policy']
  expect(await policyOf('/embed.js')).toBe('cross-origin')
  for (const url of ['/', '/sw.js', '/embed/scene/zonglan', '/api/v1/pack']) expect(await policyOf(url), url).toBe('same-origin')
})

describe('the pages', () => {
  it.each(['/brief', '/brief/', '/brief/zonglan', '/brief?scenes=a,b', '/embed/panel/zonglan/kpi', '/embed/scene/zonglan'])('%s is the app', async (url) => {
    const { statusCode, headers, payload } = await (await startGuardedServer()).get(url, { accept: 'text/html' })
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache'])
    expect(payload).toContain('<title>大屏</title>')
    expect(payload.trimEnd().endsWith('</html>')).toBe(true)
  })

  it.each(['/brief/a/b', '/embed', '/embed/panel/a', '/embed/panel/a/b/c', '/embed/scene'])('%s is not there', async (url) => {
    expect((await (await startGuardedServer()).get(url, { accept: 'text/html' })).statusCode).toBe(404)
  })
})
