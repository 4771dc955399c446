import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { launch, watchedPage, type Watched } from './browser.ts'
import { mountingPage, startHost, type HostSite } from './host-page.ts'
import { publishCorrection } from './publish-correction.ts'

let app: App
let browser: Browser
let host: HostSite
let evil: HostSite

const EVIL = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script>
window.answers = []
addEventListener('message', ({ data }) => answers.push(data))
const forms = [{ tongxin: 1, type: 'height', height: 6666 }, { tongxin: 1, type: 'state', state: 'live', title: 'evil', release: 1 }]
for (const form of forms) parent.postMessage(form, '*')
for (let index = 0; index < parent.length; index += 1)
  for (const form of [{ tongxin: 1, type: 'hello' }, { tongxin: 1, type: 'token', token: 'evil.evil.evil' }]) parent[index].postMessage(form, '*')
window.said = parent.length
</script>`

/** More than the six connections that a browser allows a server over HTTP/1.1; all in sight, for what is not does not paint. */
const TWELVE = [
  ...['map', 'kpi', 'ranking', 'services', 'results', 'loans'].map((panel) => `zonglan/${panel}`),
  'huigui/river',
  'huigui/definitions',
  'minzu/facts',
  'yinling/hall',
  'yinling/title',
  'zhibo/chain'
]

beforeAll(async () => {
  app = await startApp({ env: { EMBED_ORIGINS: '*' } })
  browser = await launch()
  const plain = (): string =>
    `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><iframe src="${app.url}/embed/panel/zonglan/ranking" style="width:360px;height:450px;border:0"></iframe>`
  const pages = {
    '/mount': () => mountingPage(app.url, `{ panel: 'zonglan/ranking', theme: 'ink' }`),
    '/frozen': () => mountingPage(app.url, `{ panel: 'huigui/definitions', release: 1 }`),
    '/unknown': () => mountingPage(app.url, `{ panel: 'zonglan/nothing' }`),
    '/ahead': () => mountingPage(app.url, `{ panel: 'zonglan/kpi', release: 99 }`),
    '/plain': plain,
    '/twelve': () =>
      `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">${TWELVE.map((name) => `<iframe src="${app.url}/embed/panel/${name}" width="400" height="400"></iframe>`).join('')}`
  }
  host = await startHost(pages)
  evil = await startHost({ '/': () => EVIL }, 'localhost')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  host.stop()
  evil.stop()
})

async function open(path: string, width = 900): Promise<Watched & { readonly frame: Frame }> {
  const watched = await watchedPage(browser, width, 700)
  onTestFinished(() => watched.page.close())
  await watched.page.goto(host.url(path))
  const frame = must(await (await watched.page.waitForSelector('iframe')).contentFrame())
  await frame.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  return { ...watched, frame }
}

const heard = (page: Page): Promise<unknown[]> => page.evaluate(() => (globalThis as never as { heard: unknown[] }).heard)
const heightOf = (page: Page): Promise<number> => page.$eval('iframe', (frame) => frame.clientHeight)
const wantedBy = (frame: Frame): Promise<number> => frame.$eval('.embed', (embed) => Math.ceil(embed.getBoundingClientRect().height))

async function untilHeightFits(page: Page, frame: Frame): Promise<number> {
  await expect.poll(async () => (await heightOf(page)) - (await wantedBy(frame)), { timeout: 20_000 }).toBe(0)
  return heightOf(page)
}

