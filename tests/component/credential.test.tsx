import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const TOKEN = 'aaaa.bbbb.cc-_'
const load = () => import('#queries/credential.ts')

beforeEach(() => {
  vi.resetModules()
  localStorage.clear()
  history.replaceState(null, '', '/wall?play=zonglan:20')
})
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
  history.replaceState(null, '', '/')
})

const setUp = (hash: string): void => history.replaceState({ kept: true }, '', `${location.pathname}${location.search}${hash}`)

describe('the credential of a page', () => {
  it('is none without a set-up link', async () => {
    const { bearer, beside, credential } = await load()
    expect([credential(), bearer(), beside(), bearer('own')]).toEqual([undefined, {}, {}, { authorization: 'Bearer own' }])
  })

  it('comes from the link, which leaves the address at once and nothing else', async () => {
    setUp(`#device=${TOKEN}`)
    const { bearer, beside, credential } = await load()
    expect([location.pathname + location.search, location.hash, history.state]).toEqual(['/wall?play=zonglan:20', '', { kept: true }])
    expect([credential(), bearer(), beside()]).toEqual([TOKEN, { authorization: `Bearer ${TOKEN}` }, { 'x-device-token': TOKEN }])
    expect(bearer('own')).toEqual({ authorization: 'Bearer own' })
  })

  it('is still there on the next visit, and a newer link replaces it', async () => {
    setUp(`#device=${TOKEN}`)
    await load()
    vi.resetModules()
    expect((await load()).credential()).toBe(TOKEN)
    vi.resetModules()
    setUp('#device=dd.ee.ff')
    expect((await load()).credential()).toBe('dd.ee.ff')
  })

  it('is nothing that does not look like one, and that leaves the address as well', async () => {
    setUp('#device=%3Cscript%3E')
    expect([(await load()).credential(), location.hash, localStorage.length]).toEqual([undefined, '', 0])
  })

  it('is kept in memory where the browser keeps nothing', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    setUp(`#device=${TOKEN}`)
    expect([(await load()).credential(), location.hash]).toEqual([TOKEN, ''])
  })

  it('of an embed is not what the page around it puts into the address', async () => {
    localStorage.setItem('device-token', TOKEN)
    history.replaceState(null, '', '/embed/panel/huigui/river')
    setUp('#device=dd.ee.ff')
    expect([(await load()).credential(), location.hash, localStorage.getItem('device-token')]).toEqual([TOKEN, '', TOKEN])
  })

  it('is not used for a page of others that frames an embed, whose own session is', async () => {
    localStorage.setItem('device-token', TOKEN)
    history.replaceState(null, '', '/embed/panel/huigui/river')
    const { credential, setSession } = await load()
    expect(credential()).toBe(TOKEN)
    const framed = vi.spyOn(window, 'self', 'get').mockReturnValue({} as Window & typeof globalThis)
    expect(credential()).toBeUndefined()
    setSession('session')
    expect(credential()).toBe('session')
    setSession(undefined)
    framed.mockRestore()
  })

  it('leaves other fragments alone', async () => {
    setUp('#section')
    await load()
    expect(location.hash).toBe('#section')
  })

  it('is a session for as long as an embed has one, which nothing keeps', async () => {
    setUp(`#device=${TOKEN}`)
    const { bearer, credential, setSession } = await load()
    setSession('session')
    expect([credential(), bearer(), JSON.stringify(localStorage)]).toEqual([
      'session',
      { authorization: 'Bearer session' },
      expect.not.stringContaining('session')
    ])
    setSession(undefined)
    expect(credential()).toBe(TOKEN)
  })

  it('goes out with each request, and the token of a route beside it', async () => {
    localStorage.setItem('device-token', TOKEN)
    const fetched = vi.fn<typeof fetch>(() => Promise.resolve(new Response('{}', { status: 401 })))
    vi.stubGlobal('fetch', fetched)
    const { request, isRefused } = await import('#queries/request.ts')
    const { reportWall } = await import('#queries/report-wall.ts')
    const { reloadWall } = await import('#queries/walls-query.ts')
    const { exchangeTicket } = await import('#queries/embed-session.ts')
    const { wallReport } = await import('#tests/support/wall-report.ts')
    const refusal = await request('pack', {}).catch((error: unknown) => error)
    await reportWall(wallReport())
    await reloadWall({ id: 'wall-00000001', token: 'operator' }).catch(() => undefined)
    await exchangeTicket('ticket').catch(() => undefined)
    vi.unstubAllGlobals()
    const sent = fetched.mock.calls
      .map(([, init]) => new Headers(init?.headers))
      .map((headers) => [headers.get('authorization'), headers.get('x-device-token')])
    expect(sent).toEqual([
      [`Bearer ${TOKEN}`, null],
      [`Bearer ${TOKEN}`, null],
      ['Bearer operator', TOKEN],
      ['Bearer ticket', TOKEN]
    ])
    expect([isRefused(refusal), isRefused(new Error('x'))]).toEqual([true, false])
    expect(JSON.stringify(fetched.mock.calls.map(([address]) => address))).not.toContain(TOKEN)
  })

  it('opens streams', async () => {
    localStorage.setItem('device-token', TOKEN)
    const fetched = vi.fn<typeof fetch>(() => new Promise(() => undefined))
    vi.stubGlobal('fetch', fetched)
    const { openStream } = await import('#queries/stream.ts')
    const close = openStream({ address: '/api/v1/events', read: () => undefined, onNews: () => undefined })
    const closeOwn = openStream({ address: '/api/v1/remote/session', headers: { authorization: 'Bearer own' }, read: () => undefined, onNews: () => undefined })
    close()
    closeOwn()
    vi.unstubAllGlobals()
    const sent = fetched.mock.calls
      .map(([, init]) => new Headers(init?.headers))
      .map((headers) => [headers.get('authorization'), headers.get('x-device-token')])
    expect(sent).toEqual([
      [`Bearer ${TOKEN}`, TOKEN],
      ['Bearer own', TOKEN]
    ])
  })
})
