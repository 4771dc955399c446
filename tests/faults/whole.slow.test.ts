import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { faults } from './faults.ts'
import type { Phase } from './judge.ts'
import { SHORT, WHOLE } from './limits.ts'
import { startRuns, type Runs } from './runs.ts'
import type { Outcome, Scenario } from './scenario.ts'
import { closingLine, writeTable } from './table.ts'

const PHASES: readonly Phase[] = ['boot', 'steady', 'rotation']
const LANES = Number(process.env.LANES ?? 6)
/** FAULTS says which: a pattern of groups and names, as in `FAULTS='clock|login'`. */
const wanted = new RegExp(process.env.FAULTS ?? '')
const scenarios: readonly Scenario[] = PHASES.flatMap((phase) =>
  faults.filter(({ name, group }) => wanted.test(`${group} ${name}`)).map((fault) => ({ fault, phase }))
)
/** PACE=short runs them at the intervals of the short set. */
const pace = process.env.PACE === 'short' ? SHORT : WHOLE
const MINUTES = 60_000

let runs: Runs | undefined
const outcomes: Outcome[] = []

beforeAll(async () => {
  runs = await startRuns(scenarios, pace, LANES)
}, 10 * MINUTES)
afterAll(async () => {
  await runs?.close()
  console.log(closingLine(outcomes))
}, 5 * MINUTES)

describe.each(PHASES)('%s', (phase) => {
  it.each(scenarios.filter((scenario) => scenario.phase === phase).map((scenario) => [scenario.fault.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const outcome = await must(runs).outcomeOf(scenario)
      outcomes.push(outcome)
      writeTable('artifacts/faults.txt', outcomes)
      expect(outcome.findings).toEqual([])
    },
    10 * MINUTES
  )
})
