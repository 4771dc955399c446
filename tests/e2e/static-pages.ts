import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { untilPainted } from './browser.ts'

/** A page, and all that was said, asked and refused since it was opened. */
export interface Heard {
  readonly page: Page
  /** Every message of the console, of whatever kind; page errors; what failed or was refused. */
  readonly complaints: string[]
  readonly requests: string[]
}

export async function listen(browser: Browser, [width, height]: readonly [number, number] = [1920, 1080]): Promise<Heard> {
  const page = await browser.newPage({ viewport: { width, height } })
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => requests.push(request.url()))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return { page, complaints, requests }
}

/** Opens a page that does not start. Whether it can be seen to say so when its styles come: some seconds later, before all is loaded perhaps, it can. */
export async function noteAtFirst(page: Page, url: string): Promise<string | false> {
  await page.goto(url, { waitUntil: 'commit' })
  const visibility = await page.waitForFunction(() => {
    const note = document.querySelector('.unserved')
    return note !== null && getComputedStyle(note).animationName === 'unserved' && getComputedStyle(note).visibility
  })
  return visibility.jsonValue()
}

const statesOn = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('[data-panel]', (panels) => panels.map((panel) => panel.getAttribute('data-panel-state')))

export interface Opened extends Heard {
  readonly mark: string | null
  readonly states: readonly (string | null)[]
  /** The same on a tablet that is turned to it, where that was asked for. */
  readonly inHand: readonly (string | null)[]
}

/** Opens a page until it is painted, then on a tablet's size as well. */
export async function open(browser: Browser, url: string, inHand = false): Promise<Opened> {
  const heard = await listen(browser)
  const { page } = heard
  await page.goto(url)
  await untilPainted(page)
  // A wall reports and listens two seconds behind its start; a desk lays in when it has time.
  await page.waitForTimeout(url.includes('/wall') ? 3_500 : 300)
  const mark = page.locator('[data-connection]')
  const said = (await mark.count()) === 0 ? null : `${await mark.getAttribute('data-connection')}: ${await mark.innerText()}`
  const states = await statesOn(page)
  const turned = inHand ? await turnToTablet(page) : []
  await page.close()
  return { ...heard, mark: said, states, inHand: turned }
}

async function turnToTablet(page: Page): Promise<(string | null)[]> {
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.waitForSelector('.stage', { timeout: 15_000 })
  await untilPainted(page)
  return statesOn(page)
}

const expectLive = (states: readonly (string | null)[]): void => {
  expect(states.length).toBeGreaterThan(0)
  expect(states).toEqual(expect.not.arrayContaining(['empty', 'error', 'loading', 'offline']))
}

/** Nothing said, nothing asked elsewhere or of what is not there, nothing empty. */
export function expectSound({ complaints, requests, states, inHand }: Opened, origin: string): void {
  expect(complaints).toEqual([])
  expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([])
  expect(requests.filter((url) => /^\/api\/.*\/(events|walls|remote)\b/.test(new URL(url).pathname))).toEqual([])
  expectLive(states)
  if (inHand.length > 0) expectLive(inHand)
}
