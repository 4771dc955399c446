import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbeddedStore } from '#server/postgres/embedded.ts'
import { openPostgresStore } from '#server/postgres/pg-store.ts'
import type { Store } from '#server/release/store.ts'
import { startCluster } from '#server/testing/postgres-cluster.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'

/** Where one test keeps its releases; it may be opened again and again. */
export interface Place {
  readonly open: () => Promise<Store>
  /** Whether it takes several stores at once. */
  readonly shared: boolean
}

/** One kind of store, for tests that run on each. */
export interface Bench {
  readonly newPlace: () => Promise<Place>
  readonly close: () => Promise<void>
}

const openEmbedded = (dataDir: string): Promise<Store> => openEmbeddedStore({ dataDir, openSeconds: 60 })

/** Making an embedded cluster takes seconds, copying one does not. */
async function embedded(): Promise<Bench> {
  const root = makeTemporaryFolder()
  const template = join(root, 'template')
  let places = 0
  mkdirSync(template)
  await (await openEmbedded(template)).close()
  return {
    newPlace: async () => {
      places += 1
      const folder = join(root, String(places))
      cpSync(template, folder, { recursive: true })
      return { open: () => openEmbedded(folder), shared: false }
    },
    close: async () => rmSync(root, { recursive: true, force: true })
  }
}

export const postgresOptions = (url: string) =>
  ({ url, feed: 'listen', pollSeconds: 1, connectSeconds: 5, statementSeconds: 20, log: () => undefined }) as const

async function postgres(): Promise<Bench> {
  const cluster = await startCluster()
  return {
    newPlace: async () => {
      const url = await cluster.createDatabase()
      return { open: () => openPostgresStore(postgresOptions(url)), shared: true }
    },
    close: cluster.remove
  }
}

/** The same tests run on each of these. */
export const benches = [
  ['the embedded store', embedded],
  ['PostgreSQL', postgres]
] as const
