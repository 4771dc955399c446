import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { openRemoteFile, remoteFileIn } from './remote-file.ts'
import { createRemoteSessions } from './remote-sessions.ts'

const WALL = 'wall-00000001'

it('lets a pairing go on after a restart, obeys nothing from before it, and keeps no token', async () => {
  const path = remoteFileIn(temporaryFolder())
  let at = Date.parse('2022-10-26T01:28:00Z')
  const now = (): number => at
  const file = await openRemoteFile(path, console.error)
  const before = createRemoteSessions({ now, known: file.known.sessions })
  const { token } = before.start(WALL)
  file.save({ sessions: before.all(), keys: [] })
  await file.close()
  expect(readFileSync(path, 'utf8')).not.toContain(token)
  expect(statSync(path).mode & 0o077).toBe(0)
  at += 3_000
  const after = createRemoteSessions({ now, known: (await openRemoteFile(path, console.error)).known.sessions })
  const message = { wall: WALL, seq: 1, sentAt: at - 1, command: { kind: 'next' } as const }
  expect([after.accept(token, message), after.accept(token, { ...message, sentAt: at })]).toEqual([{ refused: 'stale' }, { wall: WALL }])
  at += 900_000
  expect(after.find(token)).toBe('expired')
})

it.each(['{"sessions":', '[]', '\0\0\0'])('that reads %j is no reason not to start', async (text) => {
  const path = remoteFileIn(temporaryFolder())
  writeFileSync(path, text)
  const logged: unknown[] = []
  expect((await openRemoteFile(path, (error) => logged.push(error))).known).toEqual({ sessions: [], keys: [] })
  expect(logged).toEqual([expect.stringContaining('remote.json 读不出来')])
})
