import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOutApp, type LaidOutApp } from './laid-out-app.ts'
import { FAST, openKiosk, untilConnection, untilOfflineReady, untilScene, wallState, type Kiosk } from './wall-page.ts'

const HOST = 'wall.test'
const RESOLVED = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`

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

const path = (play: string, more = ''): string => `/wall?audit=1&play=${play}&${FAST}${more}`
const wall = (play: string, more = ''): string => `${app.url}${path(play, more)}`
const insecure = (play: string, more = ''): string => `http://${HOST}:${app.port}${path(play, more)}`

interface Listed {
  readonly name: string
  readonly secure: boolean
  readonly offlineReady: boolean
  readonly storage: boolean
  readonly awake: boolean
}
/** What the server was told of the wall of that name. */
const listed = async (name: string): Promise<Listed | undefined> => {
  const { walls } = (await (await fetch(`${app.url}/api/v1/walls`)).json()) as { walls: Listed[] }
  return walls.find((it) => it.name === name)
}

describe('a wall whose host is not loopback', () => {
  it('works over plain http without what https gives, and tells the operator what it lacks', async () => {
    kiosk = await openKiosk([RESOLVED])
    const page = await kiosk.open(insecure('zonglan:8,minzu:8', '&name=plain'))
    await untilScene(page, 'zonglan')
    await untilScene(page, 'minzu')
    expect(await page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
    await expect.poll(() => listed('plain'), { timeout: 30_000 }).toMatchObject({ secure: false, offlineReady: false, storage: true, awake: false })
  })

  it('starts without a network too when Chromium is told to trust it', async () => {
    kiosk = await openKiosk([RESOLVED, `--unsafely-treat-insecure-origin-as-secure=http://${HOST}:${app.port}`])
    let page = await kiosk.open(insecure('zonglan:8,minzu:8', '&name=trusted'))
    await untilScene(page, 'zonglan')
    await untilOfflineReady(page)
    await expect.poll(() => listed('trusted'), { timeout: 30_000 }).toMatchObject({ secure: true, offlineReady: true })
    await app.kill()
    await kiosk.restart()
    page = await kiosk.open(insecure('zonglan:8,minzu:8', '&name=trusted'))
    await untilScene(page, 'zonglan')
    await untilConnection(page, 'offline')
    await app.start()
    await untilConnection(page, 'live')
  })

  it('shows the figures without the app when a build does not start and there is none to go back to', async () => {
    kiosk = await openKiosk([RESOLVED])
    const page = await kiosk.open(insecure('zonglan:5,minzu:5'))
    await untilScene(page, 'zonglan')
    app.deploy({ broken: true })
    await page.waitForSelector('[data-plain]', { timeout: 90_000 })
    const text = (await page.textContent('[data-plain]')) ?? ''
    expect(text).toContain('安全模式')
    expect(text).toContain('3万余名')
    expect(await page.evaluate(() => (history.state as { wall: { at: number[] } }).wall.at.length)).toBe(3)
    const overflow = await page.evaluate(() => [document.documentElement.scrollHeight > innerHeight, document.documentElement.scrollWidth > innerWidth])
    expect(overflow).toEqual([false, false])
    await page.screenshot({ path: 'artifacts/wall-safe-mode.png' })
    await app.remove()
    app = await layOutApp()
  }, 180_000)
})

describe('a wall whose browser is in trouble', () => {
  it('goes on when storage is denied, and tells so', async () => {
    kiosk = await openKiosk()
    await kiosk.context().addInitScript(() => {
      const denied = (): never => {
        throw new DOMException('denied', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get: denied })
      Object.defineProperty(window, 'sessionStorage', { get: denied })
      Object.defineProperty(window, 'indexedDB', { get: denied })
    })
    const page = await kiosk.open(wall('zonglan:8,minzu:8', '&name=denied'))
    await untilScene(page, 'minzu')
    await expect.poll(() => listed('denied'), { timeout: 30_000 }).toMatchObject({ storage: false })
  })

  it('draws a canvas anew that was lost, given back or not', async () => {
    kiosk = await openKiosk()
    const page = await kiosk.open(wall('zonglan:600'))
    await untilScene(page, 'zonglan')
    const ink = (): Promise<number> =>
      page.evaluate(() => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-panel="services"] canvas')
        const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        return [...data].filter((value, index) => index % 4 === 3 && value > 0).length
      })
    const lose = (events: readonly string[]): Promise<void> =>
      page.evaluate((names) => {
        const canvas = document.querySelector<HTMLCanvasElement>('[data-panel="services"] canvas')
        if (canvas === null) return
        canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height)
        for (const name of names) canvas.dispatchEvent(new Event(name))
      }, events)
    const before = await ink()
    expect(before).toBeGreaterThan(1_000)
    for (const events of [['contextlost', 'contextrestored'], ['contextlost']]) {
      await lose(events)
      await expect.poll(ink, { timeout: 30_000 }).toBeGreaterThan(before * 0.9)
    }
    expect(await page.locator('[data-panel="services"] canvas').count()).toBe(1)
  })

  it('keeps its picture when the display goes, and fits the one that comes', async () => {
    kiosk = await openKiosk()
    const page = await kiosk.open(wall('zonglan:600'))
    await untilScene(page, 'zonglan')
    const plug = await kiosk.context().newCDPSession(page)
    const display = (width: number, height: number, deviceScaleFactor: number): Promise<unknown> =>
      plug.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false })
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    await display(1, 1, 1)
    await page.waitForTimeout(500)
    await display(3840, 2160, 1)
    await expect.poll(() => canvasOf(page)).toMatchObject({ sharp: true, form: 'wall' })
    await display(1920, 540, 2)
    await expect.poll(() => canvasOf(page)).toMatchObject({ sharp: true, ratio: 2, form: 'ultrawide' })
    await display(1920, 1080, 1)
    await expect.poll(() => canvasOf(page)).toMatchObject({ sharp: true, ratio: 1, form: 'wall' })
    expect(complaints).toEqual([])
    expect(await wallState(page)).toMatchObject({ scene: 'zonglan', safe: false })
  })
})

/** Whether the charts have as many pixels as the display. */
const canvasOf = (page: Page): Promise<{ sharp: boolean; ratio: number; form: string | undefined }> =>
  page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[data-stage="shown"] canvas')]
    const sharp = canvases.length > 0 && canvases.every((canvas) => Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) < 2)
    return { sharp, ratio: devicePixelRatio, form: document.documentElement.dataset.form }
  })
