import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { layOutApp, withWall, type LaidOutApp } from './laid-out-app.ts'
import { FAST, openKiosk, untilScene, wallState, type Kiosk } from './wall-page.ts'

/** Hours that are of one day cannot hold its last minute. */
const WHOLE_DAY = [
  { from: '00:00', to: '23:59' },
  { from: '23:59', to: '00:00' }
]
const WALL = {
  theme: 'hong',
  seconds: 5,
  play: [{ scene: 'lianyi' }],
  schedule: WHOLE_DAY.map((hours) => ({ ...hours, play: [{ scene: 'zonglan' }, { scene: 'minzu' }] })),
  night: WHOLE_DAY.map((hours) => ({ ...hours, dim: 0.5 })),
  interrupts: [
    { id: 'many', scene: 'huigui', seconds: 5, everyMinutes: 60, rule: { kind: 'threshold', indicator: 'xxt.projects', area: 'root', above: '960' } }
  ]
}

let app: LaidOutApp
let kiosk: Kiosk | undefined
beforeAll(async () => {
  app = await layOutApp({ pack: withWall(WALL) })
})
afterEach(async () => {
  await kiosk?.close()
  kiosk = undefined
})
afterAll(() => app.remove())

const open = async (more = ''): Promise<Page> => {
  kiosk = await openKiosk()
  return kiosk.open(`${app.url}/wall?audit=1&${FAST}${more}`)
}
const note = (page: Page): Promise<string | null> => page.textContent('.header-note').catch(() => null)

const onward = (page: Page): Promise<void> => page.evaluate(() => globalThis.__wall?.next())

describe("a wall's programme", () => {
  it('is that of the pack: its round for the hour, its theme, its night', async () => {
    const page = await open()
    await untilScene(page, 'zonglan')
    expect(await page.getAttribute('html', 'data-theme')).toBe('hong')
    expect(await page.$eval('.wall-dim', (it) => (it instanceof HTMLElement ? it.style.opacity : ''))).toBe('0.5')
    await untilScene(page, 'minzu')
    await untilScene(page, 'zonglan')
  })

  it('stays on a scene that is pinned, and says until when', async () => {
    const page = await open('&pin=yinling@2099-01-01T08:00')
    await untilScene(page, 'yinling')
    await page.waitForTimeout(9_000)
    expect(await wallState(page)).toMatchObject({ scene: 'yinling', staged: false })
    expect(await note(page)).toBe('固定到 2099-01-01 08:00')
    expect(await page.locator('.dock-progress s[data-paused="true"]').count()).toBe(1)
  })

  it('goes round the counties of a scene', async () => {
    const page = await open('&play=zonglan:600:counties')
    await untilScene(page, 'zonglan')
    const regions: (string | null | undefined)[] = []
    for (let step = 0; step < 8; step += 1) {
      regions.push((await wallState(page))?.region)
      await onward(page)
      await page.waitForFunction((count) => (globalThis.__wall?.state().rotations ?? 0) > count && document.documentElement.dataset.ready === 'true', step)
    }
    expect(regions).toEqual([null, '330802', '330803', '330822', '330824', '330825', '330881', null])
  })

  it('refreshes in place, is interrupted when a rule on the data begins to hold, and goes on behind it', async () => {
    const page = await open()
    await untilScene(page, 'zonglan')
    await page.evaluate(() => {
      document.body.dataset.witness = 'same document'
    })
    expect(app.publish('xxt.projects', '961')).toContain('第 2 版')
    await page.waitForFunction(() => document.querySelector('[data-stage="shown"] [data-scene="huigui"]') !== null)
    expect(await note(page)).toMatch(/^插播：服务新乡贤回归项目 961个/)
    await onward(page)
    await untilScene(page, 'minzu')
    await onward(page)
    await untilScene(page, 'zonglan')
    expect(await page.textContent('[data-figure="xxt.projects@330800"]')).toBe('961个')
    expect(await page.getAttribute('body', 'data-witness')).toBe('same document')
    await onward(page)
    await untilScene(page, 'minzu')
    expect(await note(page)).toBeNull()
  })

  it('is loaded anew when the operator asks, once', async () => {
    const page = await open('&name=操作')
    await untilScene(page, 'zonglan')
    const walls = async (): Promise<{ id: string; name: string }[]> =>
      ((await (await fetch(`${app.url}/api/v1/walls`)).json()) as { walls: { id: string; name: string }[] }).walls
    await expect.poll(async () => (await walls()).some(({ name }) => name === '操作')).toBe(true)
    const id = (await walls()).find(({ name }) => name === '操作')?.id ?? ''
    const asked = await fetch(`${app.url}/api/v1/walls/${id}/reload`, { method: 'POST', headers: { authorization: 'Bearer operator-of-the-tests' } })
    expect(asked.status).toBe(202)
    const total = (): Promise<number | undefined> =>
      page.evaluate(() => (history.state as { wall?: { total: number } } | null)?.wall?.total).catch(() => undefined)
    await expect.poll(total, { timeout: 30_000 }).toBe(1)
    await untilScene(page, 'zonglan')
    await untilScene(page, 'minzu')
    expect(await total()).toBe(1)
  })
})
