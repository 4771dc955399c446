import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { PackInfo } from '#contract/pack.ts'
import { untilPainted, watchedPage } from './browser.ts'
import { numberControls, walk } from './keyboard.ts'
import { serve } from './served.ts'

const { scenes, root } = PackInfo.parse(JSON.parse(readFileSync('packs/quzhou/pack.json', 'utf8')))

const served = serve()

async function listed(path: string): Promise<{ scenes: { id: string }[]; regions: { name: string; parent?: string }[] }> {
  return await (await fetch(`${served.url}/api/v1/${path}`)).json()
}

async function opened(query: string, reducedMotion: 'reduce' | 'no-preference' = 'no-preference'): Promise<Page> {
  const { page } = await watchedPage(served.browser, 1920, 1080)
  await page.emulateMedia({ reducedMotion })
  await page.goto(`${served.url}/?${query}`)
  await untilPainted(page)
  // The tools come a moment later.
  await page.waitForSelector('.tools')
  return page
}

/** Which of the names stand on the screen, in markup or drawn by a chart. */
const shownOn = (page: Page, names: readonly string[]): Promise<string[]> =>
  page.evaluate((wanted) => {
    const drawn = (globalThis.__chartTexts?.() ?? []).map(({ text }) => text).join(' ')
    const text = `${document.querySelector('main')?.innerText ?? ''} ${drawn}`
    return wanted.filter((name) => text.includes(name))
  }, names)

/** What a control says of itself: its label, or the row that it stands in. */
const rowsOf = (page: Page): Promise<string[]> =>
  page.$$eval('[data-control]', (controls) =>
    controls.map((control) => `${control.getAttribute('aria-label') ?? ''} ${(control.closest('li, tr') ?? control).textContent}`)
  )

/** What the keyboard misses on a page: controls never reached, a focus that is not seen, and counties without a control. */
async function missedOn(page: Page, counties: readonly string[]): Promise<{ unreached: string[]; unseen: string[]; silent: string[] }> {
  const controls = await numberControls(page)
  const stops = await walk(page)
  const reached = new Set(stops.map(({ at }) => at))
  const rows = await rowsOf(page)
  const shown = await shownOn(page, counties)
  return {
    unreached: controls.filter((_, index) => !reached.has(index)),
    unseen: stops.filter(({ unseen }) => unseen !== '').map(({ name, unseen }) => `${name}: ${unseen}`),
    silent: shown.filter((name) => !rows.some((row, index) => reached.has(index) && row.includes(name)))
  }
}

const NOTHING = { unreached: [], unseen: [], silent: [] }

async function countyNames(): Promise<string[]> {
  return (await listed('regions')).regions.filter(({ parent }) => parent === root).map(({ name }) => name)
}

describe('with the keyboard alone', () => {
  it('all scenes that the API lists are walked through here', async () => {
    expect((await listed('scenes')).scenes.map(({ id }) => id)).toEqual(scenes)
    expect(await countyNames()).toHaveLength(6)
  })

  it.each(scenes)('every county, figure and control of %s is reached, and seen when it is', async (scene) => {
    const page = await opened(`scene=${scene}&audit=1`)
    expect(await missedOn(page, await countyNames())).toEqual(NOTHING)
    await page.close()
  })

  it('what cannot be reached or seen is found', async () => {
    const page = await opened('scene=zonglan&audit=1')
    await page.evaluate(() => {
      const [first, second] = document.querySelectorAll<HTMLElement>('main [data-figure]')
      if (first !== undefined) first.tabIndex = -1
      if (second !== undefined) second.style.outline = 'none'
      document.querySelector('.hotspot[aria-label^="龙游县"]')?.setAttribute('aria-label', '某县')
      for (const name of document.querySelectorAll('.ranking-name')) if (name.textContent === '龙游县') name.textContent = '某县'
    })
    const { unreached, unseen, silent } = await missedOn(page, await countyNames())
    expect([unreached.length, unseen.length, silent]).toEqual([1, 1, ['龙游县']])
    await page.close()
  })

  it('a chart is one stop of the Tab key', async () => {
    const page = await opened('scene=zonglan')
    const stops = await page.$$eval('.chart', (charts) =>
      charts.map((chart) => [...chart.querySelectorAll<HTMLElement>('button')].filter(({ tabIndex }) => tabIndex === 0).length)
    )
    expect(stops.length).toBeGreaterThan(1)
    expect(new Set(stops)).toEqual(new Set([1]))
    await page.close()
  })
})

describe('for a reader who asks for less motion', () => {
  const animated = (page: Page): Promise<boolean[]> =>
    page.evaluate(() => [...(globalThis.__charts?.() ?? new Map())].map(([, chart]) => chart.getOption().animation === true))
  /** The properties that a style sheet's wish to move everything is left with. */
  const transitions = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const box = document.createElement('div')
      box.style.transition = 'all 1s'
      box.style.animation = 'turn 1s infinite'
      document.body.append(box)
      const { transitionProperty, animationName } = getComputedStyle(box)
      box.remove()
      return `${transitionProperty}; ${animationName}`
    })

  it('charts change at once and styles only fade', async () => {
    const page = await opened('scene=zonglan&audit=1', 'reduce')
    expect(new Set(await animated(page))).toEqual(new Set([false]))
    expect(await transitions(page)).toBe('opacity, color, background-color, border-color, fill, stroke; none')
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.waitForFunction(() => [...(globalThis.__charts?.() ?? new Map())].some(([, chart]) => chart.getOption().animation === true))
    expect(await transitions(page)).toBe('all; turn')
    await page.close()
  })
})
