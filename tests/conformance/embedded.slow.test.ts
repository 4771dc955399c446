import { rmSync } from 'node:fs'
import { afterAll, expect, it } from 'vitest'
import { openDataDir } from '#server/data-dir/open-data-dir.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { profiles } from './profiles.ts'
import { reportOf } from './reports.ts'
import { failedIds } from './run.ts'
import { startServer, type OpenStore } from './targets.ts'

const folder = makeTemporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function embedded(): Promise<OpenStore> {
  const opened = await openDataDir(folder, 60)
  if (opened === undefined) throw new Error('the folder is held')
  return opened
}

it('the built-in server on the embedded store passes live', { timeout: 120_000 }, async () => {
  const outcomes = await reportOf('server-embedded', await startServer(embedded), profiles.live)
  expect(failedIds(outcomes)).toEqual([])
})
