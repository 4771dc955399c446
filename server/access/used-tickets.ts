import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { renameDurably, writeDurably } from '#server/data-dir/durable-file.ts'
import { codeOf } from '#server/messages/failure.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { accessFolderIn } from './devices-file.ts'
import { SKEW_SECONDS } from './tokens.ts'

interface Ticket {
  readonly jti: string
  /** Epoch seconds. */
  readonly iat: number
  readonly exp: number
}

export interface UsedTickets {
  /** Uses a ticket up. Resolves to false when it was before, and once that is on disk to true. @throws Error when it cannot be written. */
  readonly use: (ticket: Ticket) => Promise<boolean>
}

/** So many within a quarter of an hour are no embeds any more. */
const LIMIT = 20_000
const OWNER_ONLY = 0o600

const File = z.strictObject({ used: z.array(z.tuple([z.string(), z.int()])) })
type Used = readonly (readonly [digest: string, exp: number])[]

export const usedTicketsFileIn = (dataDir: string): string => join(accessFolderIn(dataDir), 'used-tickets.json')

const digestOf = (jti: string): string => createHash('sha256').update(jti).digest('base64url')

async function write(path: string, used: Used): Promise<void> {
  const fresh = `${path}.new`
  await writeDurably(fresh, `${JSON.stringify({ used })}\n`, OWNER_ONLY)
  await renameDurably(fresh, path)
}

/** What was used before a restart must not be good again: where the file is not sound, tickets from before now are none. */
async function readUsed(path: string, log: (error: unknown) => void): Promise<Used | undefined> {
  try {
    return File.parse(JSON.parse(await readFile(path, 'utf8'))).used
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    log(`${path} 读不出来，此前发出的嵌入令牌一律不认。`)
    return undefined
  }
}

interface UsedOptions {
  /** Absent: nothing outlives a restart. */
  readonly path?: string
  readonly log: (error: unknown) => void
  readonly now?: () => Date
}

/** Remembers each ticket until it has expired. */
export async function openUsedTickets({ path, log, now = () => new Date() }: UsedOptions): Promise<UsedTickets> {
  const seconds = (): number => Math.floor(now().getTime() / 1000)
  const known = path === undefined ? [] : await readUsed(path, log)
  const since = known === undefined ? seconds() + SKEW_SECONDS : 0
  const used = new Map<string, number>(known ?? [])
  const inTurn = oneAtATime()
  const sweep = (): void => {
    for (const [digest, exp] of used) if (exp <= seconds()) used.delete(digest)
  }
  return {
    use: async ({ jti, iat, exp }) => {
      sweep()
      const digest = digestOf(jti)
      if (used.has(digest) || iat < since || used.size >= LIMIT) return false
      used.set(digest, exp)
      if (path !== undefined) await inTurn(() => write(path, [...used]))
      return true
    }
  }
}
