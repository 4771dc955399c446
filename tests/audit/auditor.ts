import type { Browser, Page } from 'playwright-core'
import { watchedPage } from '#tests/e2e/browser.ts'
import { findingAbout, type Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import type { View } from './pages.ts'
import { readerScript, readScreen } from './reader.ts'
import type { Size } from './space.ts'

const READY = 30_000

/** The address of a scene in a theme; what stands in `base` already stays. */
export function addressOf(base: string, { scene, theme }: Omit<View, 'size'>): string {
  const url = new URL(base)
  for (const [name, value] of Object.entries({ scene, theme, audit: '1' })) url.searchParams.set(name, value)
  return url.href
}

/** Ids of the scenes that the API lists; asked from within a page, as mocks live there. */
export async function scenesAt(page: Page, base: string): Promise<string[]> {
  await page.goto(base)
  // The first panel says that the API is there, also where it is mocked.
  await page.waitForSelector('[data-panel]', { state: 'attached', timeout: READY })
  return page.evaluate(async () => {
    const answer: { scenes: { id: string }[] } = await (await fetch('/api/v1/scenes')).json()
    return answer.scenes.map(({ id }) => id)
  })
}

export interface Auditor {
  readonly page: Page
  /** Opens a view and says what is wrong with it. */
  readonly audit: (view: Omit<View, 'size'>) => Promise<Finding[]>
  /** What is wrong with the page as it is now. */
  readonly look: () => Promise<Finding[]>
  readonly close: () => Promise<void>
}

/** One page of one size, in which view after view is opened. */
export async function auditor(browser: Browser, base: string, size: Size): Promise<Auditor> {
  const { page, complaints } = await watchedPage(browser, size.width, size.height)
  await page.addInitScript({ content: await readerScript() })
  const look = async (): Promise<Finding[]> => findingsOf(await readScreen(page), size)
  const audit: Auditor['audit'] = async (view) => {
    complaints.length = 0
    await page.goto(addressOf(base, view))
    const ready = await page.waitForSelector('html[data-ready="true"]', { timeout: READY }).then(
      () => [],
      () => [findingAbout('ready', 'page', `html[data-ready="true"] did not come within ${READY / 1_000} s`)]
    )
    const found = await look()
    return [...ready, ...found, ...complaints.map((text) => findingAbout('console', 'page', text))]
  }
  return { page, audit, look, close: () => page.close() }
}
