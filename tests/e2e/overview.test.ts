import { mkdirSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { requestsUntilPainted } from '#scripts/gates/requests.ts'
import { phrasesOn, untilPainted, watchedPage } from './browser.ts'
import { oracle, ULTRAWIDE, WALL } from './oracle.ts'
import { serve } from './served.ts'

const ARTEFACTS = 'artifacts/screens'
const MAX_REQUESTS = 10
/** What lays a scene out in the hand: a script and a style sheet. */
const HAND = 2

const served = serve()

beforeAll(() => {
  mkdirSync(ARTEFACTS, { recursive: true })
})

const VIEWPORTS = [
  { width: 1920, height: 1080, form: 'wall', expected: WALL },
  { width: 3840, height: 2160, form: 'wall', expected: WALL },
  { width: 1920, height: 1200, form: 'wall', expected: WALL },
  { width: 2560, height: 1080, form: 'wall', expected: WALL },
  { width: 1366, height: 768, form: 'wall', expected: WALL },
  { width: 3840, height: 1080, form: 'ultrawide', expected: ULTRAWIDE },
  { width: 1180, height: 820, form: 'column', expected: WALL },
  { width: 820, height: 1180, form: 'column', expected: WALL }
] as const

describe('the overview', () => {
  it.each(VIEWPORTS)('reads to the character at $width x $height', async ({ width, height, form, expected }) => {
    const { page, complaints, requests } = await watchedPage(served.browser, width, height)
    await page.goto(served.url)
    await untilPainted(page)
    await page.screenshot({ path: `${ARTEFACTS}/overview-${width}x${height}.png`, fullPage: form === 'column' })
    const phrases = await phrasesOn(page)
    expect(await page.getAttribute('html', 'data-form')).toBe(form)
    for (const [id, text] of phrases) expect(text, id).toBe(oracle.get(id))
    expect(new Set(phrases.map(([id]) => id))).toEqual(new Set(expected))
    expect(await page.$$eval('[data-panel]', (panels) => panels.map((panel) => panel.getAttribute('data-panel-state')))).toEqual(
      expect.not.arrayContaining(['empty', 'error', 'loading'])
    )
    expect(complaints).toEqual([])
    expect(requests.filter((url) => !url.startsWith(served.url) && !url.startsWith('data:'))).toEqual([])
    await page.close()
  })

  it.each(VIEWPORTS)('asks for little until it has painted at $width x $height', async ({ width, height, form }) => {
    const all = await requestsUntilPainted(served.browser, served.url, { width, height })
    const first = all.filter((url) => url.startsWith('http') && !url.includes('/fonts/'))
    expect(first.length, first.join(' ')).toBeLessThanOrEqual(form === 'column' ? MAX_REQUESTS + HAND : MAX_REQUESTS)
  })

  it('has no overflowing or overlapping phrase on the walls', async () => {
    for (const [width, height] of [
      [1920, 1080],
      [3840, 1080]
    ] as const) {
      const { page } = await watchedPage(served.browser, width, height)
      await page.goto(served.url)
      await untilPainted(page)
      const overflow = await page.$$eval('[data-figure]', (elements) =>
        elements.flatMap((element) => {
          const own = element.getBoundingClientRect()
          const panel = element.closest('[data-panel]')?.getBoundingClientRect()
          const outside = panel === undefined || own.left < panel.left - 1 || own.right > panel.right + 1 || own.bottom > panel.bottom + 1
          return outside ? [element.textContent] : []
        })
      )
      expect(overflow).toEqual([])
      await page.close()
    }
  })

  it('serves all 51 published figures', async () => {
    const body: { observations: { indicator: string; origin: string }[] } = await (await fetch(`${served.url}/api/v1/observations`)).json()
    expect(new Set(body.observations.filter(({ origin }) => origin === 'published').map(({ indicator }) => indicator)).size).toBe(51)
  })

  it('keeps the view in the address and degrades what it cannot read', async () => {
    const { page, complaints } = await watchedPage(served.browser, 1920, 1080)
    await page.goto(`${served.url}/?scene=nothing&metric=..&release=0&theme=neon&region=12`)
    await untilPainted(page)
    expect(await page.getAttribute('[data-scene]', 'data-scene')).toBe('zonglan')
    await page.click('.metric-switch button:nth-child(2)')
    await page.waitForFunction(() => new URLSearchParams(location.search).get('metric') === 'xxt.services')
    await page.goto(`${served.url}/?theme=paper&metric=xxt.investment&region=330881`)
    await untilPainted(page)
    expect(await page.getAttribute('html', 'data-theme')).toBe('paper')
    expect(await page.textContent('.metric-switch [aria-pressed="true"]')).toContain('总投资')
    await page.screenshot({ path: `${ARTEFACTS}/overview-paper-region.png` })
    expect(complaints).toEqual([])
    await page.close()
  })
})
