import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertRelease } from '#server/postgres/insert-release.ts'
import { migrate } from '#server/postgres/migrations.ts'
import { openPg } from '#server/postgres/pg-driver.ts'
import { openPglite } from '#server/postgres/pglite-driver.ts'
import { observationsAt, type ViewRequest } from '#server/postgres/queries.ts'
import type { Queryable, Sql } from '#server/postgres/sql.ts'
import { packReleaseAt, withdrawnAt } from '#server/release/as-of.ts'
import { viewOf } from '#server/testing/memory-store.ts'
import { startCluster } from '#server/testing/postgres-cluster.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { postgresOptions } from '#tests/store/bench.ts'
import { contentsOf, linesOf, shownIn } from './contents.ts'
import { histories, type History } from './history.ts'
import { replay } from './plain-model.ts'
import { count, newTally, tallyLine, type Tally } from './tally.ts'

const PURE = 10_000
const SAMPLES = { PGlite: 300, PostgreSQL: 150 }
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31)

mkdirSync('artifacts', { recursive: true })
rmSync('artifacts/model.txt', { force: true })
function report(line: string): void {
  console.log(line)
  appendFileSync('artifacts/model.txt', `${line}\n`)
}

/** The functions under test; a mutant takes their place to prove that the property can fail. */
const asOf = { withdrawnAt, packReleaseAt }
type AsOf = typeof asOf

/** At each release of a history, asked when all of it is known. */
function checkFunctions(history: History, { withdrawnAt, packReleaseAt }: AsOf, tally: Tally): void {
  const contents = contentsOf(history)
  const lines = linesOf(contents)
  const moments = replay(history)
  count(tally, history)
  for (const [index, { inEffect, pack }] of moments.entries()) {
    const withdrawn = withdrawnAt(lines, index + 1)
    expect(lines.slice(0, index + 1).flatMap(({ release }) => (withdrawn.has(release) ? [] : [release]))).toEqual(inEffect)
    expect(packReleaseAt(lines, index + 1)).toBe(pack)
  }
  for (const at of new Set([history.length, 1 + Math.floor(history.length / 2)])) {
    if (moments[at - 1]?.pack === undefined) continue
    for (const demo of [true, false]) {
      expect(shownIn(viewOf(contents, lines, at, demo).observations)).toEqual(moments[at - 1]?.[demo ? 'withDemo' : 'withoutDemo'])
      tally.views += 1
    }
  }
}

type Ask = (sql: Queryable, request: ViewRequest) => ReturnType<typeof observationsAt>
class RollBack extends Error {}

/** The same of the rows: a history is inserted, asked for at each release, and taken back. */
async function checkRows(sql: Sql, history: History, ask: Ask, tally: Tally): Promise<void> {
  const contents = contentsOf(history)
  const lines = linesOf(contents)
  count(tally, history)
  const work = sql.transaction(async (inner) => {
    for (const content of contents) await insertRelease(inner, content, '')
    for (const [index, moment] of replay(history).entries()) {
      for (const demo of [true, false]) {
        const observations = await ask(inner, { at: index + 1, withdrawn: withdrawnAt(lines, index + 1), demo })
        expect(shownIn(observations)).toEqual(moment[demo ? 'withDemo' : 'withoutDemo'])
        tally.views += 1
      }
    }
    throw new RollBack()
  })
  await work.catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error
  })
}

const functions = (subject: AsOf, tally = newTally()) => fc.property(histories, (history) => checkFunctions(history, subject, tally))
const rows = (sql: Sql, ask: Ask, tally = newTally()) => fc.asyncProperty(histories, (history) => checkRows(sql, history, ask, tally))

describe('as-of answers over arrays', () => {
  it(`are those of a plain model, in ${PURE} histories`, () => {
    const tally = newTally()
    fc.assert(functions(asOf, tally), { seed, numRuns: PURE })
    report(tallyLine('functions', seed, tally))
    expect(tally).toMatchObject({ histories: PURE, shortest: 2, longest: 40, mostKeys: 30 })
    expect(tally.leastShare).toBeGreaterThanOrEqual(0.2)
    expect(tally.ofWithdrawals).toBeGreaterThan(PURE)
  }, 240_000)

  it.each<[string, AsOf]>([
    ['asks for the release before', { ...asOf, withdrawnAt: (lines, at) => withdrawnAt(lines, at - 1) }],
    ['asks for the release after', { ...asOf, withdrawnAt: (lines, at) => withdrawnAt(lines, at + 1) }],
    [
      'lets a withdrawn withdrawal stand',
      { ...asOf, withdrawnAt: (lines, at) => new Set(lines.flatMap(({ release, withdraws }) => (release <= at && withdraws !== undefined ? [withdraws] : []))) }
    ],
    ['takes the pack of the release before', { ...asOf, packReleaseAt: (lines, at) => packReleaseAt(lines, at - 1) }]
  ])('catch one that %s', (name, mutant) => {
    const { failed, numRuns, counterexample } = fc.check(functions(mutant), { seed, numRuns: PURE })
    report(`mutant that ${name}: ${failed ? `caught in history ${numRuns}, shrunk to ${counterexample?.[0].length} releases` : 'NOT CAUGHT'}`)
    expect(failed).toBe(true)
  })
})

async function pglite() {
  const folder = makeTemporaryFolder()
  const sql = await openPglite(join(folder, 'pglite'), 60)
  return { sql, end: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function postgres() {
  const cluster = await startCluster()
  return { sql: openPg(postgresOptions(await cluster.createDatabase())), end: cluster.remove }
}

describe.each([
  ['PGlite', pglite],
  ['PostgreSQL', postgres]
] as const)('as-of answers of %s', (name, open) => {
  let database: { sql: Sql; end: () => Promise<void> }
  beforeAll(async () => {
    database = await open()
    await migrate(database.sql)
  })
  afterAll(async () => {
    await database.sql.close()
    await database.end()
  })

  it(`are those of a plain model, in ${SAMPLES[name]} histories`, async () => {
    const tally = newTally()
    await fc.assert(rows(database.sql, observationsAt, tally), { seed, numRuns: SAMPLES[name] })
    report(tallyLine(name, seed, tally))
    expect(tally.histories).toBe(SAMPLES[name])
  }, 180_000)

  it('catch one that asks for the release before', async () => {
    const { failed, numRuns } = await fc.check(
      rows(database.sql, (sql, request) => observationsAt(sql, { ...request, at: request.at - 1 })),
      { seed, numRuns: SAMPLES[name], endOnFailure: true }
    )
    report(`${name}, mutant that asks for the release before: ${failed ? `caught in history ${numRuns}` : 'NOT CAUGHT'}`)
    expect(failed).toBe(true)
  }, 120_000)
})
