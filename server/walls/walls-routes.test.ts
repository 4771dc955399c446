import { describe, expect, it, onTestFinished } from 'vitest'
import { WallReply, wallsPath, WallsAnswer } from '#contract/walls.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { wallReport } from '#tests/support/wall-report.ts'
import { createWallRegistry } from './wall-registry.ts'

const TOKEN = 'operator-token'
const { id } = wallReport()

/** A server whose clock the test sets. */
async function start(operatorToken: string | undefined = TOKEN, trustedProxies: readonly string[] = []) {
  let at = Date.parse('2022-10-26T01:28:00Z')
  const now = (): Date => new Date(at)
  const { app } = await startTinyServer({ walls: { registry: createWallRegistry({ now }), operatorToken, now }, trustedProxies })
  onTestFinished(() => app.close())
  const post = (payload: unknown, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    app.inject({ method: 'POST', url: wallsPath, headers, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) })
  const reload = (token?: string, wall = id, remoteAddress = '10.0.0.9', forwarded?: string) =>
    app.inject({
      method: 'POST',
      url: `${wallsPath}/${wall}/reload`,
      remoteAddress,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }) }
    })
  return { app, post, reload, pass: (seconds: number) => (at += seconds * 1000) }
}

describe('a report', () => {
  it('is taken, and listed with the time it came', async () => {
    const { app, post } = await start()
    const response = await post(wallReport())
    expect([response.statusCode, response.headers['cache-control'], WallReply.parse(response.json())]).toEqual([
      200,
      'no-store',
      { now: '2022-10-26T01:28:00.000Z' }
    ])
    const list = await app.inject(wallsPath)
    expect([list.statusCode, list.headers['cache-control'], list.headers['set-cookie']]).toEqual([200, 'no-store', undefined])
    expect(WallsAnswer.parse(list.json())).toEqual({
      now: '2022-10-26T01:28:00.000Z',
      operator: true,
      walls: [{ ...wallReport(), lastSeen: '2022-10-26T01:28:00.000Z', reloadAskedAt: null }]
    })
  })

  it.each<[string, object, string]>([
    ['an id with capitals', { id: 'WALL-00000001' }, 'id 须为 8 到 40 个小写字母、数字和 -'],
    ['a name of nothing', { name: '' }, 'name 不能为空'],
    ['a long name', { name: '屏'.repeat(41) }, 'name 最多 40 个字'],
    ['a name with a line break', { name: '指挥\n中心' }, 'name 不能有控制字符'],
    ['a build that is none', { build: 'v1' }, 'build 须为 12 位十六进制数字或空'],
    ['a local time', { startedAt: '2022-10-26 09:28' }, 'startedAt 须为世界时，如 2022-10-26T01:28:00Z'],
    ['another state', { connection: 'asleep' }, 'connection 须为 live、polling、offline 之一'],
    ['a long error', { error: { at: '2022-10-26T01:28:00Z', message: 'x'.repeat(301) } }, 'error.message 最多 300 个字'],
    ['text for a number', { width: '1920' }, 'width 须为数字'],
    ['a field of its own', { viewer: '张三' }, '有不认识的字段 viewer'],
    ['a missing field', { safe: undefined }, 'safe 缺少这一项']
  ])('with %s is refused by name', async (_name, change, detail) => {
    const { app, post } = await start()
    const response = await post({ ...wallReport(), ...change })
    expect([response.statusCode, response.headers['content-type'], response.json().detail]).toEqual([400, 'application/problem+json; charset=utf-8', detail])
    expect((await app.inject(wallsPath)).json().walls).toEqual([])
  })

  it('is JSON and small', async () => {
    const { post } = await start()
    const text = JSON.stringify(wallReport())
    expect((await post(text, { 'content-type': 'text/plain' })).statusCode).toBe(415)
    expect((await post(text, {})).statusCode).toBe(415)
    expect((await post(text, { 'content-type': 'application/json; charset=utf-8' })).statusCode).toBe(200)
    expect((await post('{"id":')).json()).toMatchObject({ status: 400, detail: '内容不是有效的 JSON' })
    expect((await post({ ...wallReport(), padding: 'x'.repeat(8 * 1024) })).statusCode).toBe(413)
  })

  it('may be as large as the contract lets it be', async () => {
    const { post } = await start()
    const longest = wallReport({ name: '屏'.repeat(40), userAgent: '"'.repeat(300), error: { at: '2022-10-26T01:28:00Z', message: '\u0001'.repeat(300) } })
    expect((await post(longest)).statusCode).toBe(200)
  })

  it('is posted, and nothing else', async () => {
    const { app } = await start()
    const [put, get] = [await app.inject({ method: 'PUT', url: wallsPath }), await app.inject(`${wallsPath}/${id}/reload`)]
    expect([put.statusCode, put.headers['allow'], get.statusCode, get.headers['allow']]).toEqual([405, 'GET, HEAD, POST', 405, 'POST'])
  })
})

