import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '#tests/e2e/browser.ts'
import { carelessLane, type Manner } from './careless-wall.ts'
import { faultNamed } from './faults.ts'
import { SHORT, type Pace } from './limits.ts'
import { TELLING_SCENE } from './look.ts'
import { runScenario } from './scenario.ts'

const PACE: Pace = { ...SHORT, watch: 1_500, settle: 500 }
/** What a careless page never does need not be waited for long. */
const IN_VAIN: Pace = { ...PACE, label: 2_000, recover: 2_000, fresh: 1_500 }
const GOOD = new Map([[TELLING_SCENE, 'other@1 7个']])

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function findingsFor(manner: Manner, fault: string, pace: Pace): Promise<readonly string[]> {
  const lane = await carelessLane()
  try {
    const stage = { lane, browser, profile: '', good: GOOD, pace: { ...pace, waits: `&manner=${manner}` } }
    return (await runScenario({ fault: faultNamed(fault), phase: 'steady' }, stage)).findings
  } finally {
    await lane.close()
  }
}

describe('canary: the suite finds that a page', () => {
  it.each<[what: string, manner: Manner, fault: string, finding: RegExp]>([
    ['goes blank', 'blank', '500 for long', /^blank/],
    ['says nothing', 'silent', '500 for long', /^no label within/],
    ['shows an older release', 'trusting', 'the first release for ever', /^an older release: 2001 after 2002/],
    ['stays as it is when all is well again', 'givingUp', '500 once', /^not well again within/],
    ['loads itself anew', 'reloading', '500 for long', /^the page was loaded \d+ times/],
    ['labels what is right', 'nervous', 'late, but in time', /^labelled offline .* though nothing is wrong/],
    ['changes a figure', 'mixing', '500 for long', /^other figures in zonglan: other@1 8个/],
    ['throws', 'throwing', '500 for long', /^page error: Error: unhandled/],
    ['goes to a login page', 'leaving', '500 for long', /^the page went to .*\/login/],
    ['does not tell a release in time', 'givingUp', '500 once', /^a release published meanwhile did not come/]
  ])('%s', async (_what, manner, fault, finding) => {
    expect(await findingsFor(manner, fault, IN_VAIN)).toContainEqual(expect.stringMatching(finding))
  })

  it.each(['500 for long', 'the first release for ever', 'late, but in time'])('and nothing where a page is careful: %s', async (fault) => {
    expect(await findingsFor('careful', fault, PACE)).toEqual([])
  })
})
