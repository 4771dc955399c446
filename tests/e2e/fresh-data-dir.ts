import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '#server/postgres/embedded.ts'

/** Names the folder with an empty database, for the processes of a run. */
const VARIABLE = 'TESTS_EMPTY_DATABASE'
const OPEN_SECONDS = 240

/** Makes the empty database of a run, once. Returns what removes it. */
export async function makeEmptyDatabase(): Promise<() => void> {
  if (process.env[VARIABLE] !== undefined) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'empty-'))
  await (await openEmbeddedStore({ dataDir: folder, openSeconds: OPEN_SECONDS })).close()
  process.env[VARIABLE] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/**
 * Makes a data folder for a server's first start. Where the run has an empty database it is a copy of that: nothing has been
 * published in it, as in one that the server makes, which keeps a core busy for seconds. Without one the server makes its own.
 */
export function fillDataDir(folder: string): string {
  const empty = process.env[VARIABLE]
  if (empty === undefined) mkdirSync(folder, { recursive: true })
  else cpSync(empty, folder, { recursive: true })
  return folder
}

export const freshDataDir = (): string => fillDataDir(mkdtempSync(join(tmpdir(), 'screen-')))
