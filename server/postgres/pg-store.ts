import { coalesced } from '#server/coalesced.ts'
import { Failure } from '#server/messages/failure.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import type { Store, Turn } from '#server/release/store.ts'
import { checkVersion } from './check-version.ts'
import type { Feed, FeedOptions } from './feed.ts'
import { listenFeed } from './listen-feed.ts'
import { migrate } from './migrations.ts'
import { createOutage, type Outage } from './outage.ts'
import { clientConfig, openPg, type PgOptions } from './pg-driver.ts'
import { explained } from './pg-errors.ts'
import { placeOf } from './pg-place.ts'
import { problemOf } from './pg-problem.ts'
import { beginTurn } from './pg-turn.ts'
import { pollFeed } from './poll-feed.ts'
import { contentOf } from './queries.ts'
import { readReleases, type Use } from './read-releases.ts'
import { linesOf, releaseList, type ReleaseList } from './release-list.ts'
import type { Sql } from './sql.ts'

export interface PostgresOptions extends PgOptions {
  /** How one hears of what other processes publish. */
  readonly feed: 'listen' | 'poll'
  readonly pollSeconds: number
  /** False for commands, which end before anything new could matter. */
  readonly follow?: boolean
  readonly log: (message: string) => void
}

function openFeed(options: PostgresOptions, feed: FeedOptions): Feed {
  if (options.follow === false) return { close: async () => undefined }
  if (options.feed === 'poll') return pollFeed(options.pollSeconds, feed)
  return listenFeed(clientConfig(options), { ...feed, report: (error) => feed.report(explained(error, placeOf(options.url))) })
}

async function openTables(options: PostgresOptions, list: ReleaseList): Promise<Sql> {
  const sql = openPg(options)
  try {
    await checkVersion(sql)
    await migrate(sql)
    list.learn(await list.read(sql))
    return sql
  } catch (error) {
    await sql.close()
    throw error
  }
}

interface Guard {
  /** An error on the way goes to the log as it is and to the caller as a Problem. */
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>
  readonly outage: Outage
}

function createGuard(log: PostgresOptions['log']): Guard {
  const outage = createOutage(log)
  const guarded: Guard['guarded'] = async (work) => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Failure) outage.begins(error)
      throw problemOf(error)
    }
  }
  return { guarded, outage }
}

/** Reads what is new, and says when the database is lost and found again. */
const follow = (sql: Sql, list: ReleaseList, outage: Outage) => async (): Promise<void> => {
  const lines = await list.read(sql).catch(outage.begins)
  if (lines === undefined) return
  outage.ends()
  list.learn(lines)
}

/** One transaction, which holds the lock: what it appends is there for everybody at once, or not at all. */
async function takeTurn<T>(sql: Sql, list: ReleaseList, announce: boolean, work: (turn: Turn) => Promise<T>): Promise<T> {
  const { result, lines } = await sql.transaction(async (inner) => {
    const { turn, lines } = await beginTurn(inner, list, announce)
    return { result: await work(turn), lines: lines() }
  })
  list.learn(lines)
  return result
}

/** The database is the truth and this process one of several that use it. @throws Failure when it cannot be used. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const list = releaseList()
  const sql = await openTables(options, list)
  const { guarded, outage } = createGuard(options.log)
  const feed = openFeed(options, { hint: coalesced(follow(sql, list, outage)), report: outage.begins })
  const oneByOne = oneAtATime()
  const use: Use = (work) => guarded(() => work(sql))
  return {
    ...readReleases(use, () => linesOf(list.all())),
    content: (release) => use((inner) => contentOf(inner, release)),
    inTurn: (work) => oneByOne(() => guarded(() => takeTurn(sql, list, options.feed === 'listen', work))),
    subscribe: list.subscribe,
    close: () => feed.close().then(sql.close)
  }
}
