import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { packAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { offlineList } from '#modes/offline/offline-list.ts'
import type { Shelf } from '#queries/offline-store.ts'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { launch, untilPainted } from './browser.ts'
import { publishCorrection } from './publish-correction.ts'
import { untilConnection } from './wall-page.ts'

const SCENES = ['zonglan', 'xiangxiantong', 'qinqing', 'huigui', 'minzu', 'zhibo', 'shitang', 'lianyi', 'yinling', 'liangshai']

/** All that is laid in of the default pack. */
const ANSWERS = offlineList({ pack: packAnswer(normal()), regions: normal().document.regions, pin: undefined }).wanted.length

let app: App
let browser: Browser
let context: BrowserContext | undefined
beforeAll(async () => {
  app = await startApp()
  browser = await launch()
})
afterEach(async () => {
  await context?.close()
  context = undefined
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

/** A tablet of its own: nothing is stored on it. */
async function tablet(width = 1180, height = 820): Promise<Page> {
  context = await browser.newContext({ viewport: { width, height }, hasTouch: true, isMobile: false })
  return context.newPage()
}

/** What the browser has in store, told by the store itself. */
const shelfOn = (page: Page): Promise<Shelf | undefined> =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'tongxin-desk')) return undefined
    return new Promise<Shelf | undefined>((resolve) => {
      const opening = indexedDB.open('tongxin-desk')
      opening.addEventListener('success', () => {
        const asking = opening.result.transaction('answers').objectStore('answers').get('["shelf",null]')
        asking.addEventListener('success', () => {
          opening.result.close()
          resolve((asking.result as { data?: Shelf } | undefined)?.data)
        })
      })
    })
  })

/** Until the service worker has the page and all that it loads, and answers for it. */
const untilPageKept = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 }).toBe('activated')

async function untilWhole(page: Page, release: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const shelf = await shelfOn(page)
        return shelf === undefined ? 'nothing' : `${shelf.release}: ${shelf.scenes.length}/${shelf.of} ${shelf.answers === shelf.ofAnswers}`
      },
      { timeout: 30_000 }
    )
    .toBe(`${release}: 10/10 true`)
  await untilPageKept(page)
}

const tap = (page: Page, scene: string): Promise<void> => page.locator('nav[aria-label="场景"] button').nth(SCENES.indexOf(scene)).tap()
const isShown = async (page: Page, scene: string): Promise<void> => {
  await page.waitForSelector(`html[data-ready="true"] [data-scene="${scene}"]`, { state: 'attached' })
}
const panelStates = (page: Page): Promise<string[]> =>
  page.$$eval('[data-panel]', (panels) =>
    [...new Set(panels.map((panel) => (panel instanceof HTMLElement ? (panel.dataset.panelState ?? '') : '')))].toSorted()
  )

async function kill(): Promise<void> {
  const ended = new Promise((resolve) => {
    app.process.once('exit', resolve)
  })
  app.process.kill('SIGKILL')
  await ended
}

async function restart(): Promise<void> {
  app = await startApp({ port: app.port, dataDir: app.dataDir })
}

const clearAnswers = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asking = indexedDB.deleteDatabase('tongxin-desk')
        asking.addEventListener('success', () => resolve())
        asking.addEventListener('error', () => reject(new Error('not deleted')))
      })
  )

