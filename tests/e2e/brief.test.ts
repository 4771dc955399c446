import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { SceneAnswer } from '#contract/endpoints.ts'
import { visiblePanels } from '#scenes/visible-panels.ts'
import { seriousOn } from './accessible.ts'
import { faultsOf, openBrief, panelsOn, spills } from './brief-page.ts'
import { phrasesOn, untilPainted, watchedPage } from './browser.ts'
import { oracle } from './oracle.ts'
import { serve } from './served.ts'

const served = serve()

const numbers = (page: Page): Promise<string[]> => page.$$eval('.sheet-number', (all) => all.map(({ textContent }) => textContent ?? ''))

const sceneOf = async (id: string): Promise<SceneAnswer> => (await (await fetch(`${served.url}/api/v1/scenes/${id}`)).json()) as SceneAnswer

const allScenes = async (): Promise<string[]> => {
  const { scenes } = (await (await fetch(`${served.url}/api/v1/scenes`)).json()) as { scenes: { id: string }[] }
  return scenes.map(({ id }) => id)
}

/** In both sizes: as few as hold all their panels. */
const PAGES = { zonglan: 1, xiangxiantong: 3, qinqing: 1, huigui: 2, minzu: 2, zhibo: 2, shitang: 1, lianyi: 2, yinling: 2, liangshai: 1 }

describe.each(['a4', '16x9'])('the whole pack on %s', (size) => {
  it('is whole: every panel once, nothing cut, small or over something else, every figure as it is published', async () => {
    const watched = await openBrief(served.browser, `${served.url}/brief?size=${size}`)
    const { page, complaints } = watched
    const ids = await allScenes()
    const wanted = (await Promise.all(ids.map(async (id) => visiblePanels(await sceneOf(id), 'column').map((panel) => `${id}/${panel.id}`)))).flat()
    expect((await panelsOn(watched)).toSorted()).toEqual(wanted.toSorted())
    expect(await spills(watched)).toEqual([])
    const { texts, faults } = await faultsOf(watched)
    expect(faults).toEqual([])
    expect(texts).toBeGreaterThan(1_000)
    const phrases = await phrasesOn(page)
    for (const [id, phrase] of phrases) expect(phrase, id).toBe(oracle.get(id))
    expect(phrases.length).toBeGreaterThan(100)
    const pages = await page.$$eval('[data-scene]', (scenes) =>
      scenes.map((scene) => [scene.getAttribute('data-scene') ?? '', scene.querySelectorAll('[data-page]').length] as const)
    )
    expect(Object.fromEntries(pages)).toEqual(PAGES)
    const all = await numbers(page)
    expect(all).toEqual(all.map((_, i) => `${i + 1} / ${all.length}`))
    expect(await page.locator('canvas').count()).toBe(0)
    expect(complaints).toEqual([])
    await page.close()
  })
})

describe('a page', () => {
  it('states published figures only, and has 3 to 5 leading ones, each with its period', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=huigui,zonglan`)
    expect(await page.locator('.sheet-headline').allTextContents()).toEqual([
      '近三年促成回归项目518个，涉及投资超1200亿元',
      '3万余名乡贤聚力，服务回归项目958个'
    ])
    const leading = await page.$$eval('[data-scene="zonglan"] .lead li', (items) =>
      items.map((item) => item.querySelector('[data-figure]')?.getAttribute('data-figure'))
    )
    expect(leading).toEqual(['xxt.members', 'xxt.services', 'xxt.satisfaction', 'xxt.projects', 'xxt.investment'].map((id) => `${id}@330800`))
    expect(await page.locator('[data-scene="huigui"] .lead-period').first().textContent()).toContain('近三年')
    const foot = (await page.locator('.sheet-foot').first().textContent()) ?? ''
    for (const words of ['来源：衢州统一战线专版 2022-10', '斜纹、虚线、空心为演示数据', '注1 ', '第 1 版', '发布']) expect(foot).toContain(words)
    await page.close()
  })

  it('of a region or with parameters that make no sense still is one', async () => {
    const watched = await openBrief(served.browser, `${served.url}/brief?scenes=zhibo,nowhere,minzu&region=330881&size=a3&release=99999&period=x`)
    expect(await watched.page.$$eval('[data-scene]', (scenes) => scenes.map((scene) => scene.getAttribute('data-scene')))).toEqual(['zhibo', 'minzu'])
    expect(await watched.page.locator('.sheet-head').first().textContent()).toContain('江山市')
    expect((await faultsOf(watched)).faults).toEqual([])
    expect(await spills(watched)).toEqual([])
    await watched.page.close()
  })

  it('names the period that is asked for where its scene has it, and its own where only another one has', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=zonglan,lianyi&period=2021-12`)
    const heads = await page.$$eval('[data-scene]', (scenes) => scenes.map((scene) => scene.querySelector('.sheet-head')?.textContent ?? ''))
    expect(heads.map((head) => head.includes('2021年12月'))).toEqual([true, false])
    await page.close()
  })

  it('is not made of another period than was asked for', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=zonglan,lianyi&period=2031-01`)
    expect(await page.getByRole('alert').textContent()).toBe('没有2031年1月的数据：这些场景的月度和逐日数据只有2021年5月至2022年10月')
    expect(await page.locator('.sheet, [data-panel]').count()).toBe(0)
    await page.close()
  })

  it('says so as well while another scene cannot be had, and that one comes back', async () => {
    const { page } = await watchedPage(served.browser, 1400, 900)
    await page.route('**/api/v1/scenes/lianyi*', (route) => route.abort())
    await page.goto(`${served.url}/brief?scenes=zonglan,lianyi&period=2031-01`)
    await page.getByRole('alert').waitFor()
    await untilPainted(page)
    // While it is asked for once more the scene is loading, and nothing is known of its periods.
    await expect.poll(() => page.locator('[data-panel-state="error"]').count()).toBe(1)
    await page.unroute('**/api/v1/scenes/lianyi*')
    await page.locator('[data-panel-state="error"]').waitFor({ state: 'detached' })
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('没有2031年1月的数据')
    await page.close()
  })

  it('says of a wider area in one line what a figure is for', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief/huigui?region=330881`)
    const lines = await page.$$eval('.block .figure-scope', (marks) => marks.map((mark) => mark.getClientRects().length))
    expect(lines.length).toBeGreaterThan(2)
    expect(new Set(lines)).toEqual(new Set([1]))
    await page.close()
  })

  it('names under two definitions each figure, and the period of each side', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief/huigui`)
    expect(await page.locator('.block .definition-name').allTextContents()).toEqual(['促成回归项目', '涉及投资', '服务回归项目', '回归总投资'])
    expect(await page.locator('.block .definition h4 small').allTextContents()).toEqual(['2020–2022', '2022-10'])
    await page.close()
  })

  it('can be read and used by everybody', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=zonglan,shitang`)
    expect(await seriousOn(page)).toEqual([])
    await page.close()
  })
})