describe('the operator', () => {
  it('asks a wall to load anew: it is told until it has', async () => {
    const { post, reload, pass } = await start()
    await post(wallReport())
    const response = await reload(TOKEN)
    expect([response.statusCode, response.json()]).toEqual([202, { reloadAskedAt: '2022-10-26T01:28:00.000Z' }])
    pass(15)
    expect((await post(wallReport())).json()).toMatchObject({ reload: '2022-10-26T01:28:00.000Z' })
    expect((await post(wallReport({ startedAt: '2022-10-26T01:28:05.000Z' }))).json()).not.toHaveProperty('reload')
  })

  it.each([
    ['no token', undefined],
    ['an empty one', ''],
    ['another one', 'operator-tokem'],
    ['the start of it', TOKEN.slice(0, -1)]
  ])('with %s is refused', async (_name, token) => {
    const { app, post, reload } = await start()
    await post(wallReport())
    expect((await reload(token)).json()).toMatchObject({ status: 401, title: '操作口令不对' })
    expect((await app.inject(wallsPath)).json().walls).toMatchObject([{ reloadAskedAt: null }])
  })

  it('is told that the server has no token', async () => {
    const { app } = await startTinyServer()
    onTestFinished(() => app.close())
    const response = await app.inject({ method: 'POST', url: `${wallsPath}/${id}/reload`, headers: { authorization: 'Bearer ' } })
    expect(response.json()).toMatchObject({ status: 403, title: '没有设置操作口令', detail: expect.stringContaining('OPERATOR_TOKEN') })
    expect((await app.inject(wallsPath)).json()).toMatchObject({ operator: false })
  })

  it('is told that there is no such wall', async () => {
    const { reload } = await start()
    expect((await reload(TOKEN, 'wall-unknown')).json()).toMatchObject({ status: 404 })
  })

  it('who guesses waits after ten tries, and nobody else does', async () => {
    const { post, reload, pass } = await start()
    await post(wallReport())
    for (let count = 0; count < 10; count += 1) {
      expect((await reload('a guess')).statusCode).toBe(401)
      pass(1)
    }
    const refused = await reload(TOKEN)
    expect([refused.statusCode, refused.headers['retry-after'], refused.json().detail]).toEqual([429, '50', '请 50 秒后再试'])
    expect((await reload(TOKEN, id, '10.0.0.10')).statusCode).toBe(202)
    pass(50)
    expect((await reload(TOKEN)).statusCode).toBe(202)
  })

  it.each([
    ['behind a proxy of the operator’s own, is told from everybody else there', ['10.0.0.9'], 202],
    ['behind any other proxy, has them all wait: what that says of an address is not believed', [], 429]
  ])('who guesses %s', async (_who, proxies, other) => {
    const { post, reload } = await start(TOKEN, proxies)
    await post(wallReport())
    for (let count = 0; count < 10; count += 1) await reload('a guess', id, '10.0.0.9', `10.9.9.${count}, 192.168.1.1`)
    const asks = (address: string) => reload(TOKEN, id, '10.0.0.9', address)
    expect([(await asks('192.168.1.1')).statusCode, (await asks('192.168.1.2')).statusCode]).toEqual([429, other])
  })
})
