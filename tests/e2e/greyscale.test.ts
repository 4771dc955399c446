import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { THEME_IDS } from '#tokens/themes.ts'
import { untilPainted, watchedPage } from './browser.ts'
import { serve } from './served.ts'

const served = serve()

/** How much the grey levels of a picture differ from their mean: the standard deviation, of 255. */
const unevenness = (blank: Page, png: Buffer): Promise<number> =>
  blank.evaluate(
    async (source) => {
      const image = new Image()
      image.src = source
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no 2d context')
      pen.drawImage(image, 0, 0)
      // The end caps of demo bars stay out: stripes alone must tell.
      const { data } = pen.getImageData(4, 4, image.width - 16, image.height - 8)
      const greys = Array.from(
        { length: data.length / 4 },
        (_, i) => 0.2126 * (data[i * 4] ?? 0) + 0.7152 * (data[i * 4 + 1] ?? 0) + 0.0722 * (data[i * 4 + 2] ?? 0)
      )
      const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length
      return Math.sqrt(greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length)
    },
    `data:image/png;base64,${png.toString('base64')}`
  )

it.each(THEME_IDS)('%s: a demo bar is striped and a published one even, without any colour', async (theme) => {
  const { page } = await watchedPage(served.browser, 1920, 1080)
  const blank = await served.browser.newPage()
  await page.goto(`${served.url}/?scene=qinqing&theme=${theme}`)
  await untilPainted(page)
  const demo = await page.locator('[data-panel="loop"] .stages-lane i.is-demo').first().screenshot()
  const published = await page.locator('[data-panel="loop"] .stages-lane i:not(.is-demo)').first().screenshot()
  expect(await unevenness(blank, demo)).toBeGreaterThan(15)
  expect(await unevenness(blank, published)).toBeLessThan(2)
  await blank.close()
  await page.close()
})

it('on paper too, and the steps of a map keep their order', async () => {
  const { page } = await watchedPage(served.browser, 1400, 900)
  const blank = await served.browser.newPage()
  await page.goto(`${served.url}/brief?scenes=qinqing,zonglan`)
  await untilPainted(page)
  const demo = await page.locator('[data-panel="loop"] .stages-lane i.is-demo').first().screenshot()
  const published = await page.locator('[data-panel="loop"] .stages-lane i:not(.is-demo)').first().screenshot()
  expect(await unevenness(blank, demo)).toBeGreaterThan(15)
  expect(await unevenness(blank, published)).toBeLessThan(2)
  const greys = await page.$$eval('[data-panel="map"] .map-ramp s', (steps) =>
    steps.map((step) => {
      const [r = 0, g = 0, b = 0] = (getComputedStyle(step).backgroundColor.match(/[\d.]+/g) ?? []).map(Number)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    })
  )
  expect(greys.length).toBeGreaterThan(3)
  greys.slice(1).forEach((grey, i) => expect((greys[i] ?? 0) - grey).toBeGreaterThan(12))
  await blank.close()
  await page.close()
})
