import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { greyOf, type Grey } from '#tests/soak/png.ts'
import { layOutApp, withWall, type LaidOutApp } from './laid-out-app.ts'
import { openKiosk, untilScene, type Kiosk } from './wall-page.ts'

/** Pixels of a block, more than a letter has, and how bright one may stand through all scenes: 0 to 255. Titles and digits, which stand too, stay below. */
const BLOCK = 64
const LIMIT = 90

let app: LaidOutApp
let kiosk: Kiosk
beforeAll(async () => {
  // No night: what is measured must not depend on the hour.
  app = await layOutApp({ pack: withWall({ play: [{ scene: 'zonglan' }] }) })
  kiosk = await openKiosk()
})
afterAll(async () => {
  await kiosk.close()
  await app.remove()
})

/** The mean brightness of each block of a picture. */
function blocksOf({ width, height, pixels }: Grey): number[] {
  const [columns, rows] = [Math.floor(width / BLOCK), Math.floor(height / BLOCK)]
  return Array.from({ length: columns * rows }, (_, index) => {
    const [left, top] = [(index % columns) * BLOCK, Math.floor(index / columns) * BLOCK]
    let sum = 0
    for (let y = top; y < top + BLOCK; y += 1) for (let x = left; x < left + BLOCK; x += 1) sum += pixels[y * width + x] ?? 0
    return sum / BLOCK ** 2
  })
}

const darkest = (all: readonly (readonly number[])[]): number[] => (all[0] ?? []).map((_, index) => Math.min(...all.map((blocks) => blocks[index] ?? 0)))

async function pictures(page: Page, scenes: readonly string[]): Promise<Grey[]> {
  const taken: Grey[] = []
  for (const scene of scenes) {
    await untilScene(page, scene)
    taken.push(greyOf(await page.screenshot()))
    await page.evaluate(() => globalThis.__wall?.next())
  }
  return taken
}

it.each(['ink', 'hong'])('in %s no block of the screen stays bright from scene to scene', async (theme) => {
  const { scenes } = (await (await fetch(`${app.url}/api/v1/scenes`)).json()) as { scenes: { id: string }[] }
  const ids = scenes.map(({ id }) => id)
  const page = await kiosk.open(`${app.url}/wall?audit=1&fade=0&theme=${theme}&play=${ids.map((id) => `${id}:600`).join()}`)
  const taken = (await pictures(page, ids)).map(blocksOf)
  expect(taken.length).toBe(10)
  expect(Math.max(...darkest(taken))).toBeLessThan(LIMIT)
  // Single scenes do have brighter ones: what is measured is not always dark.
  expect(Math.max(...taken.flat())).toBeGreaterThan(LIMIT)
})
