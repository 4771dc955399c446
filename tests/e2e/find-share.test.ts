import { readFileSync } from 'node:fs'
import { generate } from 'lean-qr'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { validateDeck } from '#server/render/office/pptx/validate.ts'
import { THEME_IDS } from '#tokens/themes.ts'
import { must } from '#tests/support/panel-data.ts'
import { seriousOn } from './accessible.ts'
import { startApp, type App } from './app.ts'
import { launch, untilPainted } from './browser.ts'
import { comparePictures, textBoxes } from './picture-boxes.ts'
import { publishCorrection } from './publish-correction.ts'

const RATIO = 2
let app: App
let browser: Browser
let context: BrowserContext
let page: Page
let taps = 0
let complaints: string[] = []

beforeAll(async () => {
  app = await startApp()
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true, deviceScaleFactor: RATIO })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: app.url })
  page = await context.newPage()
  complaints = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  taps = 0
  await page.goto(app.url)
  await untilPainted(page)
})
afterEach(async () => {
  await context.close()
})

const tap = async (selector: string): Promise<void> => {
  taps += 1
  await page.tap(selector)
}
const scene = (): Promise<string | null> => page.getAttribute('main', 'data-scene')

describe('to find', () => {
  it('半月谈 takes no more than four taps', async () => {
    await tap('[data-tool="find"]')
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.keyboard.type('半月谈')
    await tap('[role="option"]:first-child')
    await page.waitForSelector('main[data-scene="qinqing"]')
    expect(taps).toBeLessThanOrEqual(4)
    expect(await page.$('.tool-dialog')).toBeNull()
    expect(complaints).toEqual([])
  })

  it('an indicator by its initials brings its figure into view and marks it', async () => {
    await tap('[data-tool="find"]')
    await page.fill('[role="combobox"]', 'xqwj')
    await page.waitForSelector('[role="option"]:has-text("发放需求问卷")')
    expect(await seriousOn(page)).toEqual([])
    // It is marked for a moment only.
    const [marked] = await Promise.all([page.waitForFunction(() => document.querySelector('[data-revealed]')), tap('[role="option"]:has-text("发放需求问卷")')])
    const figure = must(marked.asElement() ?? undefined)
    expect(await scene()).toBe('xiangxiantong')
    expect(await figure.getAttribute('data-figure')).toBe('xxt.questionnaires@330800')
    const inView = (): Promise<boolean> =>
      figure.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top > 60 && bottom < innerHeight
      })
    await expect.poll(inView).toBe(true)
    await page.waitForSelector('[data-revealed]', { state: 'detached' })
  })

  it('leaves room for a keyboard on the screen of a phone, and rows that a finger hits', async () => {
    await page.setViewportSize({ width: 390, height: 500 })
    await tap('[data-tool="find"]')
    await page.waitForSelector('[role="option"]')
    const [dialog, ...rows] = await Promise.all([
      page.locator('.tool-dialog').boundingBox(),
      ...(await page.locator('[role="option"]').all()).map((row) => row.boundingBox())
    ])
    expect(must(dialog).y).toBe(0)
    expect(must(dialog).height).toBeLessThanOrEqual(500)
    expect(Math.min(...rows.map((row) => must(row).height))).toBeGreaterThanOrEqual(44)
  })
})

/** Reads the code off the page, pixel by pixel. Returns whether it says a link, module for module. */
async function shownCode(): Promise<(link: string) => boolean> {
  const shown = await page.$eval('canvas.share-code', (canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('no canvas')
    const { width } = canvas
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, width).data ?? []
    const dark = Array.from({ length: width * width }, (_pixel, at) => (data[at * 4] ?? 0) < 128)
    return { width, module: canvas.getBoundingClientRect().width / width, dark }
  })
  expect(shown.module).toBeGreaterThanOrEqual(3)
  expect(Number.isInteger(shown.module)).toBe(true)
  return (link) => {
    const code = generate(link)
    return shown.width === code.size + 8 && shown.dark.every((dark, at) => dark === code.get((at % shown.width) - 4, Math.floor(at / shown.width) - 4))
  }
}

