import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { renameDurably, writeDurably } from '#server/data-dir/durable-file.ts'
import { codeOf } from '#server/messages/failure.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'

/** What outlives a restart: digests only, no token and no key. */
const RemoteState = z.object({
  sessions: z.array(z.object({ id: z.string(), wall: z.string(), expiresAt: z.number() })),
  keys: z.array(z.object({ wall: z.string(), digest: z.string() }))
})
export type RemoteState = z.infer<typeof RemoteState>

export interface RemoteFile {
  readonly known: RemoteState
  readonly save: (state: RemoteState) => void
  /** Resolves once everything is written. */
  readonly close: () => Promise<void>
}

const NONE: RemoteState = { sessions: [], keys: [] }
const OWNER_ONLY = 0o600

export const remoteFileIn = (dataDir: string): string => join(dataDir, 'remote.json')

/** Who was paired is worth no failed start: without a sound file tablets pair anew. */
async function readState(path: string, log: (error: unknown) => void): Promise<RemoteState> {
  try {
    return RemoteState.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') log(`${path} 读不出来，平板要重新配对。`)
    return NONE
  }
}

async function write(path: string, state: RemoteState): Promise<void> {
  const fresh = `${path}.new`
  await writeDurably(fresh, `${JSON.stringify(state)}\n`, OWNER_ONLY)
  await renameDurably(fresh, path)
}

/** Pairings and the keys of walls in a file, so that a restart of the server takes the wall out of nobody's hand and gives it into nobody's. */
export async function openRemoteFile(path: string, log: (error: unknown) => void): Promise<RemoteFile> {
  const known = await readState(path, log)
  const inTurn = oneAtATime()
  let newest: RemoteState | undefined
  const writeNewest = async (): Promise<void> => {
    const state = newest
    newest = undefined
    if (state !== undefined) await write(path, state).catch(log)
  }
  return {
    known,
    save: (state) => {
      newest = state
      void inTurn(writeNewest)
    },
    close: () => inTurn(writeNewest)
  }
}
