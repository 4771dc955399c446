import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from './app.ts'
import { launch } from './browser.ts'

let app: App
let browser: Browser
const OUT = 'artifacts/embed'
/** CSS px: narrow as on a phone, and as the picture that shows how it shall look. */
const WIDTHS = [360, 800] as const
const LEAST = 13
const LANES = 3

beforeAll(async () => {
  mkdirSync(OUT, { recursive: true })
  app = await startApp()
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function allPanels(): Promise<readonly string[]> {
  const get = async (path: string): Promise<unknown> => (await fetch(`${app.url}/api/v1/${path}`)).json()
  const { scenes } = (await get('scenes')) as { scenes: { id: string }[] }
  const answers = await Promise.all(scenes.map(({ id }) => get(`scenes/${id}`) as Promise<{ scene: { id: string; panels: { id: string }[] } }>))
  return answers.flatMap(({ scene }) => scene.panels.map(({ id }) => `${scene.id}/${id}`))
}

/** What is wrong with what a frame shows; runs in the page. */
function faultsIn(least: number): string[] {
  const faults: string[] = []
  const off = (text: string, left: number, right: number): void => {
    if (left < -1 || right > innerWidth + 1) faults.push(`beside the frame: ${text} ${Math.round(left)}-${Math.round(right)}`)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const [text, element] = [(node.textContent ?? '').trim(), node.parentElement]
    if (text === '' || element === null || element.closest('.visually-hidden') !== null || !element.checkVisibility()) continue
    const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (matrix === null ? 1 : Math.hypot(matrix.a, matrix.b))
    if (size < least - 0.05) faults.push(`small: ${text} ${size.toFixed(1)}`)
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right } = range.getBoundingClientRect()
    off(text, left, right)
  }
  const drawn = (globalThis as { __chartTexts?: () => { text: string; fontPx: number; x: number; width: number }[] }).__chartTexts?.() ?? []
  for (const { text, fontPx, x, width } of drawn) {
    if (fontPx < least - 0.05) faults.push(`small in a chart: ${text} ${fontPx.toFixed(1)}`)
    off(text, x, x + width)
  }
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) faults.push(`scrolls sideways: ${scrollWidth}`)
  for (const box of document.querySelectorAll('.embed *'))
    if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.scrollWidth > box.clientWidth + 1) faults.push(`scrolls inside: ${box.className}`)
  const foot = document.querySelector('.embed-foot')
  const { top = 0, bottom = 0 } = foot?.getBoundingClientRect() ?? {}
  if (foot === null || top < 0 || bottom > innerHeight + 1 || bottom === 0) faults.push('no source line in sight')
  const demo = document.querySelectorAll('.embed-head .tag-demo').length > 0
  if (demo !== /演示/.test(foot?.textContent ?? '')) faults.push('tag and source line differ about demo figures')
  return faults
}

async function look(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  await page.setViewportSize({ width: WIDTHS[0], height: 450 })
  await page.goto(`${app.url}/embed/panel/${name}?audit=1`)
  await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 450 })
    await page.waitForTimeout(200)
    found.push(...(await page.evaluate(faultsIn, LEAST)).map((fault) => `${name} at ${width}: ${fault}`))
    const height = await page.$eval('.embed', (embed) => Math.ceil(embed.getBoundingClientRect().height))
    await page.setViewportSize({ width, height })
    await page.screenshot({ path: `${OUT}/${name.replace('/', '-')}-${width}.png` })
  }
  return found
}

describe('each panel of each scene', () => {
  it('can be read in a frame of 360 and of 800 px, with its source', { timeout: 600_000 }, async () => {
    const names = [...(await allPanels())]
    expect(names.length).toBeGreaterThan(90)
    const faults: string[] = []
    const lane = async (): Promise<void> => {
      const page = await browser.newPage()
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()))
      page.on('pageerror', (error) => faults.push(String(error)))
      for (let name = names.shift(); name !== undefined; name = names.shift()) faults.push(...(await look(page, name)))
      await page.close()
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    expect(faults).toEqual([])
  })

  it('canary: what is small, beside the frame or without its source is found', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 450 } })
    await page.goto(`${app.url}/embed/panel/zonglan/results?audit=1`)
    await page.waitForSelector('html[data-ready="true"]')
    await page.evaluate(() => {
      const [small, wide] = [document.querySelector<HTMLElement>('.embed-sub'), document.querySelector<HTMLElement>('.results p')]
      if (small !== null) Object.assign(small, { textContent: '小字' }).style.fontSize = '12px'
      if (wide !== null) wide.style.cssText = 'white-space:nowrap;overflow:visible;position:relative;left:300px'
      document.querySelector<HTMLElement>('.embed-foot')?.remove()
    })
    const faults = (await page.evaluate(faultsIn, LEAST)).join('\n')
    await page.close()
    expect(faults).toContain('small: 小字')
    expect(faults).toContain('beside the frame')
    expect(faults).toContain('no source line in sight')
  })
})
