import { steps } from './schema.ts'
import type { Queryable, Sql } from './sql.ts'

/** Two processes that both find a table missing may both make it; the later one then finds it there. */
async function makeTables(sql: Sql): Promise<void> {
  const make = async () => {
    await sql.query('create table if not exists schema_lock (id integer primary key)')
    await sql.query('create table if not exists schema_steps (step integer primary key)')
  }
  await make().catch(make)
}

async function runMissing(sql: Queryable): Promise<void> {
  /* Whoever inserts the row holds the lock until its transaction ends; the others wait on the key. */
  await sql.query('insert into schema_lock (id) values (1)')
  const done = new Set((await sql.query('select step from schema_steps')).map(({ step }) => step))
  for (const [index, statements] of steps.entries()) {
    if (done.has(index + 1)) continue
    for (const statement of statements) await sql.query(statement)
    await sql.query('insert into schema_steps (step) values ($1)', [index + 1])
  }
  await sql.query('delete from schema_lock where id = 1')
}

export async function migrate(sql: Sql): Promise<void> {
  await makeTables(sql)
  await sql.transaction(runMissing)
}
