import { Failure } from '#server/messages/failure.ts'
import { steps } from './schema.ts'
import type { Queryable, Sql } from './sql.ts'

const LOCK = [
  'create table if not exists schema_lock (id integer primary key)',
  'create table if not exists schema_steps (step integer primary key)',
  'insert into schema_lock (id) select 1 where not exists (select id from schema_lock where id = 1)'
]

/**
 * Processes that find the same thing missing may all make it: one succeeds, the others fail, and find it there when they
 * look again. That can happen at each statement, so each is tried again by itself.
 */
async function makeLock(sql: Sql): Promise<void> {
  for (const statement of LOCK) await sql.query(statement).catch(() => sql.query(statement))
}

const doneSteps = async (sql: Queryable): Promise<ReadonlySet<unknown>> => new Set((await sql.query('select step from schema_steps')).map(({ step }) => step))

async function runMissing(sql: Queryable): Promise<void> {
  /* A row lock is let go when its holder's connection ends, however it ends, so nobody can die with it. */
  await sql.query('select id from schema_lock where id = 1 for update')
  const done = await doneSteps(sql)
  for (const [index, statements] of steps.entries()) {
    if (done.has(index + 1)) continue
    for (const statement of statements) await sql.query(statement)
    await sql.query('insert into schema_steps (step) values ($1)', [index + 1])
  }
}

/**
 * Brings the tables to what this program needs; any number of processes may do so at once. A database that is up to date
 * is only read, so the account in use need not be allowed to make tables. @throws Failure for a newer one.
 */
export async function migrate(sql: Sql): Promise<void> {
  const done = await doneSteps(sql).catch(() => new Set())
  if (done.size > steps.length) throw new Failure('数据库已由更新版本的程序升级过，请用那个版本的程序，或从备份恢复数据库。')
  if (done.size === steps.length) return
  await makeLock(sql)
  await sql.transaction(runMissing)
}
