import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { auditor, scenesAt, type Auditor } from '#tests/audit/auditor.ts'
import { findingText } from '#tests/audit/finding.ts'
import { scriptForPage } from '#tests/audit/for-page.ts'
import { rotation, sizeText } from '#tests/audit/pages.ts'
import type { Seed } from '#tests/audit/plant/plant.ts'
import { smallestFont } from '#tests/audit/space.ts'
import { serve } from './served.ts'

const SIZE = { width: 1920, height: 1080 }
const [SMALLEST, PX] = [smallestFont(SIZE), 4]
const LARGE = SMALLEST * 1.2

/** Of as many pages as the pack has scenes, on a busy machine. */
const MINUTES = 600_000

const served = serve()

it(
  'every scene that the API lists has no overlapping, cut or small text',
  async () => {
    const one = await auditor(served.browser, served.url)
    const views = rotation(await scenesAt(one.page, served.url))
    const found: string[] = []
    for (const view of views)
      found.push(...(await one.audit(view)).map((finding) => `${view.scene} ${sizeText(view.size)} ${view.theme}: ${findingText(finding)}`))
    await one.close()
    expect(found).toEqual([])
    expect(views.length).toBeGreaterThan(4)
  },
  MINUTES
)

it('canary: a panel in error, a message on the console and a scene that is not there are found', async () => {
  const one = await auditor(served.browser, served.url)
  const view = { scene: 'zonglan', theme: 'ink', size: SIZE } as const
  expect(await one.audit({ ...view, scene: 'nothing' })).toEqual([expect.objectContaining({ rule: 'state', panel: 'page' })])
  await one.close()
  // A page that has been there has the boundaries laid in: these step in.
  const fresh = await auditor(served.browser, served.url)
  await fresh.page.route('**/api/v1/boundaries/**', (route) => route.fulfill({ status: 404 }))
  const findings = await fresh.audit(view)
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'state', panel: 'map' }))
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'console' }))
  await fresh.close()
})

const CANARIES: readonly (readonly [Seed, rule: string])[] = (['dom', 'chart'] as const).flatMap((where) => [
  [{ fault: 'overlap', where, px: PX, fontPx: LARGE }, 'overlap'],
  [{ fault: 'overlap', where, over: where === 'dom' ? 'chart' : 'dom', px: PX, fontPx: LARGE }, 'overlap'],
  [{ fault: 'clip', where, px: PX, fontPx: LARGE }, 'clipped'],
  [{ fault: 'small', where, px: 0.1 * SMALLEST, fontPx: 0.9 * SMALLEST }, 'small']
])

describe('canary: the audit of the overview', () => {
  let one: Auditor

  beforeAll(async () => {
    one = await auditor(served.browser, served.url)
    await one.page.addInitScript({ content: await scriptForPage('tests/audit/plant/plant.ts') })
    expect(await one.audit({ scene: 'zonglan', theme: 'ink', size: SIZE })).toEqual([])
  })
  afterEach(async () => {
    await one.page.evaluate(() => globalThis.__uproot?.())
    expect(await one.look()).toEqual([])
  })
  afterAll(() => one.close())

  const plant = (seed: Seed): Promise<void> => one.page.evaluate((seed) => globalThis.__plant?.(seed), seed)

  it.each(CANARIES)('finds %o', async (seed, rule) => {
    await plant(seed)
    const findings = await one.look()
    expect(findings).toEqual([expect.objectContaining({ rule, texts: expect.arrayContaining(['移栽的字']) })])
    expect(Math.abs((findings[0]?.px ?? 0) - seed.px)).toBeLessThan(0.5)
  })

  const overlap = (dress: Record<string, string>): Promise<void> => plant({ fault: 'overlap', where: 'dom', px: PX, fontPx: LARGE, dress })

  it.each([
    ['clipped', { style: 'overflow:hidden;width:82px' }],
    ['clipped', { style: 'overflow:clip;width:82px' }],
    ['clipped', { style: 'overflow:auto;width:82px' }],
    ['clipped', { style: 'overflow:hidden;width:82px;text-overflow:ellipsis' }],
    ['small', { style: 'transform:scale(.7)' }]
  ])('finds %s where a text wears %o', async (rule, dress) => {
    await plant({ fault: 'nothing', where: 'dom', px: 0, fontPx: LARGE, dress })
    expect(await one.look()).toEqual([expect.objectContaining({ rule, texts: ['移栽的字'] })])
  })

  it('finds an overlap that is hidden from screen readers only', async () => {
    await overlap({ 'aria-hidden': 'true' })
    expect(await one.look()).toEqual([expect.objectContaining({ rule: 'overlap' })])
  })

  it.each<Record<string, string>>([
    { class: 'visually-hidden' },
    { role: 'dialog' },
    { hidden: '' },
    { style: 'opacity:0' },
    { style: 'visibility:hidden' },
    { style: 'display:none' },
    { style: 'color:transparent' }
  ])('lets an overlap pass that nobody sees: %o', async (dress) => {
    await overlap(dress)
    expect(await one.look()).toEqual([])
  })

  it.each(['dom', 'chart'] as const)('lets a text in a free place of the %s pass', async (where) => {
    await plant({ fault: 'nothing', where, px: 0, fontPx: LARGE })
    expect(await one.look()).toEqual([])
  })
})
