import type { Page } from 'playwright-core'
import { publishAnother } from '#tests/soak/release.ts'
import { MOTION } from '#tokens/durations.ts'
import { marked } from './marks.ts'

const PATIENCE = { timeout: 30_000, polling: 100 } as const

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.max(0, milliseconds))
  })

/** Until the page has nothing left to do and has painted it. */
export const untilIdle = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(() => resolve())))
      })
  )

/** Until a change is on the screen: painted, its motion over, and what came after that too. */
async function untilStill(page: Page): Promise<void> {
  await untilIdle(page)
  await pause(Math.max(...Object.values(MOTION)))
  await untilIdle(page)
}

/** Publishes a figure as an operator does, until the page shows it. */
export const release = (page: Page, dataDir: string): Promise<void> =>
  marked(page, 'release', async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/api/v1/scenes/') && response.ok(), PATIENCE)
    const { phrase } = await publishAnother(dataDir, 0)
    await answered
    await page.waitForFunction(
      (phrase) => [undefined, phrase].includes(document.querySelector('[data-figure="xxt.projects@330800"]')?.textContent),
      phrase,
      PATIENCE
    )
    await untilStill(page)
  })

const OTHER = '.metric-switch button[aria-pressed="false"]'

/** Another metric for the map, by a click on its switch, until it stands; nothing where the scene has no switch. */
export async function switchMetric(page: Page): Promise<void> {
  const wanted = page.locator(OTHER).first()
  if ((await wanted.count()) === 0) return
  const name = await wanted.textContent()
  await marked(page, 'metric switch', async () => {
    await wanted.click()
    await page.waitForFunction((name) => document.querySelector('.metric-switch [aria-pressed="true"]')?.textContent === name, name, PATIENCE)
    await untilStill(page)
  })
}

/** Milliseconds. */
export const PLANTED = 80

/** A task that does nothing but last, under a name of its own: text, since tools that compile functions wrap what has a name. */
const LASTS = `setTimeout(function plantedTask() {
  const begun = performance.now()
  while (performance.now() - begun < ${PLANTED});
}, 200)`

/** Puts a task into the page that holds it up for 80 ms, a moment from now. */
export const plant = async (page: Page): Promise<void> => {
  await page.evaluate(LASTS)
}

/** Names of the animations that are under way now; those that wait for their time make no frames. */
export const runningAnimations = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { progress, localTime, endTime, delay = 0 } = animation.effect?.getComputedTiming() ?? {}
      const at = Number(localTime ?? 0)
      const runs = animation.playState === 'running' && progress !== null && at >= delay && at < Number(endTime ?? 0)
      return runs ? ['animationName' in animation ? String(animation.animationName) : animation.id || 'transition'] : []
    })
  )
