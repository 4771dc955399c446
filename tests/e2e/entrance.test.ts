import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { untilPainted, watchedPage } from './browser.ts'
import { serve } from './served.ts'

const served = serve()
/** Longer than an entrance takes. */
const WATCHED = 3_000

/** How much of a canvas is painted, frame by frame from its first mark on. */
const paintedShares = (page: Page, canvas: string, begin: string): Promise<number[]> =>
  page.evaluate(
    ([canvas, begin, watched]) => {
      const inkOf = (element: HTMLCanvasElement): number => {
        const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? { data: new Uint8ClampedArray() }
        let ink = 0
        for (let at = 3; at < data.length; at += 4) ink += data[at] ?? 0
        return ink
      }
      return new Promise<number[]>((resolve) => {
        const inks: number[] = []
        // Until there is a mark nothing is over: loading a scene takes as long as it takes.
        let started = Infinity
        const look = (): void => {
          const element = document.querySelector(canvas)
          // What is hidden is not seen yet.
          const seen = element instanceof HTMLCanvasElement && getComputedStyle(element).visibility === 'visible'
          if (seen) inks.push(inkOf(element))
          if ((inks.at(-1) ?? 0) > 0) started = Math.min(started, performance.now())
          if (performance.now() - started < watched) requestAnimationFrame(look)
          else resolve(inks.filter((ink) => ink > 0).map((ink) => ink / (inks.at(-1) ?? 1)))
        }
        if (begin === 'next') globalThis.__wall?.next()
        else document.querySelector<HTMLElement>(begin)?.click()
        requestAnimationFrame(look)
      })
    },
    [canvas, begin, WATCHED] as const
  )

const TO_MINZU = 'nav button:has-text("民族")'
const SKYLINE = '[data-scene="minzu"] [data-panel="skyline"] canvas'

const rises = (shares: readonly number[]): boolean => shares.every((share, index) => index === 0 || share >= (shares[index - 1] ?? 0) - 0.002)

describe('a scene that comes in place of another', () => {
  it('shows its solid marks first, then the hollow ones, and nothing moves any more', async () => {
    const { page } = await watchedPage(served.browser, 1920, 1080)
    await page.goto(`${served.url}/?scene=zonglan`)
    await untilPainted(page)
    const tab = await page.locator(TO_MINZU).elementHandle()
    await tab?.evaluate((element) => element.setAttribute('data-tab', 'minzu'))
    const shares = await paintedShares(page, SKYLINE, '[data-tab="minzu"]')
    expect(shares[0]).toBeLessThan(0.9)
    expect(shares[0]).toBeGreaterThan(0.2)
    expect(rises(shares)).toBe(true)
    expect(shares.slice(-5)).toEqual([1, 1, 1, 1, 1])
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0)
    await page.close()
  })

  it('does so on a wall, while it fades in', async () => {
    const { page } = await watchedPage(served.browser, 1920, 1080)
    await page.goto(`${served.url}/wall?audit=1&play=zonglan:600,minzu:600`)
    await untilPainted(page)
    const shares = await paintedShares(page, `[data-stage="shown"] ${SKYLINE}`, 'next')
    expect(shares[0]).toBeLessThan(0.9)
    expect(rises(shares)).toBe(true)
    await page.close()
  })

  it('has all its marks at once where less motion is wanted, and on the first page', async () => {
    const { page } = await watchedPage(served.browser, 1920, 1080)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`${served.url}/wall?audit=1&play=zonglan:600,minzu:600`)
    await untilPainted(page)
    const shares = await paintedShares(page, `[data-stage="shown"] ${SKYLINE}`, 'next')
    expect(Math.min(...shares)).toBe(1)
    await page.goto(`${served.url}/?scene=minzu`)
    await page.emulateMedia({ reducedMotion: null })
    await page.reload()
    expect((await paintedShares(page, SKYLINE, 'main'))[0]).toBe(1)
    await page.close()
  })
})