const download = async (): Promise<{ name: string; png: Buffer }> => {
  const [saved] = await Promise.all([page.waitForEvent('download', { timeout: 90_000 }), page.tap('text=保存图片')])
  return { name: saved.suggestedFilename(), png: readFileSync(await saved.path()) }
}

/** A toolbar that stands still lies over other parts of a picture of the whole page than of the page. */
async function screenWithoutTools(): Promise<Buffer> {
  const hide = (opacity: string): Promise<void> =>
    page.$$eval(
      '[role="toolbar"], [data-picture="none"]',
      (tools, value) => tools.forEach((tool) => tool instanceof HTMLElement && (tool.style.opacity = value)),
      opacity
    )
  await hide('0')
  const screen = await page.screenshot({ fullPage: true })
  await hide('')
  return screen
}

/** What a picture of the page looks like beside the page, text by text; the texts that are not as on the screen. */
async function wrongTexts() {
  const [boxes, screen] = [await textBoxes(page), await screenWithoutTools()]
  await page.tap('[data-tool="share"]')
  const { name, png } = await download()
  const blank = await context.newPage()
  const { width, height, differences } = await comparePictures(blank, screen, png, boxes, RATIO)
  await blank.close()
  return { name, width, height, texts: boxes.length, wrong: differences.filter(({ share }) => share > 0.1) }
}

