import * as z from 'zod/mini'
import { observationKey, type Observation } from '#contract/observation.ts'
import { Failure } from '#server/messages/failure.ts'
import { Action, contentHash, StoredDocument, StoredObservation, type ReleaseContent, type StoredPack } from '#server/release/content.ts'
import type { StoredRelease } from '#server/release/store.ts'
import type { Queryable, SqlValue } from './sql.ts'

const DigestRow = z.object({ release: z.int(), digest: z.string() })
const BodyRow = z.object({ body: z.string(), release: z.int() })
const PackRow = z.object({ hash: z.string(), document: z.string(), observations: z.string() })
const HeadRow = z.object({ release: z.int(), sha256: z.string(), observations: z.int() })

const LineRow = z.object({
  release: z.int(),
  published_at: z.string(),
  note: z.string(),
  source: z.string(),
  withdraws: z.nullable(z.int()),
  observations: z.int(),
  sha256: z.string(),
  has_pack: z.boolean()
})
const ChangeRow = z.object({ action: Action, body: z.string() })

export const heads = async (sql: Queryable): Promise<z.infer<typeof HeadRow>[]> =>
  z.array(HeadRow).parse(await sql.query('select release, sha256, observations from releases order by release'))

/** A line of the list of releases, with the hash of what the release holds. */
export interface GuardedLine {
  readonly line: StoredRelease
  readonly sha256: string
}

const lineOf = ({
  release,
  published_at: publishedAt,
  note,
  source,
  withdraws,
  observations,
  sha256,
  has_pack: hasPack
}: z.infer<typeof LineRow>): GuardedLine => ({
  line: { release, publishedAt, note, source, ...(withdraws === null ? {} : { withdraws }), observations, hasPack },
  sha256
})

const LINES = `
  select r.release, r.published_at, r.note, r.source, r.withdraws, r.observations, r.sha256, exists (select 1 from packs p where p.release = r.release) as has_pack
  from releases r where r.release between $1 and $2 order by r.release`

const NO_END = 2 ** 31 - 1

/** The list of releases, oldest first, both ends included. */
export const linesBetween = async (sql: Queryable, first: number, last = NO_END): Promise<GuardedLine[]> =>
  z
    .array(LineRow)
    .parse(await sql.query(LINES, [first, last]))
    .map(lineOf)

/** A release just as it was inserted. @throws Failure when the database no longer holds what it was given. */
export async function contentOf(sql: Queryable, release: number): Promise<ReleaseContent> {
  const [found] = await linesBetween(sql, release, release)
  if (found === undefined) throw new Error(`no release ${release}`)
  const { observations: _count, hasPack, ...record } = found.line
  const rows = z.array(ChangeRow).parse(await sql.query('select action, body from observations where release = $1 order by position', [release]))
  const changes = rows.map(({ action, body }) => ({ action, observation: StoredObservation.parse(JSON.parse(body)) }))
  const content = { record, changes, pack: hasPack ? await packOf(sql, release) : null }
  if (contentHash(content) !== found.sha256) throw new Failure(`数据库里第 ${release} 版的内容与发布时的校验值不符，请从备份恢复数据库。`)
  return content
}

const DIGESTS = `
  select r.release,
    md5(coalesce((select string_agg(md5(o.action || o.body), '' order by o.position) from observations o where o.release = r.release), ''))
    || coalesce((select md5(p.document || p.observations) from packs p where p.release = r.release), '') as digest
  from releases r order by r.release`

/** A hash over the rows of each release, to tell a database that has changed under us. */
export const digests = async (sql: Queryable): Promise<z.infer<typeof DigestRow>[]> => z.array(DigestRow).parse(await sql.query(DIGESTS))

export async function removeAfter(sql: Queryable, release: number): Promise<void> {
  for (const table of ['observations', 'packs', 'releases']) await sql.query(`delete from ${table} where release > $1`, [release])
}

export async function packOf(sql: Queryable, release: number): Promise<StoredPack> {
  const [row] = await sql.query('select hash, document, observations from packs where release = $1', [release])
  const { hash, document, observations } = PackRow.parse(row)
  return { hash, document: StoredDocument.parse(JSON.parse(document)), observations: z.array(StoredObservation).parse(JSON.parse(observations)) }
}

const KEY = ['ref_area', 'indicator', 'scope', 'time_period', 'breakdown']

/**
 * For each key the newest row up to $1. Without demo a figure that a demo row replaced comes back; a removal
 * always hides, whatever it removed.
 */
const viewSql = (demo: boolean, withdrawn: number): string => `
  select body, release from (
    select body, release, action, row_number() over (partition by ${KEY.join(', ')} order by release desc) as newest
    from observations
    where release <= $1
      ${withdrawn === 0 ? '' : `and release not in (${Array.from({ length: withdrawn }, (_, index) => `$${index + 2}`).join(', ')})`}
      ${demo ? '' : `and (origin <> 'demo' or action = 'delete')`}
  ) ranked where newest = 1 and action = 'replace'`

export interface ViewRequest {
  readonly at: number
  readonly withdrawn: ReadonlySet<number>
  readonly demo: boolean
}

/** The observations of a view, ordered by key: the same on every engine and after every rebuild. */
export async function observationsAt(sql: Queryable, { at, withdrawn, demo }: ViewRequest): Promise<Observation[]> {
  const values: SqlValue[] = [at, ...withdrawn]
  const rows = z.array(BodyRow).parse(await sql.query(viewSql(demo, withdrawn.size), values))
  const keyed = rows.map(({ body, release }) => {
    const observation = { ...StoredObservation.parse(JSON.parse(body)), release }
    return { key: observationKey(observation), observation }
  })
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ observation }) => observation)
}
