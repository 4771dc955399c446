import { realpath } from 'node:fs/promises'
import { openEmbeddedStore } from '#server/postgres/embedded.ts'
import type { Store } from '#server/release/store.ts'
import { lockFolder } from './lock.ts'
import { checkWritable, makeFolder } from './prepare-folder.ts'

export interface DataDir {
  readonly store: Store
  readonly close: () => Promise<void>
}

async function openLocked(dataDir: string, openSeconds: number): Promise<Store> {
  await checkWritable(dataDir)
  return openEmbeddedStore({ dataDir, openSeconds })
}

/** Resolves to undefined when another process holds the folder. @throws Failure */
export async function openDataDir(dataDir: string, openSeconds: number): Promise<DataDir | undefined> {
  await makeFolder(dataDir)
  const folder = await realpath(dataDir)
  const lock = await lockFolder(folder)
  if (lock === undefined) return undefined
  try {
    const store = await openLocked(folder, openSeconds)
    return { store, close: () => store.close().finally(lock.release) }
  } catch (error) {
    await lock.release()
    throw error
  }
}
