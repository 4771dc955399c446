import { Pool, type ClientConfig, type PoolClient } from 'pg'
import { CommitUnknown, DatabaseAway, explained } from './pg-errors.ts'
import { placeOf, type Place } from './pg-place.ts'
import type { Queryable, Row, Sql } from './sql.ts'

export interface PgOptions {
  readonly url: string
  readonly connectSeconds: number
  readonly statementSeconds: number
}

const POOL_SIZE = 6

/**
 * The server ends a statement that takes too long, and a session that keeps a transaction open and says nothing: a
 * machine that loses power would otherwise hold its locks for hours. Past that our own time-out gives the line up.
 */
export const clientConfig = ({ url, connectSeconds, statementSeconds }: PgOptions): ClientConfig => ({
  connectionString: url,
  application_name: 'tongxin-screen',
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: connectSeconds * 1000,
  statement_timeout: statementSeconds * 1000,
  idle_in_transaction_session_timeout: statementSeconds * 1000,
  query_timeout: statementSeconds * 1000 + 2000
})

const queryable = (client: Pick<PoolClient, 'query'>, place: Place): Queryable => ({
  query: async (text, values = []) => {
    try {
      return (await client.query<Row>(text, [...values])).rows
    } catch (error) {
      throw explained(error, place)
    }
  }
})

/** A statement that fails on the way back leaves its outcome open: only here may it have taken effect. */
async function commit(sql: Queryable): Promise<void> {
  try {
    await sql.query('commit')
  } catch (error) {
    throw error instanceof DatabaseAway
      ? new CommitUnknown(`${error.message.replace(/。$/, '')}；那时正在提交，不能确定这一版是否已经发布。`, { cause: error })
      : error
  }
}

/** Read committed, whatever the server's default: what others committed while we waited for a lock must be seen. */
async function runTransaction<T>(sql: Queryable, work: (sql: Queryable) => Promise<T>): Promise<T> {
  await sql.query('begin isolation level read committed')
  const result = await work(sql).catch(async (error: unknown) => {
    await sql.query('rollback').catch(() => undefined)
    throw error
  })
  await commit(sql)
  return result
}

async function connected(pool: Pool, place: Place): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (error) {
    throw explained(error, place)
  }
}

/** Connections are made when they are needed; a broken one is replaced by the next use. */
export function openPg(options: PgOptions): Sql {
  const place = placeOf(options.url)
  const pool = new Pool({ ...clientConfig(options), max: POOL_SIZE })
  /* The next query reports what is wrong; an error event nobody listens to would end the process. */
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    query: queryable(pool, place).query,
    transaction: async (work) => {
      const client = await connected(pool, place)
      try {
        const result = await runTransaction(queryable(client, place), work)
        client.release()
        return result
      } catch (error) {
        /* Whatever state the connection is in, nobody else gets it. */
        client.release(true)
        throw error
      }
    },
    close: () => pool.end()
  }
}
