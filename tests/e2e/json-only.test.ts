import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { Region } from '#contract/region.ts'
import { startApp, type App } from './app.ts'
import { launch, phrasesOn, untilPainted, watchedPage } from './browser.ts'

const COUNTIES = ['330802', '330803', '330822', '330824', '330825', '330881']
const total = { indicator: 'cg.rooms', area: 'root', freq: '_Z', last: 1 }

/** What an engineer of another city would type: one indicator, its figures and one scene. */
const INDICATOR = {
  id: 'cg.rooms',
  theme: 'chaguan',
  name: '乡贤茶馆',
  definition: '对外开放的茶馆，挂牌满一年',
  unitMeasure: '间',
  decimals: 0,
  freq: '_Z',
  accumulation: 'point',
  aggregation: 'sum',
  direction: 'up',
  seriesScale: 1
}
const figure = { indicator: 'cg.rooms', timePeriod: '../2022-10', freq: '_Z', scale: 1, obsStatus: 'A', origin: 'published', source: 'qz-2022-10' }
const FIGURES = [
  { ...figure, refArea: '330800', scope: '全市', obsValue: '80', bound: 'over', qualifier: { word: '余', place: 'afterNumber' } },
  ...COUNTIES.map((refArea, index) => ({ ...figure, refArea, scope: '全县', obsValue: String(9 + index * 2), bound: 'exact', origin: 'reported' }))
]
const SCENE = {
  id: 'chaguan',
  title: '乡贤茶馆',
  panels: [
    {
      id: 'head',
      kind: 'headline',
      title: '',
      needs: [total],
      area: { wall: { left: 3, right: 3, top: 7.2, height: 9 }, column: { order: 1 } },
      options: { display: '乡贤茶馆', layout: 'row', figures: [{ indicator: 'cg.rooms' }] }
    },
    {
      id: 'rooms',
      kind: 'bars',
      title: '分县茶馆',
      subtitle: '间',
      needs: [{ ...total, area: 'children' }],
      area: { wall: { left: 3, right: 3, top: 20, height: 36 }, column: { order: 2, height: 24 } },
      options: { indicator: 'cg.rooms' }
    }
  ]
}

let folder: string
let app: App
let browser: Browser

const Whole = z.looseObject({ scenes: z.array(z.string()), themes: z.array(z.unknown()) })
const List = z.array(z.unknown())

function edit<Content>(file: string, schema: z.ZodMiniType<Content>, change: (content: Content) => Content): void {
  const path = join(folder, file)
  writeFileSync(path, JSON.stringify(change(schema.parse(JSON.parse(readFileSync(path, 'utf8')))), null, 2))
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'))
  cpSync('packs/quzhou', folder, { recursive: true })
  const regions = z.array(Region).parse(JSON.parse(readFileSync('packs/quzhou/regions.json', 'utf8')))
  const wholeScopes = new Map(regions.map(({ code, wholeScope }) => [code, wholeScope]))
  edit('indicators.json', List, (indicators) => [...indicators, INDICATOR])
  edit('published.json', List, (published) => [...published, ...FIGURES.map((o) => ({ ...o, scope: wholeScopes.get(o.refArea) }))])
  edit('pack.json', Whole, (info) => ({
    ...info,
    scenes: [...info.scenes, 'chaguan'],
    themes: [...info.themes, { id: 'chaguan', name: '乡贤茶馆' }]
  }))
  writeFileSync(join(folder, 'scenes/chaguan.json'), JSON.stringify(SCENE))
  app = await startApp({ env: { PACK: folder } })
  browser = await launch()
})

afterAll(async () => {
  await browser.close()
  await app.stop()
  rmSync(folder, { recursive: true, force: true })
  // Its start had the fonts made for its own pack; whoever comes next finds those of the default one.
  execFileSync(process.execPath, ['scripts/build.mjs', '--stale', 'fonts'], { stdio: ['ignore', 'ignore', 'inherit'] })
})

it('shows a new scene with a new indicator that came by JSON alone', async () => {
  const { page, complaints } = await watchedPage(browser, 1920, 1080)
  await page.goto(`${app.url}/?scene=chaguan`)
  await untilPainted(page)
  expect(await phrasesOn(page)).toEqual([['cg.rooms@330800', '80余间']])
  expect(await page.locator('nav button[aria-current="page"]').innerText()).toBe('乡贤茶馆')
  expect(await page.$$eval('[data-panel-state]', (panels) => panels.map((panel) => panel.getAttribute('data-panel-state')))).toEqual(['live', 'live'])
  const said = await page.locator('[data-panel="rooms"] > .visually-hidden').innerText()
  expect(said).toContain('江山市最多，19间；柯城区最少，9间')
  expect(said).not.toContain('演示')
  await page.locator('[data-figure="cg.rooms@330800"]').click()
  expect(await page.locator('.source-card').innerText()).toContain('对外开放的茶馆，挂牌满一年')
  expect(complaints).toEqual([])
  await page.close()
})
