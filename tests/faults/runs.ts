import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launch } from '#tests/e2e/browser.ts'
import { firstStart, openLane, removeFolder, type Lane } from './lane.ts'
import type { Pace } from './limits.ts'
import { prepareProfile, runScenario, type Outcome, type Scenario, type Stage } from './scenario.ts'

/** Scenarios under way, several at a time: they mostly wait. */
export interface Runs {
  readonly outcomeOf: (scenario: Scenario) => Promise<Outcome>
  readonly close: () => Promise<void>
}

/** What broke the run itself is an outcome too. */
const failed = (scenario: Scenario, error: unknown): Outcome => ({ ...scenario, findings: [`the run broke: ${String(error)}`] })

async function openStage(template: string, browser: Browser, pace: Pace): Promise<{ stage: Stage; close: () => Promise<void> }> {
  const lane: Lane = await openLane(template, pace.heartbeatSeconds)
  const profile = mkdtempSync(join(tmpdir(), 'profile-'))
  const close = async (): Promise<void> => {
    await lane.close()
    removeFolder(profile)
  }
  try {
    return { stage: { lane, browser, profile, good: await prepareProfile(lane, profile, pace), pace }, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Each lane has its own server, proxy and profile, and takes the next scenario as soon as it is free. */
export async function startRuns(scenarios: readonly Scenario[], pace: Pace, lanes: number): Promise<Runs> {
  const browser = await launch()
  const template = await firstStart()
  const stages = await Promise.all(Array.from({ length: lanes }, () => openStage(template, browser, pace)))
  const waiting = [...scenarios]
  const settle = new Map<Scenario, (outcome: Outcome) => void>()
  const outcomes = new Map(scenarios.map((scenario) => [scenario, new Promise<Outcome>((resolve) => settle.set(scenario, resolve))]))
  const work = async ({ stage }: { stage: Stage }): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const scenario = next
      settle.get(scenario)?.(await runScenario(scenario, stage).catch((error: unknown) => failed(scenario, error)))
    }
  }
  const done = Promise.all(stages.map(work))
  return {
    outcomeOf: (scenario) => outcomes.get(scenario) ?? Promise.resolve(failed(scenario, 'it is none of this run')),
    close: async () => {
      waiting.length = 0
      await done
      await Promise.all(stages.map(({ close }) => close()))
      await browser.close()
      removeFolder(template)
    }
  }
}
