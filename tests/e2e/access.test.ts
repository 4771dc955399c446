import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { launch, untilPainted } from './browser.ts'
import { FAST, openKiosk, untilConnection, untilScene } from './wall-page.ts'

const SECRET = 'a-secret-for-tests-of-more-than-32-characters'
const WALL = `/wall?play=zonglan:600&${FAST}`

let app: App | undefined
let browser: Browser | undefined
/** Somebody else's page, with an embed in a frame. */
const host = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html')
  response.end(`<!doctype html><title>OA</title><iframe src="${url('/embed/panel/huigui/river')}" width="640" height="400"></iframe>`)
})
const hostPort = (): number => {
  const address = host.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  app = await startApp({ env: { ACCESS: 'token', TOKEN_SECRET: SECRET, EMBED_ORIGINS: `http://localhost:${hostPort()}` } })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  host.close()
})

const url = (path: string): string => `${must(app).url}${path}`

/** What the command prints, while the server runs. */
async function access(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, TOKEN_SECRET: SECRET, DATA_DIR: must(app).dataDir }
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/access.mjs', ...args], { env })
  return stdout
}

async function newDevice(name: string): Promise<string> {
  const said = await access('device', name)
  const [, link = '', token = ''] = /(\S+\/wall)#device=(\S+)/.exec(said) ?? []
  expect([link, said]).toEqual([url('/wall'), expect.stringContaining(`${url('/')}#device=${token}`)])
  return token
}

/** Everything that a page says to anybody about where it is. */
async function traces(page: Page, requests: readonly Request[]): Promise<string> {
  const own = await page.evaluate(() => [document.title, location.href, document.referrer, document.documentElement.outerHTML, JSON.stringify(history.state)])
  const sent = await Promise.all(requests.map(async (request) => [request.url(), (await request.allHeaders())['referer'] ?? '']))
  return [...own, ...sent.flat(), must(app).output()].join('\n')
}