describe('a tablet without a network', () => {
  it('opens all ten scenes of the last release, regions too, with their dates; what comes then arrives by itself', async () => {
    const page = await tablet()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    await page.goto(app.url)
    await untilPainted(page)
    await untilWhole(page, 1)

    await kill()
    await page.reload()
    for (const scene of SCENES) {
      if (scene !== SCENES[0]) await tap(page, scene)
      await isShown(page, scene)
      await untilConnection(page, 'offline')
      const states = await panelStates(page)
      expect([scene, states.includes('offline'), states.filter((state) => ['error', 'loading'].includes(state))]).toEqual([scene, true, []])
      const words = (await page.textContent('body')) ?? ''
      expect(words).toContain('离线 展示缓存')
      expect(words).toMatch(/(已断开|正在连接)，展示 \d\d:\d\d 缓存/)
      expect(words).toContain('数据截至 2022-10')
    }
    await page.screenshot({ path: 'artifacts/offline-scene.png' })

    // As a link opened from the notes of a meeting: a region, another metric.
    await page.goto(`${app.url}/?scene=shitang&region=330881`)
    await isShown(page, 'shitang')
    expect(await page.textContent('.header')).toContain('离线 展示缓存')
    await page.goto(`${app.url}/?scene=zonglan&region=330822&metric=xxt.projects`)
    await isShown(page, 'zonglan')
    expect((await panelStates(page)).filter((state) => state !== 'offline' && state !== 'empty')).toEqual([])

    await page.evaluate(() => {
      document.body.dataset.witness = 'same document'
    })
    await restart()
    expect(publishCorrection(app.dataDir, 961)).toContain('第 2 版')
    await page.waitForFunction(() => document.querySelector('[data-figure="xxt.projects@330800"]')?.textContent === '961个')
    await untilConnection(page, 'live')
    expect(await page.getAttribute('body', 'data-witness')).toBe('same document')
    await untilWhole(page, 2)
    expect(errors).toEqual([])
  })

  it('says which scenes it has when one was not stored, and opens those', async () => {
    const page = await tablet(390, 844)
    // Only what is opened is stored.
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }))
    await page.goto(app.url)
    await untilPainted(page)
    await untilPageKept(page)
    await must(context).setOffline(true)
    await page.goto(`${app.url}/?scene=minzu`)
    const help = page.locator('[data-offline-help="others"]')
    await help.waitFor()
    expect(await help.textContent()).toContain('这个场景没有存到本机')
    expect(await help.locator('button').allTextContents()).toEqual(['总览'])
    await page.screenshot({ path: 'artifacts/offline-not-stored.png' })
    await help.locator('button').tap()
    await isShown(page, 'zonglan')
    await untilConnection(page, 'offline')
  })

  it('says that the browser has cleared what was stored, and what to do, and comes back by itself', async () => {
    const page = await tablet()
    await page.goto(app.url)
    await untilPainted(page)
    await untilWhole(page, 2)
    await page.goto(`${app.url}/healthz`)
    await clearAnswers(page)
    await must(context).setOffline(true)
    await page.goto(app.url)
    const help = page.locator('[data-offline-help="cleared"]')
    await help.waitFor()
    expect(await help.textContent()).toMatch(/离线数据已被浏览器清除.*存好过第 2 版.*接上网络后会自动恢复，并重新保存/)
    await page.screenshot({ path: 'artifacts/offline-cleared.png' })

    // The page too is gone: not the browser's error page, but ours.
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name)
    })
    await page.reload()
    expect(await page.textContent('body')).toContain('离线页面已被浏览器清除')
    await page.screenshot({ path: 'artifacts/offline-page-cleared.png' })
    await must(context).setOffline(false)
    await page.getByText('现在再试').tap()
    await isShown(page, 'zonglan')
    await untilWhole(page, 2)
  })

  it('says that storage is full, and what to do', async () => {
    const page = await tablet()
    const plug = await must(context).newCDPSession(page)
    await plug.send('Storage.overrideQuotaForOrigin', { origin: app.url, quotaSize: 60_000 })
    await page.goto(app.url)
    await untilPainted(page)
    const strip = page.locator('[data-offline-trouble="full"]')
    await strip.waitFor()
    expect(await strip.textContent()).toMatch(/本机存储空间已满，离线数据没有存全.*腾出空间后点“重新保存”/)
    expect(await page.locator('[data-panel-state="live"]').count()).toBeGreaterThan(0)
    await page.screenshot({ path: 'artifacts/offline-full.png' })
    await plug.send('Storage.overrideQuotaForOrigin', { origin: app.url })
    await strip.getByRole('button', { name: '详情' }).tap()
    const notes = page.getByRole('dialog', { name: '离线使用' })
    await page.screenshot({ path: 'artifacts/offline-notes-full.png' })
    await notes.getByRole('button', { name: '重新保存' }).tap()
    await notes.locator('[data-offline-stage="whole"]').waitFor()
    expect(await notes.textContent()).toContain(`离线可用第 2 版已存：场景 10/10，连同各地区 ${ANSWERS}/${ANSWERS}`)
    expect((await shelfOn(page))?.scenes.length).toBe(10)
  })
})

describe('a tablet in a LAN without https', () => {
  it('goes on while the page is open, and is told what https adds', async () => {
    const tester = await launch({}, ['--host-resolver-rules=MAP screen.test 127.0.0.1'])
    try {
      const page = await tester.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true })
      await page.goto(`http://screen.test:${app.port}`)
      await untilPainted(page)
      expect(await page.evaluate(() => [window.isSecureContext, 'serviceWorker' in navigator])).toEqual([false, false])
      await expect.poll(() => shelfOn(page), { timeout: 30_000 }).toMatchObject({ of: 10, answers: ANSWERS, ofAnswers: ANSWERS })
      await page.context().setOffline(true)
      await tap(page, 'liangshai')
      await isShown(page, 'liangshai')
      await untilConnection(page, 'offline')
      expect((await panelStates(page)).filter((state) => state === 'error' || state === 'loading')).toEqual([])
    } finally {
      await tester.close()
    }
  })
})

describe('the page as an app', () => {
  it('can be installed, under the name of the pack', async () => {
    const page = await tablet()
    await page.goto(app.url)
    await untilPainted(page)
    const plug = await must(context).newCDPSession(page)
    const { errors, data } = await plug.send('Page.getAppManifest')
    expect(errors).toEqual([])
    expect(JSON.parse(data ?? '{}')).toMatchObject({
      name: '同心共富·乡贤通 应用可视化平台',
      short_name: '同心共富·乡贤通',
      display: 'standalone',
      start_url: '/'
    })
    // A window that leaves no traces cannot install anything; nothing else may stand in the way.
    const { installabilityErrors } = await plug.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  })
})
