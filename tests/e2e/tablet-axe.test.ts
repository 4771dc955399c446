import { expect, it, onTestFinished } from 'vitest'
import { seriousOn } from './accessible.ts'
import { untilPainted } from './browser.ts'
import { serve } from './served.ts'
import { touchPage } from './touch.ts'

const served = serve()

/** Pictures to look at, beside the verdicts. */
const ARTEFACTS = 'artifacts/hand'

const SCENES = ['zonglan', 'xiangxiantong', 'qinqing', 'huigui', 'minzu', 'zhibo', 'shitang', 'lianyi', 'yinling', 'liangshai']

async function opened(width: number, height: number) {
  const touch = await touchPage(served.browser, width, height)
  onTestFinished(() => touch.context.close())
  const show = async (search: string): Promise<void> => {
    await touch.page.goto(`${served.url}/${search}`)
    await untilPainted(touch.page)
    await touch.page.waitForSelector('.tools', { state: 'attached' })
  }
  return { ...touch, show }
}

// Standing, each scene is looked at beside its figures, in another file.
it.each([
  [1180, 820, '&region=330824'],
  [1024, 768, ''],
  [390, 844, '&theme=paper']
] as const)('nothing serious on ten scenes at %d x %d', async (width, height, more) => {
  const { page, show, complaints } = await opened(width, height)
  const found: Record<string, readonly string[]> = {}
  for (const scene of SCENES) {
    await show(`?scene=${scene}${more}`)
    await page.screenshot({ path: `${ARTEFACTS}/${scene}-${width}x${height}.png` })
    found[scene] = await seriousOn(page)
  }
  expect(found).toEqual(Object.fromEntries(SCENES.map((scene) => [scene, []])))
  expect(complaints).toEqual([])
})

it('nothing serious in what is opened', async () => {
  const { page, show, complaints } = await opened(820, 1180)
  await show('?scene=zonglan&region=330824&theme=hong')
  const found: Record<string, readonly string[]> = {}
  for (const tool of ['find', 'compare', 'cast', 'share', 'theme']) {
    await page.tap(`[data-tool="${tool}"]`)
    await page.waitForSelector('.tool-dialog')
    found[tool] = await seriousOn(page)
    await page.tap('.tool-dialog [aria-label="关闭"]')
    await page.waitForSelector('.tool-dialog', { state: 'detached' })
  }
  for (const [name, opener] of [
    ['sources', '.sheet-foot'],
    ['offline', '.header-button']
  ] as const) {
    await page.tap(opener)
    await page.waitForSelector('.tool-dialog')
    found[name] = await seriousOn(page)
    await page.tap('.tool-dialog [aria-label="关闭"]')
    await page.waitForSelector('.tool-dialog', { state: 'detached' })
  }
  await page.tap('[data-figure="xxt.members@330800"]')
  await page.waitForSelector('.source-card')
  found['card'] = await seriousOn(page)
  expect(Object.values(found).flat()).toEqual([])
  expect(complaints).toEqual([])
})
