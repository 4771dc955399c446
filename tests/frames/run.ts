import type { Page } from 'playwright-core'
import { untilPainted } from '#tests/e2e/browser.ts'
import { judge, type Verdict } from './judge.ts'
import { pause, plant, release, runningAnimations, switchMetric, untilIdle } from './moments.ts'
import { record, type Moment } from './record.ts'
import type { Recording } from './recording.ts'
import type { Settings } from './settings.ts'

export interface Run {
  readonly recording: Recording
  readonly verdict: Verdict
  /** How often the clock in the header has turned. */
  readonly turns: number
}

const MINUTE = 60_000
/** Fonts that come late, and what else a page does once it stands. */
const SETTLE = 3_000

/** The begin of the window is chosen so that the clock turns in it after this share, while nothing else is due. */
const CLOCK = 1 / 6

async function untilSettled(page: Page, length: number): Promise<void> {
  await untilPainted(page)
  await page.evaluate(() => document.fonts.ready)
  await pause(SETTLE)
  await untilIdle(page)
  const late = (Date.now() + length * CLOCK) % MINUTE
  await pause(MINUTE - late)
}

const clock = (page: Page): Promise<string | null> => page.textContent('.header-clock')

/** Opens the scene and watches it for the window: the clock turns, a release comes, a metric is switched. */
export async function run(page: Page, { url, dataDir }: { readonly url: string; readonly dataDir: string }, settings: Settings): Promise<Run> {
  const length = settings.seconds * 1_000
  await page.goto(`${url}/?scene=${settings.scene}`)
  await untilSettled(page, length)
  const animations = new Set<string>()
  const look = async (): Promise<void> => {
    for (const name of await runningAnimations(page)) animations.add(name)
  }
  const [before] = [await clock(page), await look()]
  const moments: Moment[] = [
    ...(settings.plant ? [{ at: length * 0.25, act: () => plant(page) }] : []),
    { at: length / 3, act: () => release(page, dataDir) },
    { at: (length * 2) / 3, act: () => switchMetric(page) }
  ]
  const recording = await record(page, length, moments)
  await look()
  return { recording, verdict: judge(recording, [...animations]), turns: Number((await clock(page)) !== before) }
}
