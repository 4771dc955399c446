import { mkdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { PackInfo } from '#contract/pack.ts'
import { seriousOn } from './accessible.ts'
import { phrasesOn, untilPainted, watchedPage } from './browser.ts'
import { oracle } from './oracle.ts'
import { serve } from './served.ts'

const ARTEFACTS = 'artifacts/scenes'
const { scenes, programmes } = PackInfo.parse(JSON.parse(readFileSync('packs/quzhou/pack.json', 'utf8')))
const Figures = z.object({ figures: z.array(z.object({ code: z.string(), theme: z.string(), refArea: z.string(), obsStatus: z.string() })) })
const { figures } = Figures.parse(JSON.parse(readFileSync('tests/fixtures/published-figures.json', 'utf8')))

/** Walls of 21:9 and 32:9, to be looked at beside docs/scenes. */
const WIDER = [2_560, 3_840]
const SETTLES = 700

const served = serve()

beforeAll(() => {
  mkdirSync(ARTEFACTS, { recursive: true })
})

const wide = (text: string): string => text.replaceAll(/\s/g, '')
const pageText = async (page: Page): Promise<string> => wide(await page.evaluate(() => document.body.innerText))
const statesOn = (page: Page): Promise<(string | null)[]> =>
  page.$$eval('[data-panel]', (panels) => panels.map((panel) => panel.getAttribute('data-panel-state')))

describe.each(scenes)('scene %s', (scene) => {
  const own = figures.filter(({ theme }) => theme === scene)

  it('places every published figure and programme of its theme on the wall, to the character', async () => {
    const { page, complaints } = await watchedPage(served.browser, 1920, 1080)
    await page.goto(`${served.url}/?scene=${scene}`)
    await untilPainted(page)
    await page.screenshot({ path: `${ARTEFACTS}/${scene}-1920x1080.png` })
    const phrases = await phrasesOn(page)
    for (const [id, text] of phrases) expect(text, id).toBe(oracle.get(id))
    const shown = new Set(phrases.map(([id]) => id))
    expect(own.map(({ code, refArea }) => `${code}@${refArea}`).filter((id) => !shown.has(id))).toEqual([])
    const text = await pageText(page)
    expect(programmes.filter(({ theme, name }) => theme === scene && !text.includes(wide(name))).map(({ name }) => name)).toEqual([])
    if (own.some(({ obsStatus }) => obsStatus === 'F')) expect(text).toContain('预计')
    expect(await statesOn(page)).toEqual(expect.not.arrayContaining(['empty', 'error', 'loading']))
    expect(await seriousOn(page)).toEqual([])
    for (const width of WIDER) {
      await page.setViewportSize({ width, height: 1_080 })
      await page.waitForTimeout(SETTLES)
      await page.screenshot({ path: `${ARTEFACTS}/${scene}-ink-${width}x1080.png` })
    }
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    ['paper', 3840, 1080],
    ['hong', 820, 1180]
  ] as const)('has all of them and nothing serious in %s at %d x %d', async (theme, width, height) => {
    const { page, complaints } = await watchedPage(served.browser, width, height)
    await page.goto(`${served.url}/?scene=${scene}&theme=${theme}`)
    await untilPainted(page)
    await page.screenshot({ path: `${ARTEFACTS}/${scene}-${width}x${height}.png`, fullPage: height > width })
    const shown = new Set((await phrasesOn(page)).map(([id]) => id))
    expect(own.map(({ code, refArea }) => `${code}@${refArea}`).filter((id) => !shown.has(id))).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    expect(await seriousOn(page)).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })
})

it('the 51 published figures all belong to a scene', () => {
  expect(figures).toHaveLength(51)
  expect(figures.filter(({ theme }) => !scenes.includes(theme)).map(({ code }) => code)).toEqual([])
})
