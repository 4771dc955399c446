import { describe, expect, it } from 'vitest'
import { memoryStore } from '#server/testing/memory-store.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { profiles, type Profile } from './profiles.ts'
import { reportOf } from './reports.ts'
import type { Running } from './running-server.ts'
import { failedIds } from './run.ts'
import { startExample, startMocks, startServer, startStatic } from './targets.ts'

/** The files are what the example server answers, and that server is gone when they are served. */
async function staticFiles(): Promise<Running> {
  const example = await startExample()
  const files = await startStatic(example.api, temporaryFolder())
  await example.close()
  return files
}

interface Target {
  readonly name: string
  readonly profile: Profile
  readonly start: () => Promise<Running> | Running
}

const TARGETS: readonly Target[] = [
  { name: 'server-memory', profile: profiles.live, start: () => startServer(async () => ({ store: memoryStore(), close: async () => undefined })) },
  { name: 'mocks', profile: profiles.live, start: startMocks },
  { name: 'example-server', profile: profiles.core, start: startExample },
  { name: 'static-files', profile: profiles.static, start: staticFiles }
]

describe('the conformance suite', () => {
  it.each(TARGETS)('passes $name', { timeout: 60_000 }, async ({ name, profile, start }) => {
    const outcomes = await reportOf(name, await start(), profile)
    expect(failedIds(outcomes)).toEqual([])
    const dropped = outcomes.filter(({ state }) => state === 'notApplicable')
    expect(dropped.filter(({ reason = '' }) => !Object.values(profile.lacks).includes(reason))).toEqual([])
  })
})