describe('an embed on a page of another origin', () => {
  it('has its figures, and is as high as they need at each width', async () => {
    const { page, frame, complaints } = await open('/mount')
    const wide = await untilHeightFits(page, frame)
    expect(await frame.title()).toBe('争先晾晒·综合榜 · 同心共富·乡贤通')
    expect(await frame.$$eval('[data-panel="ranking"][data-panel-state="live"] [data-value]', (values) => values.length)).toBe(6)
    expect(await heard(page)).toEqual(expect.arrayContaining(['live', wide]))
    await page.setViewportSize({ width: 360, height: 700 })
    await expect.poll(() => heightOf(page), { timeout: 20_000 }).not.toBe(wide)
    await untilHeightFits(page, frame)
    expect(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(complaints).toEqual([])
  })

  it('names its source at the foot of a plain frame that is too low, and opens source cards', async () => {
    const { frame, complaints } = await open('/plain')
    const foot = await frame.$eval('.embed-foot', (element) => ({
      text: element.textContent,
      bottom: element.getBoundingClientRect().bottom,
      height: innerHeight
    }))
    expect(foot.text).toContain('来源：')
    expect(foot.bottom).toBeLessThanOrEqual(foot.height)
    await frame.click('[data-value]')
    await frame.waitForSelector('.source-card')
    expect(complaints).toEqual([])
  })

  it('hears its own frame alone: not others, not itself, not what is malformed', async () => {
    const { page, frame, requests } = await open('/mount')
    const height = await untilHeightFits(page, frame)
    const before = await heard(page)
    await page.evaluate(async (address) => {
      const other = Object.assign(document.createElement('iframe'), { src: address })
      document.body.append(other)
      await new Promise((resolve) => other.addEventListener('load', resolve))
      window.postMessage({ tongxin: 1, type: 'height', height: 6666 }, '*')
    }, evil.url())
    // From the right frame, but of no form.
    await frame.evaluate(() => {
      for (const data of [
        null,
        'height',
        { tongxin: 1, type: 'height', height: 1e9 },
        { tongxin: 1, type: 'height', height: '6666' },
        { tongxin: 1, type: 'height', height: 6666, more: 1 },
        'x'.repeat(5_000_000)
      ])
        parent.postMessage(data, '*')
    })
    await page.waitForTimeout(1_000)
    expect(await heard(page)).toEqual(before)
    expect(await heightOf(page)).toBe(height)
    // The frame has answered nobody but its parent, and taken no ticket from elsewhere.
    const stranger = must(page.frames().find((it) => it.url().startsWith(evil.url())))
    // It has spoken to both frames, its own too: that one alone has heard it.
    const { said, answers } = await stranger.evaluate(() => {
      const { said, answers } = globalThis as never as { readonly said: number; readonly answers: readonly unknown[] }
      return { said, answers }
    })
    expect([said, answers]).toEqual([
      2,
      [
        { tongxin: 1, type: 'hello' },
        { tongxin: 1, type: 'token', token: 'evil.evil.evil' }
      ]
    ])
    expect(requests.filter((url) => url.includes('/embed/session'))).toEqual([])
    // Canary: the same from the right frame, in the right form, is taken.
    await frame.evaluate(() => parent.postMessage({ tongxin: 1, type: 'height', height: 6666 }, '*'))
    await expect.poll(() => heightOf(page)).toBe(6666)
  })

  it('leaves nothing behind when it is taken away', async () => {
    const { page, frame } = await open('/mount')
    await untilHeightFits(page, frame)
    await page.evaluate(() => (globalThis as never as { unmount: () => void }).unmount())
    const before = await heard(page)
    expect(await page.$eval('#embed', (element) => element.childNodes.length)).toBe(0)
    expect(page.frames()).toHaveLength(1)
    await page.evaluate(() => window.postMessage({ tongxin: 1, type: 'height', height: 6666 }, '*'))
    await page.waitForTimeout(500)
    expect(await heard(page)).toEqual(before)
  })

  it('tells the host that there is no such panel', async () => {
    const { page } = await open('/unknown')
    await expect.poll(() => heard(page)).toContain('error')
  })

  it('tells each state once, however often it asks for a release that is not there', async () => {
    const { page } = await open('/ahead')
    await page.waitForTimeout(5_000)
    expect((await heard(page)).filter((state) => state === 'live')).toHaveLength(1)
  })

  it('tells nobody where it stands', async () => {
    const { frame } = await open('/mount')
    expect(await frame.evaluate(() => document.referrer)).toBe('')
    expect(await frame.$$eval('.tools, .dock, [role="toolbar"]', (parts) => parts.length)).toBe(0)
    expect(await frame.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
})

describe('twelve embeds on one page', () => {
  it('all show their panel, and keep no connection from each other', async () => {
    const { page, complaints, requests } = await watchedPage(browser, 1720, 1300)
    onTestFinished(() => page.close())
    await page.goto(host.url('/twelve'), { waitUntil: 'domcontentloaded' })
    const frames = page.frames().filter((frame) => frame.parentFrame() !== null)
    expect(frames).toHaveLength(TWELVE.length)
    await Promise.all(frames.map((frame) => frame.waitForSelector('html[data-ready="true"] .embed-body [data-panel-state="live"]', { timeout: 60_000 })))
    const panels = await Promise.all(frames.map((frame) => frame.$$eval('[data-panel]', (all) => all.map((panel) => panel.getAttribute('data-panel')))))
    expect(panels).toEqual(TWELVE.map((name) => name.split('/').slice(1)))
    expect(requests.filter((url) => url.includes('/events'))).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('an address', () => {
  it.each([
    ['/embed/panel/zonglan/nothing', '没有这个面板'],
    ['/embed/panel/nowhere/ranking', '没有这个场景'],
    ['/embed/scene/nowhere', '没有这个场景']
  ])('%s says: %s', async (path, words) => {
    const { page } = await watchedPage(browser, 400, 450)
    onTestFinished(() => page.close())
    await page.goto(app.url + path)
    await page.waitForSelector(`text=${words}`)
    expect(await page.getAttribute('.embed-note a', 'href')).toBe('/')
    // A link of the ground's own colour is there for nobody.
    const colours = await page.$eval('.embed-note a', (link) => [
      getComputedStyle(link).color,
      getComputedStyle(link.closest('.embed') ?? link).backgroundColor
    ])
    expect(new Set(colours).size).toBe(2)
  })

  it('with wrong parameters shows the panel without them', async () => {
    const { page, complaints } = await watchedPage(browser, 400, 450)
    onTestFinished(() => page.close())
    await page.goto(`${app.url}/embed/panel/zonglan/ranking?theme=neon&region=99&metric=%3Cb%3E&period=never&release=none`)
    await page.waitForSelector('html[data-ready="true"][data-theme="paper"]')
    expect(complaints).toEqual([])
  })
})

describe('a frozen embed', () => {
  it('stays as it was, says that there is something newer, and goes there in its own frame', async () => {
    const { page, frame } = await open('/frozen')
    const figure = '.embed-body [data-figure="xxt.projects@330800"]'
    expect(await frame.textContent(figure)).toBe('958个')
    expect(await frame.$('.newer-release')).toBeNull()
    publishCorrection(app.dataDir, 961)
    // It looks when it is seen again.
    await frame.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))
    await frame.waitForSelector('.newer-release')
    expect(await frame.textContent('.newer-release')).toBe('已有更新（第 2 版）')
    expect(await frame.textContent(figure)).toBe('958个')
    await frame.click('.newer-release')
    await expect.poll(() => frame.textContent(figure).catch(() => ''), { timeout: 30_000 }).toBe('961个')
    expect(frame.url()).toBe(`${app.url}/embed/panel/huigui/definitions`)
    // The page around it goes on sizing the new one.
    await untilHeightFits(page, frame)
  })
})
