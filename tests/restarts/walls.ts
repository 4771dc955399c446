import type { Browser, Page } from 'playwright-core'
import { scriptForPage } from '#tests/audit/for-page.ts'
import type { Watcher } from './watcher.ts'
import type { Told } from './witness-page.ts'

export interface OpenWall extends Watcher {
  readonly page: Page
  readonly close: () => Promise<void>
}

const SIZE = { width: 1366, height: 768 }

/** One stands, the other changes between the scenes that show the figure by which a release is told. */
export const PLAYS: readonly string[] = ['zonglan:3600', 'zonglan:6,xiangxiantong:6']

function watchMishaps(page: Page, mishaps: string[]): void {
  page.on('pageerror', (error) => mishaps.push(`page error: ${String(error)}`))
  page.on('crash', () => mishaps.push('the page crashed'))
}

/** A wall as it is in service: its waits are the defaults. */
export async function openWall(browser: Browser, url: string, play: string): Promise<OpenWall> {
  const mishaps: string[] = []
  let [since, shown, first]: [number | undefined, number, string | undefined] = [undefined, 0, undefined]
  const hear = ({ document, at, connection, value }: Told): void => {
    first ??= document
    if (document !== first) mishaps.push('the page was loaded anew')
    since = connection === 'live' ? (since ?? at) : undefined
    shown = value ?? shown
  }
  const context = await browser.newContext({ viewport: SIZE })
  await context.exposeBinding('__told', (_source, told: Told) => hear(told))
  await context.addInitScript({ content: await scriptForPage('tests/restarts/witness-page.ts') })
  const page = await context.newPage()
  watchMishaps(page, mishaps)
  await page.goto(`${url}/wall?audit=1&play=${play}&name=restarts`)
  await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  return { kind: 'wall', name: `wall ${play}`, since: () => since, knows: ({ value }) => shown >= value, mishaps, page, close: () => context.close() }
}
