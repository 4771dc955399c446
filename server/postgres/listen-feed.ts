import { setTimeout as delay } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import type { Feed, FeedOptions } from './feed.ts'
import type { Queryable } from './sql.ts'

const CHANNEL = 'tongxin_release'
const RETRY_MS = 1000
const CLOSE_MS = 1000
/** A line that died without a word is found out by asking. */
const CHECK_MS = 15_000

/** To be called in the transaction that makes the release: listeners hear of it when that commits. */
export const notify = async (sql: Queryable, release: number): Promise<void> => void (await sql.query('select pg_notify($1, $2)', [CHANNEL, String(release)]))

/** Rejects when the connection breaks, ends, or no longer answers. */
async function watch(client: Client, hint: () => void, stop: AbortSignal): Promise<void> {
  const broken = new Promise<never>((_resolve, reject) => {
    client.on('error', reject)
    client.on('end', () => reject(new Error('the listening connection ended')))
  })
  const asking = (async () => {
    for (;;) {
      await delay(CHECK_MS, undefined, { signal: stop })
      await client.query('select 1')
      hint()
    }
  })()
  await Promise.race([broken, asking])
}

/** One connection, from its making to its end. What was announced while there was none is lost, so the first thing is a hint. */
async function listenOnce(config: ClientConfig, { hint }: FeedOptions, stop: AbortSignal): Promise<void> {
  const client = new Client(config)
  client.on('error', () => undefined)
  client.on('notification', hint)
  try {
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    hint()
    await watch(client, hint, stop)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Listens on a connection of its own and makes a new one whenever it is lost. The payload is a hint, never data. */
export function listenFeed(config: ClientConfig, options: FeedOptions): Feed {
  const stop = new AbortController()
  const done = (async () => {
    while (!stop.signal.aborted) {
      await listenOnce(config, options, stop.signal).catch((error: unknown) => stop.signal.aborted || options.report(error))
      await delay(RETRY_MS, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  return {
    close: () => {
      stop.abort()
      return Promise.race([done, delay(CLOSE_MS)])
    }
  }
}