describe('a wall of a server that asks for tokens', () => {
  it('shows nothing without one, and says so', async () => {
    const page = await must(browser).newPage()
    await page.goto(url(WALL))
    await page.waitForSelector('[data-not-allowed]')
    expect(await page.textContent('[data-not-allowed]')).toContain('本屏未获授权')
    expect(await page.locator('[data-figure]').count()).toBe(0)
    await page.goto(url('/'))
    await page.waitForSelector('.desk [data-not-allowed]')
    expect(await page.locator('[data-figure]').count()).toBe(0)
    await page.close()
  })

  it('is set up once by a link, shows its scene also after a reload and a restart, and no longer once it is revoked', async () => {
    const token = await newDevice('大厅一号屏')
    expect(await access('devices')).toContain('大厅一号屏')
    const kiosk = await openKiosk()
    onTestFinished(kiosk.close)
    const requests: Request[] = []
    kiosk.context().on('request', (request) => requests.push(request))
    const page = await kiosk.open(url(`${WALL}#device=${token}`))
    await untilScene(page, 'zonglan')
    await untilConnection(page, 'live')
    expect(await page.evaluate(() => location.hash)).toBe('')
    await page.reload()
    await untilScene(page, 'zonglan')
    expect(await traces(page, requests)).not.toContain(token)
    expect(requests.length).toBeGreaterThan(20)
    await kiosk.restart()
    const again = await kiosk.open(url(WALL))
    await untilScene(again, 'zonglan')
    await untilConnection(again, 'live')
    await expect.poll(async () => (await (await fetch(url('/api/v1/walls'), { headers: { authorization: `Bearer ${token}` } })).json()).walls.length).toBe(1)
    // It listens for a tablet as well: on that route its key has the place that the device token has on others.
    const [{ id }] = (await (await fetch(url('/api/v1/walls'), { headers: { authorization: `Bearer ${token}` } })).json()).walls
    const askCode = async (headers: Record<string, string>) =>
      (await fetch(url(`/api/v1/walls/${id}/remote/code`), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' })).status
    await expect.poll(() => askCode({ 'x-device-token': token }), { timeout: 20_000 }).toBe(202)
    expect([await askCode({}), await askCode({ authorization: `Bearer ${token}` })]).toEqual([401, 401])

    expect(await access('revoke', '大厅一号屏')).toContain('已撤销')
    await untilConnection(again, 'offline')
    // Its scene is refused first: that the wall is, it learns when it next asks for the pack.
    await again.waitForSelector('.header-note:has-text("本屏未获授权")')
    // What it has, it goes on to show, as it does without a network; another browser has nothing.
    expect(await again.locator('[data-stage="shown"] [data-figure]').count()).toBeGreaterThan(3)
    const fresh = await must(browser).newContext()
    onTestFinished(() => fresh.close())
    const revoked = await fresh.newPage()
    await revoked.goto(url(`${WALL}#device=${token}`))
    await revoked.waitForSelector('[data-not-allowed]')
    expect([await revoked.locator('[data-figure]').count(), await revoked.evaluate(() => location.hash)]).toEqual([0, ''])

    // A new link in the page that is open brings it back without anybody reloading it.
    const next = await newDevice('大厅一号屏')
    await again.goto(url(`${WALL}#device=${next}`))
    await untilConnection(again, 'live')
    await again.waitForSelector('.header-note:has-text("本屏未获授权")', { state: 'detached' })
    expect(must(app).output()).not.toContain(token)
    await access('revoke', '大厅一号屏')
  })
})

describe('a desk', () => {
  it('is let in by its link, keeps the token for all its pages, and says when it is no longer', async () => {
    const token = await newDevice('平板')
    const context = await must(browser).newContext({ viewport: { width: 1920, height: 1080 } })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    await page.goto(url(`/#device=${token}`))
    await untilPainted(page)
    await page.goto(url('/walls'))
    await page.waitForSelector('.walls')
    expect(await page.textContent('body')).not.toContain('未获授权')
    await page.goto(url('/?scene=huigui'))
    await untilPainted(page)
    expect(await traces(page, requests)).not.toContain(token)
    await access('revoke', '平板')
    await page.waitForSelector('aside[data-not-allowed]', { timeout: 60_000 })
    expect(await page.locator('[data-figure]').count()).toBeGreaterThan(0)
  })
})

describe('a ticket', () => {
  it('by the command is exchanged once, for a session that reads its panel alone, and neither is ever said by the server', async () => {
    const said = await access('ticket', '--panel', 'huigui/river', '--minutes', '5')
    const ticket = said.split('\n')[1] ?? ''
    expect(said).toContain(`${url('/embed/panel/huigui/river')}#ticket=${ticket}`)
    const exchange = () => fetch(url('/api/v1/embed/session'), { method: 'POST', headers: { authorization: `Bearer ${ticket}` } })
    const first = await exchange()
    const { token } = await first.json()
    const again = await exchange()
    expect([first.status, again.status]).toEqual([200, 401])
    const read = async (path: string) => (await fetch(url(path), { headers: { authorization: `Bearer ${token}` } })).status
    expect([await read('/api/v1/panels/huigui/river'), await read('/api/v1/scenes/huigui'), await read('/api/v1/observations')]).toEqual([200, 403, 403])
    expect(must(app).output()).not.toMatch(new RegExp(`${ticket}|${token}`))
  })
})

describe('frames', () => {
  it('of another origin are shut out unless the operator names it', async () => {
    const page = await must(browser).newPage()
    onTestFinished(() => page.close())
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
    await page.goto(`http://127.0.0.1:${hostPort()}/`)
    expect((await refused).text()).toContain(`frame-ancestors 'self' http://localhost:${hostPort()}`)
    await page.goto(`http://localhost:${hostPort()}/`)
    const frame = page.frameLocator('iframe')
    await frame.locator('#root > *').first().waitFor()
    expect(await frame.locator('head meta[name="build"]').getAttribute('content')).toMatch(/^[0-9a-f]{12}$/)
  })
})
