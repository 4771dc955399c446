import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { quietPort } from '#tests/restarts/quiet-port.ts'
import { findPostgres, initCluster, type PostgresPrograms } from './postgres-programs.ts'
import { launchServer, type PostgresServer, type ServerPlace } from './postgres-server.ts'

export interface PostgresCluster {
  readonly port: number
  readonly url: (database: string, login?: string) => string
  /** A fresh empty database; resolves to its address. */
  readonly createDatabase: () => Promise<string>
  /** SQL as the owner of everything, in the given database. */
  readonly run: (url: string, text: string) => Promise<Record<string, unknown>[]>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
  /** kill -9 of the server and of each of its processes, as when a machine loses power. */
  readonly kill: () => Promise<void>
  /** Stops every process where it stands: connections stay open and nothing answers. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Stops and leaves nothing behind. */
  readonly remove: () => Promise<void>
}

const [USER, PASSWORD] = ['screen', 'kou-ling']
const START_ATTEMPTS = 200

function makeFolder({ account }: PostgresPrograms): string {
  const folder = mkdtempSync(join(tmpdir(), 'tongxin-pg-'))
  chmodSync(folder, 0o755)
  writeFileSync(join(folder, 'password'), PASSWORD)
  if (account !== undefined) chownSync(folder, account.uid, account.gid)
  return folder
}

async function runSql(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function startServer(place: ServerPlace): Promise<PostgresServer> {
  let server = launchServer(place)
  for (let attempt = 1; !(await server.ready()); attempt += 1) {
    if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL does not start: ${server.output()}`)
    await delay(50)
    server = launchServer(place)
  }
  return server
}

/** A private PostgreSQL in a temporary folder, which syncs to the disk as in production. @throws Error naming the package that is missing. */
export async function startCluster(): Promise<PostgresCluster> {
  const programs = findPostgres()
  const [folder, port] = [makeFolder(programs), await quietPort()]
  const url = (database: string, login = `${USER}:${PASSWORD}`): string => `postgres://${login}@127.0.0.1:${port}/${database}`
  const place: ServerPlace = {
    programs,
    data: join(folder, 'data'),
    port,
    answers: () =>
      runSql(url('postgres'), 'select 1').then(
        () => true,
        () => false
      )
  }
  initCluster(programs, place.data, USER, join(folder, 'password'))
  let server = await startServer(place)
  let databases = 0
  return {
    port,
    url,
    createDatabase: async () => {
      databases += 1
      await runSql(url('postgres'), `create database d${databases}`)
      return url(`d${databases}`)
    },
    run: runSql,
    start: async () => {
      server = await startServer(place)
    },
    stop: () => server.stop(),
    kill: () => server.kill(),
    freeze: () => server.signalAll('SIGSTOP'),
    thaw: () => server.signalAll('SIGCONT'),
    remove: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
