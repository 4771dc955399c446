import type { Browser, Page } from 'playwright-core'
import { watchedPage } from '#tests/e2e/browser.ts'
import { scriptForPage } from './for-page.ts'
import { findingAbout, type Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import { sizeText, type View } from './pages.ts'
import { readScreen } from './reader.ts'

const READY = 30_000
const SWITCH = 10_000

/** The address of a scene in a theme; what stands in `base` already stays. A wall plays one scene for as long as it is looked at. */
export function addressOf(base: string, { scene, theme }: View): string {
  const url = new URL(base)
  if (isWall(base)) {
    for (const [name, value] of Object.entries({ play: `${scene}:3600`, theme, audit: '1', waits: 'poll:2' })) url.searchParams.set(name, value)
    return url.href
  }
  for (const [name, value] of Object.entries({ scene, theme, audit: '1' })) url.searchParams.set(name, value)
  return url.href
}

const isWall = (base: string): boolean => new URL(base).pathname === '/wall'

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
  readonly audit: (view: View) => Promise<Finding[]>
  /** What is wrong with the page as it is now. */
  readonly look: () => Promise<Finding[]>
  readonly close: () => Promise<void>
}

/** Whether the page came to be ready, and with the scene and theme asked for: what it does not know it shows as its default. */
async function arrivalOf(page: Page, { scene, theme }: View): Promise<Finding[]> {
  try {
    await page.waitForSelector('html[data-ready="true"]', { timeout: READY })
  } catch {
    return [findingAbout('ready', 'page', `html[data-ready="true"] did not come within ${READY / 1_000} s`)]
  }
  try {
    await page.waitForSelector(`html[data-theme="${theme}"] [data-scene="${scene}"]`, { state: 'attached', timeout: SWITCH })
    return []
  } catch {
    return [findingAbout('state', 'page', `the page does not show ${scene} in ${theme}`)]
  }
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.waitForSelector('.header-connection[data-connection="offline"]', { timeout: READY })
}

/** As the browser's back and forward do: the page takes its new view from its address. */
const switchTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((address) => {
    history.replaceState(null, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)

/** One page, in which view after view is opened: what the first has fetched is at hand for the others. */
export async function auditor(browser: Browser, base: string, { offline = false }: { readonly offline?: boolean } = {}): Promise<Auditor> {
  const { page, complaints } = await watchedPage(browser, 1920, 1080)
  await page.addInitScript({ content: await scriptForPage('tests/audit/page/read-screen.ts') })
  let last = ''
  const look = async (): Promise<Finding[]> => findingsOf(await readScreen(page), page.viewportSize() ?? { width: 0, height: 0 })
  const audit: Auditor['audit'] = async (view) => {
    complaints.length = 0
    const [address, place] = [addressOf(base, view), `${view.scene} ${sizeText(view.size)}`]
    // Another theme of what stands there needs no new page.
    if (place === last && !isWall(base)) await switchTo(page, address)
    else {
      await page.setViewportSize(view.size)
      await page.goto(address)
    }
    last = place
    const arrival = await arrivalOf(page, view)
    // Every panel then carries its note; what the browser says of lost requests is no finding.
    if (offline) await goOffline(page)
    const seen = await look()
    if (offline) {
      await page.context().setOffline(false)
      complaints.length = 0
    }
    return [...arrival, ...seen, ...complaints.map((text) => findingAbout('console', 'page', text))]
  }
  return { page, audit, look, close: () => page.close() }
}
