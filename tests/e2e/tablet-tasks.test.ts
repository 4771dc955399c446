import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { untilPainted } from './browser.ts'
import { serve } from './served.ts'
import { taps, touchPage } from './touch.ts'

/** What a leader wants of the tablet, each from the first page and with so many taps at most. Finding and sharing, and what goes on the wall, are proven beside their own tests. */
const MOST = 4

const served = serve()

async function fresh(width = 820, height = 1180) {
  const touch = await touchPage(served.browser, width, height)
  onTestFinished(() => touch.context.close())
  await touch.page.goto(served.url)
  await untilPainted(touch.page)
  const counted = taps(touch.page)
  onTestFinished(() => {
    expect(counted.count()).toBeGreaterThan(0)
    expect(counted.count()).toBeLessThanOrEqual(MOST)
    expect(touch.complaints).toEqual([])
  })
  return { page: touch.page, tap: counted.tap }
}

/** What lies over the middle of an element, as a tag with its classes; empty where nothing does. */
const over = (own: SVGElement | HTMLElement): string => {
  const { left, top, width, height } = own.getBoundingClientRect()
  const hit = document.elementFromPoint(left + width / 2, top + height / 2)
  if (hit === null) return 'outside the window'
  return own.contains(hit) || hit.contains(own) ? '' : `${hit.tagName}.${hit.getAttribute('class')}`
}

/** What a person sees of an element once what moves has come to rest: it stands in the window, and nothing covers it. */
async function seen(page: Page, selector: string): Promise<string> {
  const element = page.locator(selector).first()
  await element.waitFor({ state: 'visible' })
  await element.scrollIntoViewIfNeeded()
  await expect.poll(() => element.evaluate(over), { message: `${selector} is covered` }).toBe('')
  return ((await element.textContent()) ?? '').replaceAll(/\s/g, '')
}

const tab = (name: string): string => `.dock nav button:text-is("${name}")`
const spot = (name: string): string => `.hotspot[aria-label^="${name}"]`

describe('a leader', () => {
  it('looks at the projects of 江山市', async () => {
    const { page, tap } = await fresh()
    await tap(spot('江山市'))
    expect(await seen(page, '.region-card li:has-text("服务回归项目")')).toBe('服务回归项目206个2022-10第1')
    expect(await seen(page, '.sheet-head')).toContain('江山市演示')
  })

  it('asks what 乡贤宝 counts and where it comes from', async () => {
    const { page, tap } = await fresh()
    await tap('.sheet-grabber')
    await page.waitForSelector('.sheet[data-snap="half"]')
    await page.locator('[data-panel="loans"] [data-figure="xxt.loanAmount@330800"]').scrollIntoViewIfNeeded()
    await tap('[data-panel="loans"] [data-figure="xxt.loanAmount@330800"]')
    const card = await seen(page, '.source-card')
    for (const words of ['35.82亿元', '范围衢州市·全市', '期间', '口径', '状态已发布', '来源', '版本']) expect(card).toContain(words)
  })

  it('compares 开化县 with 龙游县 by the services', async () => {
    const { page, tap } = await fresh()
    await tap('[data-tool="compare"]')
    for (const name of ['开化县', '龙游县', '办理服务']) await tap(`.tool-dialog button:has-text("${name}")`)
    await expect.poll(() => new URL(page.url()).searchParams.get('compare')).toMatch(/^330824,330825$|^330825,330824$/)
    const table = await seen(page, '.tool-dialog table')
    expect(table).toMatch(/开化县.*龙游县|龙游县.*开化县/)
    expect(table).toMatch(/322件|510件/)
  })

  it('counts the canteens of each county', async () => {
    const { page, tap } = await fresh()
    await tap(tab('食堂'))
    await page.waitForSelector('html[data-ready="true"] [data-scene="shitang"]', { state: 'attached' })
    const labels = await page.locator('.hotspot[aria-label*="共享食堂"]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    expect(labels.map((label) => label.replace(/ 共享食堂 /, '').replace(/ 演示$/, '')).toSorted()).toEqual(
      ['柯城区44个', '衢江区58个', '常山县38个', '开化县42个', '龙游县52个', '江山市56个'].toSorted()
    )
    await seen(page, '[data-panel="plates"]')
  })

  it('sees who moved since last month', async () => {
    const { page, tap } = await fresh()
    await tap(tab('晾晒'))
    await page.waitForSelector('html[data-ready="true"] [data-scene="liangshai"]', { state: 'attached' })
    expect(await seen(page, '.league-row:has-text("开化县")')).toBe('3开化县▲288.9')
    expect(await seen(page, '.league-row:has-text("龙游县")')).toBe('4龙游县▼287.6')
  })

  it('reads the sales of the broadcasts and their date', async () => {
    const { page, tap } = await fresh()
    await tap(tab('直播'))
    await page.waitForSelector('html[data-ready="true"] [data-scene="zhibo"]', { state: 'attached' })
    await tap('.sheet-grabber')
    await page.waitForSelector('.sheet[data-snap="half"]')
    expect(await seen(page, '[data-panel="chain"] li:has([data-figure^="zb.sales@"])')).toMatch(/带货销售额截至2022年9月6\.98亿元/)
  })

  it('changes to 赤金', async () => {
    const { page, tap } = await fresh()
    await tap('[data-tool="theme"]')
    await tap('[role="radio"]:has-text("赤金")')
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset.theme)).toBe('hong')
    await expect.poll(() => page.url()).toContain('theme=hong')
  })
})
