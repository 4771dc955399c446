import { createHash } from 'node:crypto'
import { observationKey } from '#contract/observation.ts'
import type { Change, ReleaseContent } from '#server/release/content.ts'
import type { Queryable, SqlValue } from './sql.ts'

const COLUMNS = ['ref_area', 'indicator', 'scope', 'time_period', 'breakdown', 'release', 'position', 'action', 'origin', 'body'] as const
/** PostgreSQL takes 65,535 values in one statement. */
const BATCH = 1000

const breakdownOf = (observation: Change['observation']): string =>
  observationKey({ ...observation, refArea: '', indicator: '', scope: '', timePeriod: '' }).slice(4)

const rowOf = (release: number, { action, observation }: Change, position: number): SqlValue[] => [
  observation.refArea,
  observation.indicator,
  observation.scope,
  observation.timePeriod,
  breakdownOf(observation),
  release,
  position,
  action,
  observation.origin,
  JSON.stringify(observation)
]

const placeholders = (rows: number): string =>
  Array.from({ length: rows }, (_, row) => `(${COLUMNS.map((_column, column) => `$${row * COLUMNS.length + column + 1}`).join(', ')})`).join(', ')

async function insertChanges(sql: Queryable, release: number, changes: readonly Change[]): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH) {
    const rows = changes.slice(from, from + BATCH).map((change, index) => rowOf(release, change, from + index))
    await sql.query(`insert into observations (${COLUMNS.join(', ')}) values ${placeholders(rows.length)}`, rows.flat())
  }
}

/** Adds one release whole; to be called in a transaction. */
export async function insertRelease(sql: Queryable, { record, changes, pack }: ReleaseContent, sha256: string): Promise<void> {
  const { release, publishedAt, note, source, withdraws = null } = record
  await sql.query('insert into releases (release, published_at, note, source, withdraws, observations, sha256) values ($1, $2, $3, $4, $5, $6, $7)', [
    release,
    publishedAt,
    note,
    source,
    withdraws,
    changes.length,
    sha256
  ])
  await insertChanges(sql, release, changes)
  if (pack === null) return
  await sql.query('insert into packs (release, hash, document, observations) values ($1, $2, $3, $4)', [
    release,
    pack.hash,
    JSON.stringify(pack.document),
    JSON.stringify(pack.observations)
  ])
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex')

/** What `digests` in queries.ts computes from the rows, computed from the release itself. */
export const digestOf = ({ changes, pack }: ReleaseContent): string =>
  md5(changes.map(({ action, observation }) => md5(action + JSON.stringify(observation))).join('')) +
  (pack === null ? '' : md5(JSON.stringify(pack.document) + JSON.stringify(pack.observations)))
