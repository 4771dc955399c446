import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { untilPainted } from './browser.ts'
import { serve } from './served.ts'
import { touchPage } from './touch.ts'

const served = serve()

async function opened(width: number, height: number, search: string) {
  const touch = await touchPage(served.browser, width, height)
  onTestFinished(() => touch.context.close())
  await touch.page.goto(`${served.url}/${search}`)
  await untilPainted(touch.page)
  const region = (): string | null => new URL(touch.page.url()).searchParams.get('region')
  const name = async (): Promise<string | null> => touch.page.locator('.sheet-head h2').textContent()
  const boxOf = async (selector: string) => must(await touch.page.locator(selector).first().boundingBox())
  return { ...touch, region, name, boxOf }
}

const spot = (name: string): string => `.hotspot[aria-label^="${name}"]`

describe('a tablet', () => {
  it('selects a county by a tap, draws the sheet up, and leafs in rank order by a stroke', async () => {
    const { page, fingers, region, name, boxOf, complaints } = await opened(820, 1180, '?scene=zonglan')
    await page.tap(spot('开化县'))
    await page.waitForSelector('.sheet[data-snap="half"]')
    expect([region(), await name()]).toEqual(['330824', '开化县'])
    // It is half drawn when it sets out: what is stroked must have come to rest.
    await expect.poll(async () => Math.round((await boxOf('.sheet')).y)).toBe(661)
    const card = await boxOf('.region-card')
    const [y, right, left] = [card.y + 120, card.x + card.width - 60, card.x + 60]
    await fingers.stroke([right, y], [left, y])
    await expect.poll(region).toBe('330825')
    await fingers.stroke([left, y], [right, y])
    await fingers.stroke([left, y], [right, y])
    await expect.poll(name).toBe('衢江区')
    await page.goBack()
    await expect.poll(name).toBe('开化县')
    expect(complaints).toEqual([])
  })

  it('draws the sheet from half to full and back down, and off with the choice', async () => {
    const { page, fingers, region, boxOf } = await opened(820, 1180, '?scene=zonglan&region=330824')
    const top = async () => Math.round((await boxOf('.sheet')).y)
    await expect.poll(top).toBe(661)
    // A sheet that is still on its way is not caught: it is drawn again.
    const drawn = (to: number) => async () => {
      await fingers.stroke([410, (await top()) + 20], [410, to])
      await page.waitForTimeout(600)
      return top()
    }
    await expect.poll(drawn(120)).toBe(60)
    expect(await page.locator('.sheet').getAttribute('data-snap')).toBe('full')
    await expect.poll(drawn(700)).toBe(661)
    await page.tap('[aria-label="取消选择"]')
    await page.waitForSelector('.sheet[data-snap="peek"]')
    expect(region()).toBeNull()
    expect(await page.locator('.dock nav').isVisible()).toBe(true)
  })

  it('enlarges the map under two fingers, moves it under one, and puts it back; no tap is made of it', async () => {
    const { page, fingers, region, boxOf, complaints } = await opened(1180, 820, '?scene=zonglan')
    const width = async () => (await boxOf('.zoom-content')).width
    const usual = await width()
    await fingers.pinch(
      [
        [350, 420],
        [200, 300]
      ],
      [
        [400, 460],
        [560, 600]
      ]
    )
    await expect.poll(width).toBeGreaterThan(usual * 1.8)
    const { x } = await boxOf('.zoom-content')
    await fingers.stroke([300, 400], [380, 400])
    await expect.poll(async () => (await boxOf('.zoom-content')).x).toBeGreaterThan(x + 40)
    expect(region()).toBeNull()
    // What touches the glass at once behind a stroke stops that, for a browser, and is no tap.
    await page.waitForTimeout(500)
    await page.tap('.zoom-reset')
    await expect.poll(width).toBeCloseTo(usual, 0)
    expect(complaints).toEqual([])
  })

  it('shows the source card of a figure that a finger rests on, and does not select what lies under it', async () => {
    const { page, fingers, region, boxOf } = await opened(1180, 820, '?scene=zonglan')
    const { x, y, width, height } = await boxOf(spot('江山市'))
    await fingers.rest([x + width / 2, y + height / 2], () => page.waitForSelector('.source-card'))
    const words = (await page.locator('.source-card').textContent()) ?? ''
    for (const word of ['6,980名', '范围', '期间', '口径', '状态演示', '来源', '版本']) expect(words).toContain(word)
    expect(region()).toBeNull()
  })

  const SCENES = ['zonglan', 'xiangxiantong', 'qinqing', 'huigui', 'minzu', 'zhibo', 'shitang', 'lianyi', 'yinling', 'liangshai']

  it('never scrolls to the side', { timeout: 180_000 }, async () => {
    const wide: string[] = []
    const width = 360
    const { page } = await opened(width, 740, '?scene=zonglan')
    for (const search of SCENES.flatMap((scene) => [`?scene=${scene}`, `?scene=${scene}&region=330881`])) {
      await page.goto(`${served.url}/${search}`)
      await page.waitForSelector('html[data-ready="true"]', { state: 'attached' })
      // A phone's window grows with what is too wide for it: what was asked for is what counts.
      const over = await page.evaluate((asked) => Math.max(document.documentElement.scrollWidth, window.innerWidth) - asked, width)
      if (over > 0) wide.push(`${search}: ${over} px`)
    }
    expect(wide).toEqual([])
  })

  /** The controls that a finger of 44 px would miss, and what is exempt: figures in a sentence, and marks that share a chart's width. */
  const smallOn = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const reaches = (control: HTMLElement, [dx, dy]: readonly [number, number]): boolean => {
        const { left, top, width: wide, height: high } = control.getBoundingClientRect()
        const [x, y] = [left + wide / 2, top + high / 2]
        return [-1, 1].every((way) => {
          const hit = document.elementFromPoint(x + way * dx, y + way * dy)
          return hit !== null && control.contains(hit)
        })
      }
      return [...document.querySelectorAll<HTMLElement>('.header button, .dock button, .sheet button, .stage button')].flatMap((control) => {
        if (!control.checkVisibility({ visibilityProperty: true }) || control.matches('.hotspot, .ridge .value, .figure-line, .hall-joint, :disabled'))
          return []
        control.scrollIntoView({ block: 'center', inline: 'center' })
        return reaches(control, [0, 21]) && reaches(control, [21, 0])
          ? []
          : [`${control.className} ${control.getAttribute('aria-label') ?? control.textContent}`]
      })
    })

  it.each([
    [1180, 820],
    [820, 1180]
  ] as const)('has targets of 44 px on ten scenes at %d x %d', { timeout: 180_000 }, async (width, height) => {
    const { page } = await opened(width, height, '?scene=zonglan')
    const small: string[] = []
    for (const scene of SCENES) {
      await page.goto(`${served.url}/?scene=${scene}&region=330824`)
      await untilPainted(page)
      await page.waitForSelector('.tools')
      small.push(...(await smallOn(page)).map((control) => `${scene} ${control}`))
    }
    expect(small).toEqual([])
  })

  it('canary: a target made smaller is found', async () => {
    const { page } = await opened(1180, 820, '?scene=zonglan')
    await page.waitForSelector('.tools')
    await page.evaluate(() =>
      document.querySelectorAll<HTMLElement>('.tools button').forEach((button) => Object.assign(button.style, { width: '34px', height: '34px', minWidth: '0' }))
    )
    expect(await smallOn(page)).toEqual(expect.arrayContaining([expect.stringContaining('查找')]))
  })
})
