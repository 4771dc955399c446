import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { faultNamed } from './faults.ts'
import type { Phase } from './judge.ts'
import { SHORT } from './limits.ts'
import { startRuns, type Runs } from './runs.ts'
import type { Outcome, Scenario } from './scenario.ts'
import { writeTable } from './table.ts'

/** One of each kind, each phase several times; the whole set is `npm run faults`. */
const CHOSEN: readonly (readonly [phase: Phase, name: string])[] = [
  ['boot', 'everything is a login page'],
  ['boot', 'connection refused'],
  ['boot', 'the first release for ever'],
  ['boot', "the wall's clock at 1970 while the API is dead"],
  ['steady', 'hang without a byte'],
  ['steady', 'the stream answers with a page'],
  ['steady', 'cut at half, length of the half'],
  ['steady', 'a storm of 1,000 releases'],
  ['steady', 'unknown extra fields'],
  ['rotation', '503 with HTML'],
  ['rotation', 'answers out of order'],
  ['rotation', 'the server is killed (kill -9) and started again']
]
const scenarios: readonly Scenario[] = CHOSEN.map(([phase, name]) => ({ fault: faultNamed(name), phase }))
const LANES = 3
const MINUTES = 60_000

let runs: Runs | undefined
const outcomes: Outcome[] = []

beforeAll(async () => {
  runs = await startRuns(scenarios, SHORT, LANES)
}, 3 * MINUTES)
afterAll(async () => {
  await runs?.close()
})

it.each(scenarios.map((scenario) => [scenario.phase, scenario.fault.name, scenario] as const))(
  '%s: %s',
  async (_phase, _name, scenario) => {
    const outcome = await must(runs).outcomeOf(scenario)
    outcomes.push(outcome)
    writeTable('artifacts/faults-short.txt', outcomes)
    expect(outcome.findings).toEqual([])
  },
  3 * MINUTES
)
