import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { untilPainted } from './browser.ts'
import { listen } from './static-pages.ts'

type View = Readonly<Record<string, string>>

const viewOf = (page: Page): View => Object.fromEntries(new URL(page.url()).searchParams)

async function putAway(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.waitForSelector('.tool-dialog', { state: 'detached' })
}

async function found(page: Page, words: string): Promise<View> {
  await page.click('[data-tool="find"]')
  await page.fill('[role="combobox"]', words)
  await page.click('[role="option"]:first-child')
  await page.waitForSelector('.tool-dialog', { state: 'detached' })
  await untilPainted(page)
  return viewOf(page)
}

async function compared(page: Page, names: readonly string[]): Promise<string> {
  await page.click('[data-tool="compare"]')
  for (const name of names) await page.click(`.tool-dialog button:has-text("${name}")`)
  const table = await page.innerText('.tool-dialog table')
  await putAway(page)
  return table
}

async function dressed(page: Page, name: string): Promise<string | undefined> {
  await page.click('[data-tool="theme"]')
  await page.click(`[role="radio"]:has-text("${name}")`)
  await putAway(page)
  return page.evaluate(() => document.documentElement.dataset.theme)
}

async function enteredAndLeft(page: Page, name: string): Promise<readonly View[]> {
  await page.press(`.hotspot[aria-label^="${name}"]`, 'Enter')
  await page.waitForURL(/region=/)
  await untilPainted(page)
  const entered = viewOf(page)
  await page.keyboard.press('Escape')
  await page.goBack()
  await untilPainted(page)
  return [entered, viewOf(page)]
}

async function shared(page: Page): Promise<Readonly<Record<'link' | 'notes' | 'file', string>>> {
  await page.click('[data-tool="share"]')
  const link = await page.inputValue('.share-link')
  const notes = await page.locator('.share-note').allInnerTexts()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('text=保存图片')])
  await putAway(page)
  return { link, notes: notes.join(''), file: saved.suggestedFilename() }
}

/** All that can be done with a scene, one after the other on one page of a tablet. Returns what came of each, and all complaints. */
async function clickedThrough(browser: Browser, url: string) {
  const { page, complaints } = await listen(browser, [1180, 820])
  await page.goto(`${url}/?scene=zonglan`)
  await untilPainted(page)
  const places = await enteredAndLeft(page, '江山市')
  const finds = [await found(page, 'js'), await found(page, '半月谈'), await found(page, 'xqwj')]
  const table = await compared(page, ['开化县', '龙游县'])
  const theme = await dressed(page, '赤金')
  const share = await shared(page)
  await page.close()
  return { places, finds, table, theme, share, complaints }
}

/** Every tool does what it is for, and nothing is said in the console. */
export async function expectDone(browser: Browser, url: string): Promise<void> {
  const { places, finds, table, theme, share, complaints } = await clickedThrough(browser, url)
  expect(complaints).toEqual([])
  expect(places).toEqual([{ scene: 'zonglan', region: '330881' }, { scene: 'zonglan' }])
  expect(finds).toMatchObject([{ region: '330881' }, { scene: 'qinqing' }, { scene: 'xiangxiantong' }])
  expect(table).toMatch(/开化县\s+龙游县[^]*\d/)
  expect(theme).toBe('hong')
  expect(share.link).toMatch(/^http:.*scene=xiangxiantong.*theme=hong$/)
  expect(share.notes).toContain('127.0.0.1 只有本机能打开')
  expect(share.file).toMatch(/第1版\.png$/)
}

/** Pages that are asked for another release than lies there say so, and offer none to be kept. */
export async function expectNoSuchRelease(browser: Browser, url: string): Promise<void> {
  const { page } = await listen(browser)
  for (const path of ['/', '/embed/panel/huigui/river', '/brief/minzu']) {
    await page.goto(`${url}${path}?release=7`)
    expect(await page.innerText('.newer-release'), path).toBe('没有第 7 版，这是第 1 版')
  }
  const offered = (await page.locator('.brief-toolbar button').allInnerTexts()).join()
  expect(offered).toContain('复制引用')
  expect(offered).not.toContain('冻结')
  await page.close()
}
