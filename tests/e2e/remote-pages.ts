import type { BrowserContext, Page } from 'playwright-core'
import { FAST, untilScene } from './wall-page.ts'

/** The walls of these tests wait for a silent tablet so many seconds: longer than a tablet that is there is ever silent. */
export const SILENCE_S = 25

export async function openWall(page: Page, url: string): Promise<void> {
  const waits = FAST.replace('report:1', `report:1,remote:${SILENCE_S}`)
  await page.goto(`${url}/wall?audit=1&play=zonglan:600,shitang:600,minzu:600&name=主屏&${waits}`)
  await untilScene(page, 'zonglan')
  await page.waitForSelector('.wall-remote', { state: 'attached' })
}

/** Somebody taps the wall's name on the tablet, and reads the code off the wall. */
export async function readCode(wall: Page, tablet: Page): Promise<string> {
  await tablet.locator('.remote-wall').first().tap()
  return (await wall.locator('.code-card').getAttribute('data-code')) ?? ''
}

/** A tablet that is paired by typing what the wall shows. */
export async function pairTablet(context: BrowserContext, url: string, wall: Page): Promise<Page> {
  const tablet = await context.newPage()
  await tablet.goto(`${url}/remote`)
  const code = await readCode(wall, tablet)
  await tablet.locator('.pair-digits input').first().tap()
  await tablet.keyboard.type(code)
  await tablet.waitForSelector('[data-online="true"] .remote-online')
  await tablet.waitForSelector('[data-shown]')
  return tablet
}

export interface Held {
  readonly token: string
  readonly wall: { readonly id: string }
}

/** What the tablet keeps of its pairing. */
export const pairingOf = (tablet: Page): Promise<Held> => tablet.evaluate((): Held => JSON.parse(localStorage.getItem('remote-pairing') ?? '{}') as Held)
