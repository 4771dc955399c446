import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgresStore } from '#server/postgres/pg-store.ts'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { postgresOptions } from './bench.ts'
import { listenTo } from './sse-client.ts'

const figure = (obsValue: string) => ({ note: '更正', source: '统战部', observations: [tinyFigure({ obsValue })] })
const OLD = [1, 2, 3, 4, 5, 6]
const CURRENT = [
  'pack',
  'regions',
  'boundaries/330800?context=1',
  'boundaries/330802',
  'indicators',
  'scenes',
  'scenes/zonglan',
  'scenes/zonglan?region=330802',
  'observations',
  'observations?refArea=330803&from=2022',
  'releases',
  'version'
]

let cluster: PostgresCluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.remove())

describe.each(['listen', 'poll'] as const)('a server whose database goes away (%s)', (feed) => {
  let server: Awaited<ReturnType<typeof start>>

  async function start() {
    const log = vi.fn<(message: string) => void>()
    const options = { ...postgresOptions(await cluster.createDatabase()), feed, statementSeconds: 3, connectSeconds: 3, log }
    const [store, other] = [await openPostgresStore(options), await openPostgresStore(options)]
    const { app, publisher, token, errors } = await startTinyServer({ store })
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const [client, peer] = [await listenTo(address), await startTinyServer({ store: other })]
    onTestFinished(async () => {
      client.close()
      await app.close()
      await peer.app.close()
      await Promise.all([store.close(), other.close()])
    })
    return { store, publisher, token, errors, address, client, log, peer }
  }

  const get = async (path: string) => {
    const response = await fetch(`${server.address}/api/v1/${path}`)
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
  }
  const post = async (body: unknown) => {
    const response = await fetch(`${server.address}/admin/releases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body)
    })
    return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as unknown }
  }

  /** Publishes a few, looks back at more of them than are kept, and only then at half of what is current. */
  async function prepare() {
    server = await start()
    for (const value of ['200', '201', '202', '203', '204', '205']) await server.publisher.publish(figure(value))
    await server.client.until(7)
    for (const release of OLD) await get(`observations?release=${release}`)
  }

  beforeEach(prepare)

  const expectOutage = async (): Promise<void> => {
    for (const path of CURRENT) expect([path, (await get(path)).status]).toEqual([path, 200])
    expect(JSON.parse((await get('observations?indicator=services')).body)).toMatchObject({ release: 7, observations: [{ obsValue: '205' }] })
    expect(await fetch(`${server.address}/readyz`).then((response) => response.json())).toEqual({ release: 7 })
    const refused = await post(figure('300'))
    expect(refused).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8', body: { status: 503, title: '数据库暂不可用' } })
    expect(JSON.stringify(refused.body)).not.toMatch(/127\.0\.0\.1|screen/)
    expect(await get('scenes/zonglan?release=2&region=330803')).toMatchObject({ status: 503, type: 'application/problem+json; charset=utf-8' })
  }

  const expectRecovery = async (): Promise<void> => {
    await vi.waitFor(async () => expect(await post(figure('301'))).toMatchObject({ status: 201, body: { release: 8 } }), { timeout: 15_000, interval: 200 })
    expect((await get('scenes/zonglan?release=2&region=330803')).status).toBe(200)
    await server.client.until(8)
    await vi.waitFor(() => server.peer.publisher.publish(figure('302')), { timeout: 15_000 })
    await server.client.until(9)
    expect(server.log).toHaveBeenCalledWith(expect.stringMatching(/^数据库暂时不可用/))
    expect(server.log).toHaveBeenCalledWith('数据库已恢复。')
    expect(server.errors).toEqual([])
  }

  it('goes on from memory when it is stopped, and by itself when it is back', async () => {
    await cluster.stop()
    await expectOutage()
    await cluster.start()
    await expectRecovery()
  })

  it('does so too when it is killed', async () => {
    await cluster.kill()
    await expectOutage()
    await cluster.start()
    await expectRecovery()
  })

  it('and when it stops answering without a word', async () => {
    cluster.freeze()
    onTestFinished(() => cluster.thaw())
    await expectOutage()
    cluster.thaw()
    await expectRecovery()
  })
})
