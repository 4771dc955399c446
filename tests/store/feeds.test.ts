import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openPostgresStore, type PostgresOptions } from '#server/postgres/pg-store.ts'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { startTinyServer } from '#server/testing/start-tiny-server.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import { soon } from '#tests/support/soon.ts'
import { postgresOptions } from './bench.ts'
import { listenTo } from './sse-client.ts'

let cluster: PostgresCluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.remove())

const figure = (obsValue: string) => ({ note: '更正', source: '统战部', observations: [tinyFigure({ obsValue })] })

/** A server of its own: its store, its list, its connections and its feed. */
async function server(url: string, options: Partial<PostgresOptions> = {}) {
  const log = vi.fn<(message: string) => void>()
  const store = await openPostgresStore({ ...postgresOptions(url), log, ...options })
  const { app, publisher, token, errors } = await startTinyServer({ store })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const client = await listenTo(address)
  onTestFinished(async () => {
    client.close()
    await app.close()
    await store.close()
  })
  await client.until(store.releases().length)
  return { store, app, publisher, token, errors, address, client, log }
}

const services = async (address: string): Promise<unknown> => {
  const response = await fetch(`${address}/api/v1/observations?indicator=services`)
  return response.json()
}

const LISTENING = `select pid from pg_stat_activity where datname = current_database() and query ilike 'listen%' or datname = current_database() and query = 'select 1'`
const cutListeners = (url: string) => cluster.run(url, `select pg_terminate_backend(pid) from (${LISTENING}) l where pid <> pg_backend_pid()`)

/** At the earliest, after its line is cut. */
const LISTENS_AGAIN_MS = 900
/** Well before a feed that listens would look by itself, every 15 s. */
const SOON = 5_000

describe.each([
  ['listen', SOON],
  ['poll', 2 * SOON]
] as const)('a release published in one process, with the %s feed', (feed, soon) => {
  it('reaches the screens of the other, both ways, with the new figures', async () => {
    const url = await cluster.createDatabase()
    const [a, b] = [await server(url, { feed }), await server(url, { feed })]
    expect(a.store.releases()).toHaveLength(1)
    await a.publisher.publish(figure('200'))
    expect(await b.client.until(2)).toBeLessThan(soon)
    expect(await services(b.address)).toMatchObject({ release: 2, observations: [{ obsValue: '200', release: 2 }] })
    await b.publisher.publish({ withdraw: 2 })
    expect(await a.client.until(3)).toBeLessThan(soon)
    expect(await services(a.address)).toMatchObject({ release: 3, observations: [{ obsValue: '167', release: 1 }] })
    expect([a.client.heard(), b.client.heard()]).toEqual([
      [1, 2, 3],
      [1, 2, 3]
    ])
  })
})

it('finds what was published while the listener was down, and hears the next one', async () => {
  const url = await cluster.createDatabase()
  const [a, b] = [await server(url), await server(url)]
  await soon(async () => expect(await cluster.run(url, LISTENING)).toHaveLength(2))
  /* Both lose their line; what is announced now reaches nobody. */
  const cut = performance.now()
  await cutListeners(url)
  await a.publisher.publish(figure('200'))
  const back = performance.now() - cut > LISTENS_AGAIN_MS
  expect(back || !b.client.heard().includes(2)).toBe(true)
  expect(await b.client.until(2)).toBeLessThan(2 * SOON)
  await soon(async () => expect(await cluster.run(url, LISTENING)).toHaveLength(2))
  await a.publisher.publish(figure('201'))
  expect(await b.client.until(3)).toBeLessThan(SOON)
  expect(b.log.mock.calls.map(([message]) => message)).toEqual([expect.stringMatching(/^数据库暂时不可用，继续展示已有的版本：/), '数据库已恢复。'])
})

it('does not tell what a rolled back transaction announced', async () => {
  const url = await cluster.createDatabase()
  const [a, b] = [await server(url), await server(url)]
  await expect(
    a.store.inTurn(async (turn) => {
      await turn.append({ ...(await a.store.content(1)), record: { release: 2, publishedAt: '', note: '', source: '' } })
      throw new Error('changed my mind')
    })
  ).rejects.toThrow('changed my mind')
  expect(a.store.releases()).toHaveLength(1)
  await a.publisher.publish(figure('200'))
  await b.client.until(2)
  expect(await services(b.address)).toMatchObject({ observations: [{ obsValue: '200' }] })
})

it('goes on showing what it has when the tables are no longer the same, and says so', async () => {
  const url = await cluster.createDatabase()
  const a = await server(url)
  await a.publisher.publish(figure('200'))
  await cluster.run(url, 'delete from observations where release = 2; delete from releases where release = 2')
  await expect(a.publisher.publish(figure('201'))).rejects.toMatchObject({ status: 503 })
  expect(a.log).toHaveBeenCalledWith(expect.stringContaining('数据库里的版本与已经展示的（共 2 版）不一致'))
  expect(await services(a.address)).toMatchObject({ release: 2, observations: [{ obsValue: '200' }] })
})
