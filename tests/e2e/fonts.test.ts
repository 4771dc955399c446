import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontFaceCoverage } from '#scripts/fonts/coverage.ts'
import { startApp, type App } from './app.ts'
import { launch, untilPainted, watchedPage } from './browser.ts'

/** An empty settings file leaves Chromium the system's fonts to fall back on, and it names them; settings without a folder leave it none. */
const folder = mkdtempSync(join(tmpdir(), 'nofonts-'))
const empty = join(folder, 'empty.conf')
const none = join(folder, 'none.conf')

let app: App
let browser: Browser

beforeAll(async () => {
  writeFileSync(empty, '')
  writeFileSync(none, '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>')
  app = await startApp()
  browser = await launch({ FONTCONFIG_FILE: empty })
})

afterAll(async () => {
  await browser.close()
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
})

interface Painted {
  readonly text: string
  readonly family: string
  readonly ours: boolean
}

/** The fonts that the browser really painted each element's own text with. */
async function platformFonts(page: Page): Promise<Painted[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const painted: Painted[] = []
  const visit = async (node: typeof root): Promise<void> => {
    const text = (node.children ?? [])
      .filter((child) => child.nodeType === 3 && child.nodeValue.trim() !== '')
      .map((child) => child.nodeValue.trim())
      .join('')
    if (text !== '' && !['STYLE', 'SCRIPT', 'TITLE', 'NOSCRIPT'].includes(node.nodeName)) {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId: node.nodeId })
      painted.push(...fonts.map(({ familyName, isCustomFont }) => ({ text, family: familyName, ours: isCustomFont })))
    }
    for (const child of node.children ?? []) await visit(child)
  }
  await visit(root)
  return painted
}

const foreign = (painted: readonly Painted[]): Painted[] => painted.filter(({ ours }) => !ours)

async function open(width: number, height: number, query = '', prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page } = await watchedPage(browser, width, height)
  // Without the late slices: what is painted now must come from the subsets.
  await page.route('**/slices.css', (route) => route.fulfill({ body: '', contentType: 'text/css' }))
  await prepare?.(page)
  await page.goto(`${app.url}/${query}`)
  await untilPainted(page)
  return page
}

describe('fonts', () => {
  it.each([
    [1920, 1080],
    [3840, 1080],
    [820, 1180]
  ])('are the shipped ones for every text at %i x %i', async (width, height) => {
    const page = await open(width, height)
    const painted = await platformFonts(page)
    expect(painted.length).toBeGreaterThan(60)
    expect(foreign(painted)).toEqual([])
    await page.click('[data-figure="xxt.projects@330800"]')
    expect(foreign(await platformFonts(page))).toEqual([])
    await page.close()
  })

  it('are enough where the machine has none at all', async () => {
    const bare = await launch({ FONTCONFIG_FILE: none })
    const { page, complaints } = await watchedPage(bare, 1920, 1080)
    await page.goto(app.url)
    await untilPainted(page)
    await page.screenshot({ path: 'artifacts/screens/overview-no-system-fonts.png' })
    expect(await page.textContent('[data-figure="xxt.members@330800"]')).toBe('3万余名')
    expect(complaints).toEqual([])
    await bare.close()
  })

  it('cover every text that charts draw', async () => {
    const page = await open(3840, 1080, '?audit=1')
    const texts = await page.evaluate(() => globalThis.__chartTexts?.() ?? [])
    expect(texts.length).toBeGreaterThan(30)
    const codePoints = new Set(
      Array.from(
        texts
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\s/g, '')
      ).flatMap((character) => character.codePointAt(0) ?? [])
    )
    const rules = await fontFaceCoverage('build/fonts')
    const shipped = new Set(
      rules.filter(({ sheet, family, weight }) => sheet === 'fonts.css' && family === 'Noto Sans SC' && weight === 600).flatMap((rule) => [...rule.codePoints])
    )
    const regular = new Set(
      rules.filter(({ sheet, family, weight }) => sheet === 'fonts.css' && family === 'Noto Sans SC' && weight === 400).flatMap((rule) => [...rule.codePoints])
    )
    expect([...codePoints].filter((code) => !regular.has(code)).map((code) => String.fromCodePoint(code))).toEqual([])
    expect(Array.from('开化县常山柯城区衢江市龙游').filter((character) => !shipped.has(character.codePointAt(0) ?? 0))).toEqual([])
    await page.close()
  })

  it('canary: one glyph removed from one file is found', async () => {
    const manifest: { files: { file: string; family: string; weight: number; part: string }[] } = JSON.parse(readFileSync('build/fonts/manifest.json', 'utf8'))
    const file = manifest.files.find(({ family, weight, part }) => family === 'Noto Sans SC' && weight === 400 && part === 'first')?.file ?? ''
    const css = readFileSync('build/fonts/fonts.css', 'utf8')
    const rule = css.split('@font-face').find((text) => text.includes(file)) ?? ''
    const kept = [...(/unicode-range:([^;}]+)/.exec(rule)?.[1] ?? '').matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].flatMap(([, from = '0', to = from]) => {
      const first = Number.parseInt(from, 16)
      return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, index) => String.fromCodePoint(first + index))
    })
    expect(kept).toContain('覆')
    const crippled = await subsetFont(readFileSync(join('build/fonts', file)), kept.filter((character) => character !== '覆').join(''), {
      targetFormat: 'woff2'
    })
    const page = await open(1920, 1080, '', (fresh) => fresh.route(`**/${file}`, (route) => route.fulfill({ body: crippled, contentType: 'font/woff2' })))
    expect(foreign(await platformFonts(page)).some(({ text }) => text.includes('覆'))).toBe(true)
    await page.close()
  })
})
