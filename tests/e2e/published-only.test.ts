import { describe, expect, it } from 'vitest'
import { phrasesOn, untilPainted, watchedPage } from './browser.ts'
import { oracle } from './oracle.ts'
import { serve } from './served.ts'

const served = serve({ DEMO: '0' })

const SIZES = [
  [1920, 1080],
  [3840, 2160],
  [3840, 1080],
  [1180, 820],
  [820, 1180]
] as const

describe('with DEMO=0', () => {
  it.each(SIZES)('shows published figures only at %i x %i', async (width, height) => {
    const { page, complaints } = await watchedPage(served.browser, width, height)
    await page.goto(`${served.url}/?audit=1`)
    await untilPainted(page)
    await page.screenshot({ path: `artifacts/screens/published-only-${width}x${height}.png`, fullPage: width < 1280 })
    const text = await page.evaluate(() => document.body.innerText + (globalThis.__chartTexts?.() ?? []).map((item) => item.text).join(' '))
    expect(text).not.toContain('演示')
    expect(text).not.toContain('斜纹')
    expect(text).toContain('分县数据未公布')
    for (const name of ['柯城区', '衢江区', '江山市', '龙游县', '常山县', '开化县']) expect(text).toContain(name)
    const phrases = await phrasesOn(page)
    for (const [id, phrase] of phrases) expect(phrase, id).toBe(oracle.get(id))
    expect(phrases.length).toBeGreaterThan(30)
    expect(
      await page.$$eval('[data-panel]', (panels) =>
        panels.filter((panel) => panel.getAttribute('data-panel-state') !== 'live').map((panel) => panel.getAttribute('data-panel'))
      )
    ).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  it('serves no demo figure', async () => {
    const paths = ['observations', 'scenes/zonglan', 'pack']
    const bodies = await Promise.all(paths.map(async (path) => (await fetch(`${served.url}/api/v1/${path}`)).text()))
    for (const body of bodies) {
      expect(body).not.toMatch(/"(origin|source|id)":"demo"/)
      expect(body).not.toContain('演示')
    }
  })
})
