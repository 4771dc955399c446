import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { Client } from 'pg'
import { openPg } from '#server/postgres/pg-driver.ts'
import { migrate } from '#server/postgres/migrations.ts'
import { openPostgresStore, type PostgresOptions } from '#server/postgres/pg-store.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { startCluster, type PostgresCluster } from '#server/testing/postgres-cluster.ts'
import { tinyPack } from '#server/testing/tiny-pack.ts'
import { postgresOptions } from './bench.ts'

let cluster: PostgresCluster
beforeAll(async () => {
  cluster = await startCluster()
  await cluster.run(cluster.url('postgres'), `create role reader login password 'du-zhe'`)
})
afterAll(() => cluster.remove())

const open = (url: string, options: Partial<PostgresOptions> = {}) =>
  openPostgresStore({ ...postgresOptions(url), connectSeconds: 5, follow: false, ...options })
const asReader = (url: string): string => url.replace(/\/\/[^@]+@/, '//reader:du-zhe@')

async function messageFor(url: string, options: Partial<PostgresOptions> = {}): Promise<string> {
  const error: unknown = await open(url, options).then(
    (store) => store.close(),
    (reason: unknown) => reason
  )
  expect(error).toMatchObject({ name: 'DatabaseAway' })
  return error instanceof Error ? error.message : ''
}

/** Takes connections and never says anything. */
async function silentPort(): Promise<number> {
  const sockets = new Set<{ destroy: () => void }>()
  const server = createServer((socket) => sockets.add(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

describe('a database that cannot be used is explained in one sentence', () => {
  it('a wrong password', async () => {
    const message = await messageFor(cluster.url('postgres', 'screen:geheim'))
    expect(message).toBe(`数据库 127.0.0.1:${cluster.port} 用户 screen 的口令不对，请检查环境变量 DATABASE_URL。`)
    expect(await messageFor(cluster.url('postgres', 'screen'))).toBe(`数据库 127.0.0.1:${cluster.port} 要求用户 screen 给出口令，请检查环境变量 DATABASE_URL。`)
    expect(await messageFor(cluster.url('postgres', 'nobody:geheim'))).toContain('nobody 的口令不对')
  })

  it('nobody at the address, a name that is none, a server that says nothing', async () => {
    expect(await messageFor('postgres://a:b@127.0.0.1:1/x')).toBe(
      '连不上数据库 127.0.0.1:1（那里没有数据库在运行），请检查环境变量 DATABASE_URL，并确认数据库已经启动。'
    )
    expect(await messageFor('postgres://a:b@no-such-host.invalid/x')).toMatch(/^连不上数据库 no-such-host\.invalid:5432（主机名无法解析）/)
    expect(await messageFor(`postgres://a:b@127.0.0.1:${await silentPort()}/x`, { connectSeconds: 1 })).toContain('（没有回应）')
  })

  it('a missing database', async () => {
    expect(await messageFor(cluster.url('quzhou'))).toBe(
      `数据库服务器 127.0.0.1:${cluster.port} 上没有名为 quzhou 的库，请先建库，或检查环境变量 DATABASE_URL。`
    )
  })

  it('an account that may not make tables, a database one may only read', async () => {
    const url = await cluster.createDatabase()
    expect(await messageFor(asReader(url))).toMatch(
      /^用户 reader 在 postgres:\/\/127\.0\.0\.1:\d+\/d\d+ 里权限不够，.*GRANT USAGE, CREATE ON SCHEMA public TO reader/
    )
    await cluster.run(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`)
    expect(await messageFor(url)).toContain('是只读的')
  })

  it('tables of a later version', async () => {
    const url = await cluster.createDatabase()
    await (await open(url)).close()
    await cluster.run(url, 'insert into schema_steps (step) values (1000)')
    await expect(open(url)).rejects.toThrow('数据库已由更新版本的程序升级过')
  })
})

it('an account that may only use the tables is enough once they are there', async () => {
  const url = await cluster.createDatabase()
  await (await open(url)).close()
  await cluster.run(url, 'grant select, insert, update on all tables in schema public to reader')
  const store = await open(asReader(url))
  expect(await createPublisher(store).installPack(tinyPack())).toMatchObject({ release: 1 })
  await store.close()
})

describe('who dies with the lock does not keep it', () => {
  /** Holds a lock as a process does that was killed in the middle: its connection breaks. */
  async function dyingHolder(url: string, table: string): Promise<Client> {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    await client.query(`select id from ${table} where id = 1 for update`)
    return client
  }
  const die = (client: Client): void => void setTimeout(() => client.connection.stream.destroy(), 300)

  it('while the tables are made', async () => {
    const url = await cluster.createDatabase()
    await cluster.run(url, 'create table schema_lock (id integer primary key); insert into schema_lock values (1)')
    die(await dyingHolder(url, 'schema_lock'))
    const sql = openPg(postgresOptions(url))
    await migrate(sql)
    expect(await sql.query('select id from release_lock')).toEqual([{ id: 1 }])
    await sql.close()
  })

  it('while a release is made; and who holds it too long without a word is ended by the server', async () => {
    const url = await cluster.createDatabase()
    const store = await openPostgresStore({ ...postgresOptions(url), statementSeconds: 2 })
    onTestFinished(() => store.close())
    die(await dyingHolder(url, 'release_lock'))
    expect(await createPublisher(store).installPack(tinyPack())).toMatchObject({ release: 1 })
    await expect(
      store.inTurn(
        () =>
          new Promise((resolve) => {
            setTimeout(resolve, 3000)
          })
      )
    ).rejects.toMatchObject({ status: 503 })
    expect(await store.inTurn(async (turn) => turn.releases().length)).toBe(1)
  })

  it('and who waits too long for it is told', async () => {
    const url = await cluster.createDatabase()
    const store = await openPostgresStore({ ...postgresOptions(url), statementSeconds: 2 })
    onTestFinished(() => store.close())
    const holder = await dyingHolder(url, 'release_lock')
    await expect(createPublisher(store).installPack(tinyPack())).rejects.toMatchObject({ status: 503, title: '数据库暂不可用' })
    await holder.end()
    expect(await createPublisher(store).installPack(tinyPack())).toMatchObject({ release: 1 })
  })
})

it('many that start at once on an empty database all come up, with one release of the pack', async () => {
  for (let round = 0; round < 10; round += 1) {
    const url = await cluster.createDatabase()
    const stores = await Promise.all(Array.from({ length: 6 }, () => open(url)))
    const made = await Promise.all(stores.map((store) => createPublisher(store).installPack(tinyPack())))
    expect(made.filter((published) => published !== undefined)).toEqual([{ release: 1, observations: 5 }])
    expect(stores.map((store) => store.releases().length)).toEqual([1, 1, 1, 1, 1, 1])
    await Promise.all(stores.map((store) => store.close()))
  }
})
