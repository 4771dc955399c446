import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { openEventStream } from '#queries/event-stream.ts'
import { launch } from './browser.ts'
import { startMadeUpWall } from '#tests/restarts/made-up-wall.ts'
import { reportText } from '#tests/restarts/report.ts'
import { restartTheApp } from '#tests/restarts/restart-the-app.ts'
import { simulatedRestarts, type Flaws } from '#tests/restarts/simulated.ts'
import { findingsOf } from '#tests/restarts/verdict.ts'
import { openWall } from '#tests/restarts/walls.ts'
import type { Watcher } from '#tests/restarts/watcher.ts'
import { setWaits } from '#tokens/durations.ts'

describe('the app restarted under load', () => {
  it('has everybody back soon, and no release is missed', async () => {
    const restarts = await restartTheApp({ times: 5, listeners: 20, walls: 1 })
    console.log(reportText(restarts))
    expect(restarts.rounds).toHaveLength(5)
    expect(findingsOf(restarts)).toEqual([])
  }, 300_000)
})

describe('restarts that go wrong are found:', () => {
  afterEach(() => setWaits({}))

  const wall = (change: Partial<Watcher>): Watcher => ({ kind: 'wall', name: 'wall 1', since: () => Date.now() + 1, knows: () => true, mishaps: [], ...change })
  const found = async (flaws?: Flaws): Promise<string> => findingsOf(await simulatedRestarts(flaws)).join('\n')

  it('nothing, where all is well', async () => {
    expect(await found({ other: wall({}) })).toBe('')
  })

  it('a supervisor that waits too long', async () => {
    setWaits({ reconnectLongest: 30_000 })
    expect(await found()).toMatch(/^p95 of listeners is \d\d\.\d s, not 5 s$/)
  })

  it('a supervisor that gives up', async () => {
    const once: typeof openEventStream = (options) => {
      let over = false
      return openEventStream({
        ...options,
        onState: (state) => {
          over ||= state.failed
          options.onState({ ...state, connected: state.connected && !over })
        }
      })
    }
    expect(await found({ open: once })).toMatch(/120 times a listener did not come back\np95 of listeners is Infinity s/)
  })

  it('a listener that does not hear releases', async () => {
    expect(await found({ open: (options) => openEventStream({ ...options, onRelease: () => undefined }) })).toMatch(/times a release was missed: listener 1, /)
  })

  it('a wall that is not back, shows no release, was loaded anew', async () => {
    expect(await found({ other: wall({ since: () => undefined }) })).toContain('10 times a wall did not come back')
    expect(await found({ other: wall({ knows: () => false }) })).toMatch(/times a release was missed: wall 1$/)
    expect(await found({ other: wall({ mishaps: ['the page was loaded anew'] }) })).toBe('wall 1: the page was loaded anew')
  })

  it('what happens to a page', async () => {
    const made = await startMadeUpWall()
    const browser = await launch()
    onTestFinished(async () => {
      await browser.close()
      made.close()
    })
    const { page, since, knows, mishaps } = await openWall(browser, made.url, 'zonglan')
    const become = (connection: string) => page.evaluate((it) => document.querySelector('b')?.setAttribute('data-connection', it), connection)
    await expect.poll(since).toBeLessThanOrEqual(Date.now())
    const opened = since()
    expect([knows({ release: 1, value: 958 }), knows({ release: 2, value: 959 })]).toEqual([true, false])
    await become('polling')
    await expect.poll(since).toBeUndefined()
    await become('live')
    await expect.poll(since).toBeGreaterThan(Number(opened))
    await page.evaluate(() => document.querySelector('[data-stage="shown"] p')?.replaceChildren('959个'))
    await expect.poll(() => knows({ release: 2, value: 959 })).toBe(true)
    expect(mishaps).toEqual([])
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted')
      })
    })
    await expect.poll(() => mishaps).toEqual(['page error: Error: planted'])
    await page.reload()
    await expect.poll(() => mishaps).toContain('the page was loaded anew')
  })

  it('a server that forgets, grows, or does not answer while it is up', async () => {
    expect(await found({ forgets: true })).toMatch(/acknowledged releases are not there/)
    expect(await found({ grows: 30 })).toMatch(/^the memory of the server went from 300 to 540 MiB$/)
    expect(await found({ failedWhileUp: 1 })).toBe('1 requests failed while the server was up')
    expect(findingsOf({ ...(await simulatedRestarts()), mishaps: ['the server ended by itself'] })).toEqual(['the server ended by itself'])
  })

  it('a run that proves nothing, for want of releases or of load', async () => {
    const well = await simulatedRestarts()
    const rounds = well.rounds.map((round) => ({ ...round, publications: 0 }))
    expect(findingsOf({ ...well, rounds })).toEqual(['nothing was published'])
    expect(findingsOf({ ...well, load: { ...well.load, asked: 20 } })).toEqual(['only 20 requests in 5 s'])
  })
})
