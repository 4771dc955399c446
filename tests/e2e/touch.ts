import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'

export interface TouchPage {
  readonly context: BrowserContext
  readonly page: Page
  /** Console errors and warnings, and errors of the page. */
  readonly complaints: string[]
  readonly fingers: Fingers
}

type Point = readonly [x: number, y: number]

interface Fingers {
  /** One finger from a point to another. */
  readonly stroke: (from: Point, to: Point) => Promise<void>
  /** Two fingers, each from a point to another. */
  readonly pinch: (one: readonly [Point, Point], other: readonly [Point, Point]) => Promise<void>
  /** One finger that stays where it is until something has come. */
  readonly rest: (at: Point, until: () => Promise<unknown>) => Promise<void>
}

const STEPS = 8

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [ax + (bx - ax) * share, ay + (by - ay) * share]

function fingersOf(session: CDPSession, page: Page): Fingers {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) })
  const move = async (ways: readonly (readonly [Point, Point])[]): Promise<void> => {
    await send(
      'touchStart',
      ways.map(([from]) => from)
    )
    for (let step = 1; step <= STEPS; step += 1) {
      await send(
        'touchMove',
        ways.map(([from, to]) => between(from, to, step / STEPS))
      )
      await page.waitForTimeout(16)
    }
    await send('touchEnd', [])
  }
  return {
    stroke: (from, to) => move([[from, to]]),
    pinch: (one, other) => move([one, other]),
    rest: async (at, until) => {
      await send('touchStart', [at])
      await until()
      await send('touchEnd', [])
    }
  }
}

/** A page as on a tablet of this size: it is touched, and there is no mouse. */
export async function touchPage(browser: Browser, width: number, height: number): Promise<TouchPage> {
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return { context, page, complaints, fingers: fingersOf(await context.newCDPSession(page), page) }
}

/** Taps, counted. */
export function taps(page: Page) {
  let count = 0
  return {
    tap: async (selector: string): Promise<void> => {
      count += 1
      await page.locator(selector).first().tap()
    },
    count: () => count
  }
}
