import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { untilPainted, watchedPage } from './browser.ts'
import { serve } from './served.ts'

const served = serve()
let page: Page

beforeEach(async () => {
  page = (await watchedPage(served.browser, 1920, 1080)).page
  await page.goto(served.url)
  await untilPainted(page)
})

afterEach(() => page.close())

const card = (): Promise<string> => page.innerText('.source-card')

describe('a source card', () => {
  it('opens by click and says where the figure comes from', async () => {
    await page.click('[data-figure="xxt.projects@330800"]')
    const text = await card()
    for (const part of [
      '服务新乡贤回归项目',
      '958个',
      '衢州市 · 全市',
      '截至2022年10月',
      '不是同一口径',
      '已发布',
      '凝心聚力汇能量 团结奋斗促共富',
      '衢州统一战线专版',
      '第 1 版'
    ])
      expect(text).toContain(part)
    await page.keyboard.press('Escape')
    expect(await page.$('.source-card')).toBeNull()
  })

  it('opens by keyboard focus and says when no definition was given', async () => {
    for (
      let presses = 0;
      presses < 60 && (await page.evaluate(() => document.activeElement?.getAttribute('data-figure'))) !== 'xxt.members@330800';
      presses += 1
    )
      await page.keyboard.press('Tab')
    const text = await card()
    expect(text).toContain('3万余名')
    expect(text).toContain('原文未另作口径说明')
  })

  it('tells a demo value of the map by name, and the map opens by keyboard', async () => {
    await page.focus('.hotspot[aria-label^="江山市"]')
    await page.keyboard.press('Enter')
    const text = await card()
    for (const part of ['江山市', '6,980名', '演示']) expect(text).toContain(part)
    expect(await page.evaluate(() => new URLSearchParams(location.search).get('region'))).toBe('330881')
  })

  it('opens for a county wherever its area is clicked, and a second click takes the selection back', async () => {
    const spot = await page.locator('.hotspot[aria-label^="江山市"]').boundingBox()
    if (spot === null) throw new Error('江山市 has no button')
    const [x, y] = [spot.x + spot.width / 2, spot.y + spot.height + 90]
    await page.mouse.click(x, y)
    expect(await card()).toContain('6,980名')
    await page.waitForFunction(() => new URLSearchParams(location.search).get('region') === '330881')
    await page.mouse.click(x, y)
    await page.waitForFunction(() => new URLSearchParams(location.search).get('region') === null)
    expect(await page.$('.source-card')).toBeNull()
  })

  it('of a running total tells the total and what it counts', async () => {
    await page.locator('[data-panel="loans"] .hotspot').last().focus()
    await page.keyboard.press('Enter')
    const text = await card()
    for (const part of ['35.82亿元', '2021年5月至2022年10月', '由各月数累加', '演示']) expect(text).toContain(part)
  })

  it('tells how a composite score is made', async () => {
    await page.click('.ranking-row:nth-child(6) .ranking-score')
    const text = await card()
    for (const part of ['84.7分※', '办理服务 30%', '亲清平台 10%', '按其余权重折算', '演示']) expect(text).toContain(part)
  })

  it('stays inside the window for every figure', async () => {
    for (const figure of await page.$$('[data-figure]')) {
      await figure.click()
      const box = await (await page.$('.source-card'))?.boundingBox()
      expect(box).not.toBeNull()
      if (box === null || box === undefined) continue
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(1920)
      expect(box.y + box.height).toBeLessThanOrEqual(1080)
      await page.keyboard.press('Escape')
    }
  })
})
