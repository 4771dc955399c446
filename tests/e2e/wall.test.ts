import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOutApp, type LaidOutApp } from './laid-out-app.ts'
import { FAST, openKiosk, untilConnection, untilOfflineReady, untilScene, wallState, type Kiosk } from './wall-page.ts'

let app: LaidOutApp
let kiosk: Kiosk | undefined
beforeAll(async () => {
  app = await layOutApp()
})
afterEach(async () => {
  await kiosk?.close()
  kiosk = undefined
})
afterAll(() => app.remove())

const wall = (play: string, more = ''): string => `${app.url}/wall?audit=1&play=${play}&name=试验&${FAST}${more}`

describe('a wall', () => {
  it('shows scene after scene, each ready before it comes, one at a time when it says that it is ready', async () => {
    kiosk = await openKiosk()
    const page = await kiosk.open(wall('zonglan:8,minzu:8,shitang:8'))
    const seen: string[] = []
    for (const scene of ['zonglan', 'minzu', 'shitang', 'zonglan']) {
      await untilScene(page, scene)
      seen.push(await page.$$eval('[data-scene]', (scenes) => scenes.map((it) => (it instanceof HTMLElement ? it.dataset.scene : '')).join()))
      expect(await page.getAttribute('.dock nav button[aria-current]', 'aria-current')).toBe('page')
      expect(await page.locator('.dock-progress s').count()).toBe(1)
    }
    expect(seen).toEqual(['zonglan', 'minzu', 'shitang', 'zonglan'])
    expect(await wallState(page)).toMatchObject({ rotations: 3, safe: false })
    // Between two heartbeats its short patience may just have ended.
    await expect.poll(async () => (await wallState(page))?.connection).toBe('live')
    expect(await page.$eval('.wall', (it) => getComputedStyle(it).cursor)).toBe('none')
  })

  it('comes up without a network from what it has, says how old that is, goes on, and is live again by itself', async () => {
    kiosk = await openKiosk()
    let page = await kiosk.open(wall('zonglan:5,minzu:5'))
    await untilScene(page, 'minzu')
    await untilOfflineReady(page)
    await app.kill()
    await kiosk.restart()
    page = await kiosk.open(wall('zonglan:5,minzu:5'))
    await untilScene(page, 'zonglan', 15_000)
    await untilConnection(page, 'offline')
    expect(await page.textContent('[data-panel="results"] .note')).toMatch(/已断开，展示 \d\d:\d\d 缓存/)
    expect(await page.textContent('[data-figure="xxt.members@330800"]')).toBe('3万余名')
    await untilScene(page, 'minzu')
    expect(await page.locator('[data-stage="shown"] [data-panel-state="offline"]').count()).toBeGreaterThan(0)
    await app.start()
    await untilConnection(page, 'live')
    await page.waitForFunction(() => document.querySelectorAll('[data-panel-state="offline"]').length === 0)
  })

  it('moves to a new build at the edge of a scene, also when the old chunks are gone, and only once', async () => {
    kiosk = await openKiosk()
    const page = await kiosk.open(wall('zonglan:5,minzu:5'))
    await untilScene(page, 'zonglan')
    const build = app.deploy()
    await page.waitForSelector(`meta[name="build"][content="${build}"]`, { state: 'attached', timeout: 30_000 })
    await untilScene(page, 'minzu')
    await untilScene(page, 'zonglan')
    await untilScene(page, 'minzu')
    expect(await page.evaluate(() => (history.state as { wall: { total: number } }).wall.total)).toBe(1)
    // Between two heartbeats its short patience may just have ended.
    await expect.poll(() => wallState(page)).toMatchObject({ connection: 'live', safe: false })
  })

  it('goes back to the build that did start when the new one does not, and stays there', async () => {
    kiosk = await openKiosk()
    const page = await kiosk.open(wall('zonglan:5,minzu:5'))
    await untilScene(page, 'zonglan')
    const good = app.build()
    await untilOfflineReady(page, good)
    const bad = app.deploy({ broken: true })
    await page.waitForSelector(`meta[name="build"][content="${bad}"]`, { state: 'attached', timeout: 30_000 })
    await page.waitForSelector(`meta[name="build"][content="${good}"]`, { state: 'attached', timeout: 30_000 })
    await untilScene(page, 'minzu', 30_000)
    await untilScene(page, 'zonglan', 30_000)
    expect(await page.evaluate(() => (history.state as { wall: { total: number; bad: string[] } }).wall)).toMatchObject({ total: 2, bad: [bad] })
    app.deploy()
  })
})
