import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { seriousOn } from './accessible.ts'
import { hostileMessages, KINDS } from './hostile.ts'
import { openWall, pairingOf, pairTablet, readCode, SILENCE_S } from './remote-pages.ts'
import { serve } from './served.ts'
import { untilScene, wallState } from './wall-page.ts'

/** Heard often enough for walls that do not wait long. */
const served = serve({ HEARTBEAT_SECONDS: '1' })
let wall: Page
let contexts: BrowserContext[] = []
let tablet: Page

const freshTablet = async (): Promise<BrowserContext> => {
  const context = await served.browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true })
  contexts.push(context)
  return context
}

beforeAll(async () => {
  wall = await served.browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await openWall(wall, served.url)
  tablet = await pairTablet(await freshTablet(), served.url, wall)
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  contexts = []
})

const untilArea = (scene: string, region: string): Promise<unknown> =>
  wall.waitForFunction(
    ([id, code]) => {
      const state = globalThis.__wall?.state()
      return state?.scene === id && state.region === code && !state.staged
    },
    [scene, region] as const
  )
const button = (name: string): string => `.remote-transport button:has-text("${name}")`
const progress = (): Promise<string | null> => wall.getAttribute('.dock-progress s', 'data-paused')
const boxOf = (selector: string): Promise<{ left: number; top: number; width: number; height: number }> =>
  wall
    .locator(selector)
    .first()
    .evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return { left, top, width, height }
    })

