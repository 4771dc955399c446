import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { pathOf } from '#tests/support/debian-program.ts'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

export function launch(env: Record<string, string> = {}, args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: pathOf('chromium'), args: [...FLAGS, ...args], env: { ...process.env, ...env } })
}

/** A browser over a profile that stays, as a kiosk has one. */
export function launchKiosk(profile: string, args: readonly string[], viewport: { readonly width: number; readonly height: number }): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { executablePath: pathOf('chromium'), args: [...FLAGS, ...args], viewport })
}

/** A page and everything it said or asked for. */
export interface Watched {
  readonly page: Page
  /** Console errors and warnings, page errors, and requests that failed. */
  readonly complaints: string[]
  readonly requests: string[]
}

export async function watchedPage(browser: Browser, width: number, height: number): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width, height } })
  const complaints: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => requests.push(request.url()))
  return { page, complaints, requests }
}

export const untilPainted = async (page: Page): Promise<void> => {
  await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
}

/** Every published phrase on the page, without spaces: `{ 'xxt.members@330800': '3万余名' }`, all occurrences. */
export const phrasesOn = (page: Page): Promise<[string, string][]> =>
  page.$$eval('[data-figure]', (elements) =>
    elements.map((element): [string, string] => [element.getAttribute('data-figure') ?? '', (element.textContent ?? '').replaceAll(/\s/g, '')])
  )
