import { existsSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { BriefOrder } from './arguments.ts'

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
const PATIENCE = 60_000

async function library() {
  try {
    return (await import('playwright-core')).chromium
  } catch (error) {
    throw new Error('没有安装 playwright-core：请在本目录运行 npm ci（含开发依赖）', { cause: error })
  }
}

/** Chromium keeps no sandbox for root. */
const sandbox = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

async function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM))
    throw new Error(`${CHROMIUM} 不存在：请安装 Debian 的 chromium 软件包（apt-get install chromium），或用环境变量 CHROMIUM 指明它的位置`)
  return (await library()).launch({ executablePath: CHROMIUM, args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', ...sandbox()] })
}

/** Where the server asks for tokens: that of a device, as its set-up link has it. Not in the arguments, which every user of the machine can read. */
const withToken = (address: string): string => (process.env.DEVICE_TOKEN === undefined ? address : `${address}#device=${process.env.DEVICE_TOKEN}`)

/** The page degrades where it does not know a scene or a release; a file that says something else than was asked for is an error. */
async function expectAsked(page: Page, address: string): Promise<void> {
  const asked = new URL(address).searchParams
  const [refused] = await page.locator('.brief-missing[role="alert"]').allTextContents()
  if (refused !== undefined) throw new Error(`--period 有误：${refused}`)
  const [scenes, release] = [asked.get('scenes'), asked.get('release')]
  if (scenes !== null && (await page.locator('.sheet-headline').count()) !== new Set(scenes.split(',')).size)
    throw new Error(`--scenes 里有不存在的场景：${scenes}`)
  const edition = (await page.locator('.sheet-edition').first().textContent()) ?? ''
  if (release !== null && !edition.startsWith(`第 ${release} 版`)) throw new Error(`没有第 ${release} 版`)
}

async function printIn(browser: Browser, { address, out }: BriefOrder): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } })
  const answer = await page.goto(withToken(address), { timeout: PATIENCE }).catch(() => null)
  if (answer === null || !answer.ok())
    throw new Error(
      `打不开 ${address}：请确认服务已启动；服务器在别处或用别的端口时，改写 --url 后面的网址${answer === null ? '' : `（接口返回 ${answer.status()}）`}`
    )
  await page.waitForSelector('html[data-ready="true"]', { timeout: PATIENCE }).catch((error: unknown) => {
    throw new Error(`页面在 ${PATIENCE / 1_000} 秒内没有画好：${address}`, { cause: error })
  })
  await expectAsked(page, address)
  await page.pdf({ path: out, preferCSSPageSize: true, printBackground: true, tagged: true })
  return page.locator('[data-page]').count()
}

/** Prints the pages into a file, exactly as they are seen; returns how many there are. @throws Error in Chinese. */
export async function printBrief(order: BriefOrder): Promise<number> {
  const browser = await launch()
  try {
    return await printIn(browser, order)
  } finally {
    await browser.close()
  }
}
