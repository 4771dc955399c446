import { createParser } from 'eventsource-parser'
import { describe, expect, it, onTestFinished } from 'vitest'
import { remoteCommandsPath, type RemoteMessage, remotePairPath, remoteSessionPath, wallRemotePath } from '#contract/remote.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { createWallRegistry } from '#server/walls/wall-registry.ts'
import { must } from '#tests/support/panel-data.ts'
import { wallReport } from '#tests/support/wall-report.ts'
import { soon } from '#tests/support/soon.ts'

const WALL = wallReport().id
const KEY = 'k'.repeat(43)
const JSON_TYPE = { 'content-type': 'application/json' }
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` })

/** A server with one wall known, and a clock that the test sets. */
async function start() {
  let at = Date.parse('2022-10-26T01:28:00Z')
  const now = (): Date => new Date(at)
  const registry = createWallRegistry({ now })
  registry.report(wallReport())
  const { app } = await startTinyServer({ walls: { registry, operatorToken: undefined, now }, remote: { now, publicUrl: 'https://screen.example' } })
  const url = await app.listen({ port: 0 })
  onTestFinished(() => app.close())

  const listen = async (path: string, token: string) => {
    const events: { event: string | undefined; data: Record<string, unknown> }[] = []
    const controller = new AbortController()
    onTestFinished(() => controller.abort())
    const response = await fetch(url + path, { headers: bearer(token), signal: controller.signal })
    const parser = createParser({ onEvent: ({ event, data }) => events.push({ event, data: JSON.parse(data) as Record<string, unknown> }) })
    let ended = false
    const read = async (): Promise<void> => {
      for await (const chunk of must(response.body ?? undefined)) parser.feed(new TextDecoder().decode(chunk))
    }
    void read().then(
      () => (ended = true),
      () => (ended = true)
    )
    const named = (name: string) => events.filter(({ event }) => event === name).map(({ data }) => data)
    return { status: response.status, events, named, ended: () => ended, close: () => controller.abort() }
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}, remoteAddress = '10.0.0.9') =>
    app.inject({ method: 'POST', url: path, headers: { ...JSON_TYPE, ...headers }, payload: JSON.stringify(body), remoteAddress })
  const wall = (key = KEY) => listen(wallRemotePath.replace(':id', WALL), key)
  const ask = (address?: string, headers?: Record<string, string>) => post(`/api/v1/walls/${WALL}/remote/code`, {}, headers, address)
  const pair = (code: unknown, address?: string) => post(remotePairPath, { code }, {}, address)
  let seq = 0
  const command = (token: string, change: Partial<RemoteMessage> = {}) => {
    seq += 1
    return post(remoteCommandsPath, { wall: WALL, seq, sentAt: at, command: { kind: 'next' }, ...change }, token === '' ? {} : bearer(token))
  }
  /** A wall that listens, and a tablet paired with it. */
  const paired = async () => {
    const stream = await wall()
    await ask()
    await soon(() => expect(stream.named('code')).toHaveLength(1))
    const { token } = (await pair(stream.named('code')[0]?.code)).json<{ token: string }>()
    return { stream, token }
  }
  return { app, now, post, listen, wall, ask, pair, command, paired, pass: (seconds: number) => (at += seconds * 1000) }
}

const shown = {
  seq: 3,
  scene: 'zonglan',
  theme: 'ink',
  width: 1920,
  height: 1080,
  held: true,
  loop: false,
  cover: false,
  figure: null,
  figures: [],
  next: null,
  endsAt: 1,
  seconds: 20
}

describe('pairing', () => {
  it('shows the code on the wall alone, and gives its reader control of it', async () => {
    const { wall, ask, pair } = await start()
    const stream = await wall()
    const asked = await ask()
    expect([asked.statusCode, asked.json()]).toEqual([202, { expiresAt: '2022-10-26T01:30:00.000Z', now: '2022-10-26T01:28:00.000Z' }])
    await soon(() =>
      expect(stream.named('code')).toEqual([{ code: expect.stringMatching(/^\d{6}$/), expiresAt: '2022-10-26T01:30:00.000Z', url: 'https://screen.example' }])
    )
    const code = stream.named('code')[0]?.code
    const answer = await pair(code)
    expect([answer.statusCode, answer.headers['cache-control'], answer.json()]).toEqual([
      200,
      'no-store',
      {
        token: expect.stringMatching(/^[\w-]{43}$/),
        wall: { id: WALL, name: '指挥中心' },
        expiresAt: '2022-10-26T01:43:00.000Z',
        now: '2022-10-26T01:28:00.000Z'
      }
    ])
    await soon(() =>
      expect(stream.named('control')).toEqual([
        { on: false, how: 'now' },
        { on: true, how: 'paired' }
      ])
    )
    expect((await pair(code)).json()).toMatchObject({ status: 404, title: '配对码不对或已过期' })
  })

  it('with an old code is refused', async () => {
    const { wall, ask, pair, pass } = await start()
    const stream = await wall()
    await ask()
    await soon(() => expect(stream.named('code')).toHaveLength(1))
    pass(120)
    expect((await pair(stream.named('code')[0]?.code)).statusCode).toBe(404)
  })

  it('by guessing is stopped after ten tries of one address, and sixty of all', async () => {
    const { pair, pass } = await start()
    const tries = async (address: string, times: number): Promise<number[]> => {
      const statuses: number[] = []
      for (let time = 0; time < times; time += 1) statuses.push((await pair('000000', address)).statusCode)
      return statuses
    }
    expect((await tries('10.0.0.1', 12)).slice(8)).toEqual([404, 404, 429, 429])
    for (const number of [2, 3, 4, 5, 6]) await tries(`10.0.0.${number}`, 10)
    expect(await tries('10.0.0.7', 1)).toEqual([429])
    pass(61)
    expect(await tries('10.0.0.7', 1)).toEqual([404])
  })

  it('lets somebody ask again and again for a wall that is not there yet, and then gives a code', async () => {
    const { wall, ask } = await start()
    for (let time = 0; time < 20; time += 1) expect((await ask()).statusCode).toBe(503)
    await wall()
    expect((await ask()).statusCode).toBe(202)
  })

  it('asks a wall that is known and listens, not too often; the wall itself is not limited', async () => {
    const { post, wall, ask } = await start()
    expect((await post('/api/v1/walls/wall-unknown/remote/code', {})).statusCode).toBe(404)
    expect((await ask()).json()).toMatchObject({ status: 503, title: '大屏不在线' })
    await wall()
    const statuses: number[] = []
    for (let time = 0; time < 8; time += 1) statuses.push((await ask()).statusCode)
    expect(statuses).toEqual([202, 202, 202, 202, 202, 202, 429, 429])
    expect([(await ask('10.0.0.9', bearer(KEY))).statusCode, (await ask('10.0.0.9', bearer('x'.repeat(43)))).statusCode]).toEqual([202, 429])
  })

  it.each([[{ code: 123_456 }], [{ code: '12345' }], [{ code: '１２３４５６' }], [{ code: '123456', name: '张三' }], [{}], [[]]])(
    'with %j is a bad request',
    async (body) => {
      const { post } = await start()
      expect((await post(remotePairPath, body)).statusCode).toBe(400)
    }
  )
})

describe('the stream of a wall', () => {
  it('belongs to the key that came first', async () => {
    const { app, wall, listen } = await start()
    const [first, again, other, none] = [await wall(), await wall(), await wall('x'.repeat(43)), await listen(wallRemotePath.replace(':id', WALL), 'short')]
    expect([first.status, again.status, other.status, none.status]).toEqual([200, 200, 403, 401])
    expect((await listen(wallRemotePath.replace(':id', 'wall-unknown'), KEY)).status).toBe(404)
    expect((await app.inject({ method: 'PUT', url: wallRemotePath.replace(':id', WALL) })).headers.allow).toBe('GET, POST')
  })

  it('brings commands in their order, numbered, with the time they were taken', async () => {
    const { command, paired } = await start()
    const { stream, token } = await paired()
    const answer = await command(token)
    expect([answer.statusCode, answer.json()]).toEqual([202, { seq: 1, now: '2022-10-26T01:28:00.000Z' }])
    await command(token, { command: { kind: 'hold', on: true } })
    const at = Date.parse('2022-10-26T01:28:00Z')
    await soon(() =>
      expect(stream.named('command')).toEqual([
        { number: 1, seq: 1, at, command: { kind: 'next' } },
        { number: 2, seq: 2, at, command: { kind: 'hold', on: true } }
      ])
    )
  })

  it('that is gone makes commands fail', async () => {
    const { command, paired, pass } = await start()
    const { stream, token } = await paired()
    stream.close()
    await soon(async () => {
      // Each asking is a command too, and those are limited by the second.
      pass(1)
      expect((await command(token)).json()).toMatchObject({ status: 503, title: '大屏不在线' })
    })
  })

  it('takes what the wall shows from the wall alone, and only what the contract names', async () => {
    const { post, paired } = await start()
    await paired()
    const path = wallRemotePath.replace(':id', WALL)
    expect((await post(path, shown, bearer(KEY))).statusCode).toBe(204)
    expect((await post(path, shown, bearer('x'.repeat(43)))).statusCode).toBe(403)
    expect((await post(path, shown)).statusCode).toBe(401)
    expect((await post(path, { ...shown, viewer: '张三' }, bearer(KEY))).statusCode).toBe(400)
  })
})

describe('the stream of a tablet', () => {
  it('tells how the wall is, at once and at each change', async () => {
    const { post, listen, paired } = await start()
    const { stream, token } = await paired()
    const tablet = await listen(remoteSessionPath, token)
    await soon(() =>
      expect(tablet.named('session')[0]).toMatchObject({
        online: true,
        wall: { id: WALL, name: '指挥中心' },
        shown: null,
        expiresAt: '2022-10-26T01:43:00.000Z'
      })
    )
    await post(wallRemotePath.replace(':id', WALL), shown, bearer(KEY))
    await soon(() => expect(tablet.named('session').at(-1)).toMatchObject({ shown: { seq: 3, scene: 'zonglan', held: true } }))
    stream.close()
    await soon(() => expect(tablet.named('session').at(-1)).toMatchObject({ online: false }))
  })

  it('ends when another tablet pairs: the wall is told, and the first does no more', async () => {
    const { listen, ask, pair, command, paired } = await start()
    const { stream, token } = await paired()
    const tablet = await listen(remoteSessionPath, token)
    await ask()
    await soon(() => expect(stream.named('code')).toHaveLength(2))
    await pair(stream.named('code')[1]?.code)
    await soon(() => expect([tablet.named('ended'), tablet.ended()]).toEqual([[{ reason: 'taken' }], true]))
    await soon(() => expect(stream.named('control').at(-1)).toEqual({ on: true, how: 'taken' }))
    expect((await command(token)).json()).toMatchObject({ status: 409, title: '控制权已移交' })
    expect((await listen(remoteSessionPath, token)).status).toBe(409)
  })

  it('ends when the tablet lets go, and when its time is over', async () => {
    const { app, command, paired, pass, post } = await start()
    const { stream, token } = await paired()
    expect((await post(remoteSessionPath, {}, bearer(token))).json()).toMatchObject({ expiresAt: '2022-10-26T01:43:00.000Z' })
    expect((await app.inject({ method: 'DELETE', url: remoteSessionPath, headers: bearer(token) })).statusCode).toBe(204)
    await soon(() => expect(stream.named('control').at(-1)).toEqual({ on: false, how: 'left' }))
    expect((await command(token)).json()).toMatchObject({ status: 401, title: '已断开' })
    const other = await (async () => {
      await post(`/api/v1/walls/${WALL}/remote/code`, {})
      await soon(() => expect(stream.named('code')).toHaveLength(2))
      return (await post(remotePairPath, { code: stream.named('code')[1]?.code })).json<{ token: string }>()
    })()
    pass(900)
    expect((await command(other.token)).json()).toMatchObject({ status: 401, title: '控制时间已到' })
    await soon(() => expect(stream.named('control').at(-1)).toEqual({ on: false, how: 'expired' }))
  })
})

describe('a command is refused, and the wall hears nothing of it', () => {
  it.each<[string, Partial<RemoteMessage> & { token?: string }, number]>([
    ['without a token', { token: '' }, 401],
    ['with a forged one', { token: 'A'.repeat(43) }, 401],
    ['for another wall', { wall: 'wall-00000002' }, 403],
    ['that comes again', { seq: 1 }, 422],
    ['from before', { sentAt: 0 }, 422],
    ['of no kind', { command: { kind: 'reboot' } as never }, 400],
    ['with a field of its own', { command: { kind: 'next', also: 'reboot' } as never }, 400],
    ['with markup for a scene', { command: { kind: 'show', scene: '<b>' } }, 400],
    ['beside the screen', { command: { kind: 'point', x: 1.2, y: 0 } }, 400]
  ])('%s', async (_name, { token, ...change }, status) => {
    const { command, paired } = await start()
    const own = await paired()
    await command(own.token)
    expect((await command(token ?? own.token, change)).statusCode).toBe(status)
    await command(own.token, { command: { kind: 'back' } })
    await soon(() => expect(own.stream.named('command').map(({ command: it }) => it)).toEqual([{ kind: 'next' }, { kind: 'back' }]))
  })

  it('in a flood', async () => {
    const { command, paired } = await start()
    const { stream, token } = await paired()
    const statuses = new Map<number, number>()
    for (let time = 0; time < 40; time += 1) {
      const { statusCode } = await command(token)
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    }
    expect([...statuses]).toEqual([
      [202, 16],
      [429, 24]
    ])
    await soon(() => expect(stream.named('command')).toHaveLength(16))
  })

  it('unless it is small JSON', async () => {
    const { app } = await start()
    const inject = (headers: Record<string, string>, payload: string) => app.inject({ method: 'POST', url: remoteCommandsPath, headers, payload })
    expect((await inject({ 'content-type': 'text/plain' }, '{}')).statusCode).toBe(415)
    expect((await inject(JSON_TYPE, JSON.stringify({ padding: 'x'.repeat(2000) }))).statusCode).toBe(413)
    expect((await app.inject({ method: 'GET', url: remoteCommandsPath })).statusCode).toBe(405)
  })
})