describe('a paired tablet', () => {
  it('was paired by a code that the wall alone has shown, once', async () => {
    expect(await wall.locator('.code-card').count()).toBe(0)
    expect(await wall.textContent('.header-note')).toBe('平板遥控中')
    expect(await tablet.textContent('.remote-who')).toContain('主屏')
    const code = await tablet.evaluate(() => (JSON.parse(localStorage.getItem('remote-pairing') ?? '{}') as { code: string }).code)
    const again = await fetch(`${served.url}/api/v1/remote/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code })
    })
    expect([code.length, again.status]).toEqual([6, 404])
  })

  it('has the wall go on and back, stay and go on', async () => {
    await tablet.tap(button('下一屏'))
    await untilScene(wall, 'shitang')
    await tablet.tap(button('上一屏'))
    await untilScene(wall, 'zonglan')
    await tablet.tap('.is-hold')
    await expect.poll(progress).toBe('true')
    await tablet.waitForSelector('.is-hold[aria-pressed="true"]')
    await tablet.tap('.is-hold')
    await expect.poll(progress).toBe('false')
  })

  it('colours the map by another figure', async () => {
    await tablet.locator('[data-metric-button][aria-pressed="false"]').first().tap()
    await wall.waitForSelector('html[data-ready="true"] [data-stage="shown"] .metric-switch button:nth-child(2)[aria-pressed="true"]')
    await tablet.waitForSelector('[data-metric-button]:nth-child(2)[aria-pressed="true"]')
  })

  it('puts a ring around a figure without moving anything', async () => {
    const button = tablet.locator('[data-figure-button]').first()
    await button.waitFor()
    const figure = must((await button.getAttribute('data-figure-button')) ?? undefined)
    const selector = `[data-stage="shown"] [data-figure="${figure}"]`
    const before = await boxOf(selector)
    await button.tap()
    await wall.waitForSelector(`[data-ring="${figure}"]`)
    await wall.waitForTimeout(600)
    const [after, ring] = [await boxOf(selector), await boxOf('[data-ring]')]
    expect(after).toEqual(before)
    expect([
      ring.left < before.left,
      ring.top < before.top,
      ring.left + ring.width > before.left + before.width,
      ring.top + ring.height > before.top + before.height
    ]).toEqual(Array.from({ length: 4 }, () => true))
    await tablet.locator(`[data-figure-button="${figure}"][aria-pressed="true"]`).tap()
    await wall.waitForSelector('[data-ring]', { state: 'detached' })
  })

  it('points with a finger: the light follows, and is gone soon after', async () => {
    const preview = must((await tablet.locator('.remote-preview').boundingBox()) ?? undefined)
    await tablet.touchscreen.tap(preview.x + preview.width * 0.25, preview.y + preview.height * 0.75)
    await wall.waitForSelector('.laser[data-lit="true"]')
    const { left, top, width, height } = await boxOf('.laser')
    expect(Math.abs(left + width / 2 - 1920 * 0.25)).toBeLessThan(4)
    expect(Math.abs(top + height / 2 - 1080 * 0.75)).toBeLessThan(4)
    await wall.waitForSelector('.laser[data-lit="false"]', { state: 'attached', timeout: 10_000 })
  })

  it('puts the cover over everything and takes it away', async () => {
    await tablet.tap('.is-cover')
    await wall.waitForSelector('.wall-cover')
    await tablet.waitForSelector('.is-cover[aria-pressed="true"]')
    await tablet.tap('.is-cover')
    await wall.waitForSelector('.wall-cover', { state: 'detached' })
  })

  it('casts 共享食堂 and puts 衢江区 in the light with at most four taps, then area after area', async () => {
    let taps = 0
    const tap = async (selector: string): Promise<void> => {
      taps += 1
      await tablet.tap(selector)
    }
    await tap('[data-scene-button="shitang"]')
    await tap('[data-area-button="330803"]')
    await tablet.waitForSelector('[data-shown="shitang"]')
    await tap('.is-spotlight')
    await untilArea('shitang', '330803')
    expect(taps).toBeLessThanOrEqual(4)
    await tablet.tap('.remote-switch')
    await wall.waitForFunction(() => document.querySelector('.header-note')?.textContent === '县循环 衢江区')
    await untilArea('shitang', '330803')
    await tablet.tap(button('下一屏'))
    await untilArea('shitang', '330822')
    await tablet.tap(button('返回轮播'))
    await wall.waitForFunction(() => globalThis.__wall?.state().region === null)
    await wall.waitForFunction(() => document.querySelector('.header-note')?.textContent === '平板遥控中')
  })
})

describe('the preview', () => {
  it('is a picture of the wall: no tools in it, and nothing kept for a time without network', async () => {
    const frame = must(tablet.frames().find((it) => it !== tablet.mainFrame()))
    await frame.waitForSelector('html[data-ready="true"]')
    const kept = (): Promise<number> => frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    expect([await frame.locator('.tools').count(), await kept()]).toEqual([0, 0])
  })
})

describe("a tablet's page", () => {
  afterEach(() => tablet.setViewportSize({ width: 820, height: 1180 }))
  it.each([
    [820, 1180, '.remote-panes .remote-more'],
    [1180, 820, '.remote-stage .remote-more'],
    [390, 844, '.remote-tabs']
  ])('can be touched and read at %i x %i', async (width, height, arranged) => {
    await tablet.setViewportSize({ width, height })
    await tablet.waitForSelector(arranged)
    const small = await tablet.$$eval('.remote button:not(.remote-switch), .remote a', (targets) =>
      targets.flatMap((target) => {
        const { width: wide, height: high } = target.getBoundingClientRect()
        return wide >= 44 && high >= 44 ? [] : [`${target.textContent} ${wide}x${high}`]
      })
    )
    expect(small).toEqual([])
    expect(await tablet.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await seriousOn(tablet)).toEqual([])
  })
})

describe('a hundred hostile messages', () => {
  it('are obeyed not once', async () => {
    const captured: string[] = []
    tablet.on('request', (request) => {
      if (request.url().endsWith('/remote/commands')) captured.push(request.postData() ?? '')
    })
    await tablet.tap('[data-scene-button="zonglan"]')
    await untilScene(wall, 'zonglan')
    await tablet.waitForSelector('[data-shown="zonglan"]')
    await wall.waitForFunction(() => globalThis.__wall?.state().staged === false)
    const before = await wallState(wall)
    await wall.evaluate(() => {
      const seen: string[] = []
      Object.assign(globalThis, { seen })
      new MutationObserver(() => {
        for (const sign of ['.wall-cover', '[data-ring]', '.laser[data-lit="true"]', '.wall-layer[data-stage="next"]', '.dock-progress s[data-paused="true"]'])
          if (document.querySelector(sign) !== null) seen.push(sign)
      }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-lit', 'data-stage', 'data-paused'] })
    })
    const seed = Date.now() % 1_000_000
    process.stdout.write(`hostile messages: seed ${seed}\n`)
    const statuses = await hostileMessages({ url: served.url, pairing: await pairingOf(tablet), captured, seed })
    await wall.waitForTimeout(500)
    for (const kind of KINDS) expect([kind, statuses[kind].length, statuses[kind].filter((status) => status < 400)]).toEqual([kind, 20, []])
    expect(await wall.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([])
    expect(await wallState(wall)).toMatchObject({ scene: before?.scene, region: before?.region ?? null, rotations: before?.rotations })
    // And the tablet's own word still counts.
    await wall.waitForTimeout(1_000)
    await tablet.tap('.is-cover')
    await wall.waitForSelector('.wall-cover')
    await tablet.tap('.is-cover[aria-pressed="true"]')
    await wall.waitForSelector('.wall-cover', { state: 'detached' })
  })
})

describe('control of a wall', () => {
  it('goes over to the next tablet, before the eyes of everybody', async () => {
    const first = await pairingOf(tablet)
    // It is said for a moment only, while the second tablet is still coming up.
    const said = wall.waitForSelector('.wall-remote-note:text-is("控制权已移交到另一台平板")', { timeout: 90_000 })
    const [second] = await Promise.all([pairTablet(await freshTablet(), served.url, wall), said])
    await tablet.waitForSelector('.remote-notice')
    expect(await tablet.textContent('.remote-notice')).toContain('控制权已移交')
    const body = JSON.stringify({ wall: first.wall.id, seq: Date.now() + 60_000, sentAt: Date.now(), command: { kind: 'next' } })
    const old = await fetch(`${served.url}/api/v1/remote/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${first.token}` },
      body
    })
    expect(old.status).toBe(409)
    await second.tap('[data-scene-button="minzu"]')
    await untilScene(wall, 'minzu')
    await second.tap('text=断开')
    await second.waitForSelector('.remote-pair')
    await wall.waitForFunction(() => document.querySelector('.header-note') === null)
  })

  it('comes with a scanned code too, and ends when the tablet is silent: the wall goes back to its round', async () => {
    const code = await readCode(wall, tablet)
    await tablet.goto(`${served.url}/remote?code=${code}`)
    await tablet.waitForSelector('[data-shown]')
    expect(new URL(tablet.url()).search).toBe('')
    await tablet.tap('[data-scene-button="huigui"]')
    await untilScene(wall, 'huigui')
    await tablet.tap('.is-hold')
    await tablet.tap('.is-cover')
    await wall.waitForSelector('.wall-cover')
    await expect.poll(progress).toBe('true')
    await tablet.close()
    const silent = Date.now()
    await wall.waitForSelector('.wall-cover', { state: 'detached', timeout: (SILENCE_S + 30) * 1_000 })
    expect(Date.now() - silent).toBeGreaterThan((SILENCE_S - 11) * 1_000)
    await untilScene(wall, 'zonglan')
    expect(await progress()).toBe('false')
  })
})