describe('to share', () => {
  it('makes a picture with every text as it is on the screen, at twice its size', async () => {
    const { name, width, height, texts, wrong } = await wrongTexts()
    expect(name).toBe('同心共富·乡贤通-总览-衢州市-第1版.png')
    expect(width).toBe(820 * RATIO)
    expect(height).toBeGreaterThan((await page.evaluate(() => document.querySelector('.desk')?.scrollHeight ?? 0)) * RATIO)
    expect(texts).toBeGreaterThan(30)
    expect(wrong).toEqual([])
    expect(complaints).toEqual([])
  })

  it('canary: without the fonts in it most texts of a picture are not as on the screen', async () => {
    await page.evaluate(() => {
      const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        ...source,
        set(this: HTMLImageElement, value: string) {
          source?.set?.call(this, value.replaceAll(/%40font-face/g, '%40no-face'))
        }
      })
    })
    const { texts, wrong } = await wrongTexts()
    expect(wrong.length).toBeGreaterThan(texts / 2)
  })

  it('says so where a font cannot be had, in place of a picture without it', async () => {
    await page.route('**/fonts/*.woff2', (route) => route.abort())
    await page.tap('[data-tool="share"]')
    await page.tap('text=保存图片')
    await page.waitForSelector('text=图片没有做成')
  })

  it('frozen takes no more than four taps, and stays as it was when a newer release comes', async () => {
    await tap('[data-tool="share"]')
    await tap('[role="switch"]')
    await tap('text=复制链接')
    await page.waitForSelector('text=链接已复制')
    expect(taps).toBeLessThanOrEqual(4)
    expect(await seriousOn(page)).toEqual([])
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${app.url}/?scene=zonglan&release=1`)
    const says = await shownCode()
    expect(says(link)).toBe(true)
    expect(says(`${app.url}/?scene=zonglan`)).toBe(false)

    expect(publishCorrection(app.dataDir, 961)).toContain('第 2 版')
    const figure = '[data-figure="xxt.projects@330800"]'
    await page.goto(link)
    await untilPainted(page)
    expect(await page.textContent(figure)).toBe('958个')
    await page.goto(app.url)
    await page.waitForFunction((selector) => document.querySelector(selector)?.textContent === '961个', figure)
    expect(complaints).toEqual([])
  })
})

describe('a file of all scenes', () => {
  let turns = 0
  const SCENES = ['zonglan', 'xiangxiantong', 'qinqing', 'huigui', 'minzu', 'zhibo', 'shitang', 'lianyi', 'yinling', 'liangshai']
  /** Each another file that takes a while, up to 54: the scenes in an order that the page does not ask for, in each theme. */
  const address = (turn: number): string => {
    const by = 1 + (turn % 9)
    const turned = [...SCENES.slice(by), ...SCENES.slice(0, by)].slice(Math.floor(turn / 27))
    return `${app.url}/api/v1/decks.pptx?scenes=${turned.join(',')}&theme=${THEME_IDS[Math.floor(turn / 9) % 3]}`
  }
  /** Something else for the server to make: returns where it can be asked about. A place that was just given up may still be held. */
  const begin = async (turn: number): Promise<string> => {
    const job = await vi.waitUntil(async () => (await fetch(address(turn), { headers: { prefer: 'respond-async' } })).headers.get('location'), {
      timeout: 30_000,
      interval: 100
    })
    return `${app.url}${job}`
  }
  const ahead = (many: number): Promise<string[]> => Promise.all(Array.from({ length: many }, () => begin(turns++)))
  const end = (jobs: readonly string[]) => Promise.all(jobs.map((job) => fetch(job, { method: 'DELETE' })))
  const wanted = (): Promise<void> => page.tap('[aria-label="全部场景"] button:first-child')
  const words = (text: string) => page.waitForSelector(`.making-words:has-text("${text}")`)
  beforeEach(async () => {
    await page.tap('[data-tool="share"]')
    await page.tap('text=引用与嵌入')
    await page.waitForSelector('.quote-decks')
  })

  it('says how it is coming on, waits for the network, and is saved', { timeout: 240_000 }, async () => {
    const others = await ahead(12)
    await wanted()
    await words('排队中，前面还有')
    expect(await seriousOn(page)).toEqual([])
    await context.setOffline(true)
    await words('网络断了，连上后接着等')
    await context.setOffline(false)
    await words('网络已恢复，')
    const saved = page.waitForEvent('download', { timeout: 150_000 })
    await end(others)
    await words('页，共')
    expect(Number(await page.getAttribute('progress', 'max'))).toBeGreaterThan(60)
    const download = await saved
    expect(download.suggestedFilename()).toMatch(/^同心共富·乡贤通-全部场景-衢州市-第\d版\.pptx$/)
    expect(validateDeck(readFileSync(await download.path()))).toEqual([])
    await page.waitForSelector('.share-note:has-text("已保存")')
  })

  it('is given up on the server by a key or with the dialog', async () => {
    const others = await ahead(3)
    await page.selectOption('.quote-choices label:has-text("主题") select', 'ink')
    const jobs: string[] = []
    page.on('response', (response) => response.status() === 202 && jobs.push(`${app.url}${response.headers()['location']}`))
    const state = async (job?: string): Promise<unknown> => (await fetch(must(job))).json()
    await page.focus('[aria-label="全部场景"] button:first-child')
    await page.keyboard.press('Enter')
    await words('排队中')
    await page.focus('.making button')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.share-note:has-text("已取消")')
    await expect.poll(() => state(jobs[0])).toEqual({ state: 'cancelled' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('下载 PowerPoint')
    await page.keyboard.press('Enter')
    await words('排队中')
    await page.keyboard.press('Escape')
    await expect.poll(() => state(jobs[1])).toEqual({ state: 'cancelled' })
    await end(others)
  })

  it('is refused in words where one has too many', async () => {
    const others = await ahead(16)
    // What has been made already is refused to nobody.
    await page.selectOption('.quote-choices label:has-text("主题") select', 'hong')
    await wanted()
    await page.waitForSelector('.share-note.is-failed:has-text("您所在的网络已有 16 个文件正在生成，请等它们完成后再试")')
    await end(others)
  })
})
