import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from './app.ts'
import { launch, untilPainted, watchedPage } from './browser.ts'
import { publishCorrection, runPublish } from './publish-correction.ts'

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await app.stop()
})

const publish = (...words: string[]): string => runPublish(app.dataDir, ...words)

describe('a page that stays open', () => {
  it('shows a published release without a reload, its withdrawal, and keeps an old release as it was', async () => {
    const { page, complaints } = await watchedPage(browser, 1920, 1080)
    await page.goto(app.url)
    await untilPainted(page)
    await page.evaluate(() => {
      document.body.dataset.witness = 'same document'
    })
    const shows = (text: string): Promise<unknown> =>
      page.waitForFunction((wanted) => document.querySelector('[data-figure="xxt.projects@330800"]')?.textContent === wanted, text, { timeout: 15_000 })
    expect(publishCorrection(app.dataDir, 961)).toContain('第 2 版')
    await shows('961个')
    expect(publish('--withdraw', '2')).toContain('第 3 版')
    await shows('958个')
    expect(await page.getAttribute('body', 'data-witness')).toBe('same document')
    const pinned = await watchedPage(browser, 1920, 1080)
    await pinned.page.goto(`${app.url}/?release=2`)
    await untilPainted(pinned.page)
    expect(await pinned.page.textContent('[data-figure="xxt.projects@330800"]')).toBe('961个')
    expect(await pinned.page.textContent('.header-connection')).toContain('第 2 版存档')
    expect([...complaints, ...pinned.complaints]).toEqual([])
    await page.close()
    await pinned.page.close()
  })

  it('keeps the figures when the server is gone, says so, and comes back by itself', async () => {
    const { page } = await watchedPage(browser, 1920, 1080)
    await page.goto(app.url)
    await untilPainted(page)
    const { port, dataDir } = app
    app.process.kill('SIGKILL')
    await page.waitForSelector('.header-connection.is-offline', { timeout: 15_000 })
    expect(await page.textContent('.header-connection')).toContain('离线 展示缓存')
    expect(await page.getAttribute('[data-panel="results"]', 'data-panel-state')).toBe('offline')
    expect(await page.textContent('[data-panel="results"] .note')).toMatch(/已断开，展示 \d\d:\d\d 缓存/)
    expect(await page.textContent('[data-figure="xxt.members@330800"]')).toBe('3万余名')
    app = await startApp({ port, dataDir })
    await page.waitForSelector('.header-connection:not(.is-offline)', { timeout: 60_000 })
    expect(await page.getAttribute('[data-panel="results"]', 'data-panel-state')).toBe('live')
    await page.close()
  })
})
