import { launch, type Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pathOf } from '#tests/support/debian-program.ts'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { mountingPage, startHost, type HostSite } from './host-page.ts'

let app: App
let browser: Browser
let host: HostSite

beforeAll(async () => {
  app = await startApp({ env: { EMBED_ORIGINS: '*' } })
  host = await startHost({ '/': () => mountingPage(app.url, `{ panel: 'huigui/counties' }`) })
  browser = await launch({ browser: 'firefox', protocol: 'webDriverBiDi', executablePath: pathOf('firefox'), headless: true })
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  host?.stop()
})

it('Firefox shows an embed on a page of another origin, as high as it needs, with its figures', async () => {
  const page = await browser.newPage()
  await page.setViewport({ width: 900, height: 700 })
  await page.goto(host.url())
  const frame = must(await must(await page.waitForSelector('iframe')).contentFrame())
  await frame.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  const heights = async (): Promise<readonly [number, number]> => [
    await page.$eval('iframe', (element) => element.clientHeight),
    await frame.$eval('.embed', (element) => Math.ceil(element.getBoundingClientRect().height))
  ]
  await expect.poll(async () => new Set(await heights()).size, { timeout: 20_000 }).toBe(1)
  const [wide] = await heights()
  expect(await frame.$eval('.embed-head h1', (element) => element.textContent)).toBe('促成回归项目518个，涉及投资超1200亿元')
  expect(await frame.$$eval('.embed-head [data-figure]', (figures) => figures.map((figure) => figure.getAttribute('data-figure')))).toEqual([
    'zs.projects@330800',
    'zs.investment@330800'
  ])
  expect(await frame.$$eval('.bars-map-name', (names) => names.length)).toBe(6)
  await page.setViewport({ width: 360, height: 700 })
  await expect.poll(async () => (await heights()).every((height) => height > wide) && new Set(await heights()).size === 1, { timeout: 20_000 }).toBe(true)
  await page.close()
})