it('scenes that are not there are named on the screen, and not on paper', async () => {
  const { page } = await openBrief(served.browser, `${served.url}/brief/nope`)
  expect(await page.locator('.brief-missing').textContent()).toBe('没有场景 nope，以下是全部场景')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.brief-missing').isVisible()).toBe(false)
  await page.close()
})

describe('without demo figures and ranks', () => {
  const bare = serve({ DEMO: '0', HIDE_RANKS: '1' })

  it('no block stands on a page with nothing but its title', async () => {
    const watched = await openBrief(bare.browser, `${bare.url}/brief/liangshai`)
    expect(await panelsOn(watched)).not.toContain('liangshai/rules')
    expect(await spills(watched)).toEqual([])
    await watched.page.close()
  })
})

describe('the toolbar', () => {
  it('freezes what is shown, and says when there is something newer; none of it is printed', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief/zonglan?region=330881`)
    await page.click('text=冻结数据')
    await page.waitForURL('**/brief/zonglan?region=330881&release=1')
    expect(await page.locator('.newer-release').count()).toBe(0)
    await page.route('**/api/v1/version', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), release: 4 } })
    })
    await page.reload()
    await page.waitForSelector('text=已有更新（第 4 版）')
    expect(await page.locator('.newer-release').getAttribute('href')).toBe('/brief/zonglan?region=330881')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.brief-toolbar').isVisible()).toBe(false)
    expect(await page.locator('.sheet-edition').first().textContent()).toContain('第 1 版')
    await page.close()
  })

  it('copies a line that tells where the figures are from', async () => {
    const { page } = await openBrief(served.browser, `${served.url}/brief/huigui`)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.click('text=复制引用')
    await page.waitForSelector('text=已复制引用')
    const line = await page.evaluate(() => navigator.clipboard.readText())
    expect(line).toMatch(/^《双招双引·回归·工作简报》，同心共富·乡贤通，截至2022年10月，第 1 版，.+ 发布，http.+\/brief\/huigui\?release=1$/)
    await page.close()
  })
})

it('in a meeting pages are shown one by one, by keys and by swipes', async () => {
  const { page } = await openBrief(served.browser, `${served.url}/brief?scenes=zonglan,huigui&size=16x9`)
  const total = (await numbers(page)).length
  const shown = (): Promise<string[]> =>
    page.$$eval('[data-page]', (frames) => frames.filter((frame) => frame.getClientRects().length > 0).map((frame) => frame.getAttribute('data-page') ?? ''))
  await page.keyboard.press('f')
  await page.waitForSelector('.is-presenting')
  expect(await shown()).toEqual(['1'])
  for (const [key, after] of [
    ['ArrowRight', 2],
    ['End', total],
    ['ArrowRight', total],
    ['ArrowLeft', total - 1],
    ['Home', 1]
  ] as const) {
    await page.keyboard.press(key)
    await page.waitForSelector(`[data-page="${after}"].is-current`)
    expect(await shown()).toEqual([String(after)])
  }
  const box = await page.locator('.is-current').boundingBox()
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  expect(Math.min(view.width - (box?.width ?? 0), view.height - (box?.height ?? 0))).toBeLessThan(2)
  await page.evaluate(() => {
    const touch = (x: number): Touch => new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })
    document.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(600)] }))
    document.dispatchEvent(new TouchEvent('touchend', { changedTouches: [touch(300)] }))
  })
  await page.waitForSelector('[data-page="2"].is-current')
  await page.keyboard.press('f')
  await page.waitForSelector('.brief:not(.is-presenting)')
  expect(await shown()).toHaveLength(total)
  await page.close()
})
