import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, drawn, nameOf, saysCell, seedOf, type Cell, type PlainAnswer } from '#tests/carried/cells.ts'
import { isPeriodOf, statusWords, valueText } from '#tests/carried/plain-format.ts'
import { serve } from './served.ts'

const served = serve()
const SEED = seedOf(process.env['SEED'])
const CELLS = 1_000
/** Hundreds of pages are opened one after the other. */
const LONG = 600_000
/** So many panels are looked at for a county as well. */
const OF_COUNTY = 50

let answers: readonly PlainAnswer[] = []
let cells: readonly Cell[] = []

const get = async (path: string): Promise<string> => {
  const response = await fetch(served.url + path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.text()
}
const json = async <T>(path: string): Promise<T> => JSON.parse(await get(path)) as T

/** With the address of the region that it looks at, and of what it shows of several metrics. */
function placeOf({ scene, panel, region, metric }: Pick<Cell, 'scene' | 'panel' | 'region' | 'metric'>): string {
  const query = Object.entries({ region, metric }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
  return `${scene}/${panel}${query.length === 0 ? '' : `?${query.join('&')}`}`
}
const fileOf = (place: string, ending: string): string => place.replace(/(?=\?|$)/, ending)
const placesOf = (wanted: readonly Cell[]): readonly string[] => [...new Set(wanted.map(placeOf))]

/** Every page once, however many of its cells are drawn. */
async function pagesOf<T>(wanted: readonly Cell[], read: (place: string) => Promise<T>): Promise<ReadonlyMap<string, T>> {
  const pages = new Map<string, T>()
  for (const place of placesOf(wanted)) pages.set(place, await read(place))
  return pages
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const decoded = (text: string): string => text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? '')

/** What is written in a picture: each text by itself, so that two never read as one. */
const visibleIn = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, inner = '']) => decoded(inner.replaceAll(/<[^>]*>/g, ''))).join('\n')
const wordsIn = (svg: string): string => [...svg.matchAll(/<(title|desc)[^>]*>(.*?)<\/\1>/gs)].map(([, , inner = '']) => decoded(inner)).join('\n')

/** RFC 4180, as its grammar says it. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end] of csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows
}

/** What a frame shows: its words, its chart's texts, and its table, which is a button away. */
async function embedText(page: Page, place: string): Promise<string> {
  await page.goto(`${served.url}/embed/panel/${place}${place.includes('?') ? '&' : '?'}audit=1`)
  await page.locator('html[data-ready="true"]').waitFor()
  // A page behind a dialog has no text of its own.
  const before = await page.evaluate(() => document.body.innerText)
  const table = page.locator('.table-button')
  if ((await table.count()) > 0) await table.first().evaluate((button: HTMLElement) => button.click())
  const behind = await page.evaluate(() => {
    const charts = (Reflect.get(globalThis, '__chartTexts') as (() => { text: string }[]) | undefined)?.() ?? []
    return [...[...document.querySelectorAll('td')].map((cell) => cell.textContent), ...charts.map(({ text }) => text)].join('\n')
  })
  return `${before}\n${behind}`
}

beforeAll(async () => {
  const { scenes } = await json<{ scenes: { id: string }[] }>('/api/v1/pack')
  const whole = await Promise.all(scenes.map(({ id }) => json<PlainAnswer>(`/api/v1/scenes/${id}`)))
  const places = whole.flatMap(({ scene }) => scene.panels.map(({ id }) => `${scene.id}/${id}`))
  const counties = whole[0]?.regions.filter(({ parent }) => parent === whole[0]?.root) ?? []
  // The whole has fewer figures than are wanted; some panels are looked at for one county as well.
  const [county] = drawn(counties, 1, SEED)
  const alsoOf = drawn(places, OF_COUNTY, SEED).map((place) => `${place}?region=${county?.code}`)
  answers = await Promise.all([...places, ...alsoOf].map((place) => json<PlainAnswer>(`/api/v1/panels/${place}`)))
  cells = answers.flatMap(cellsOf)
  console.info(`seed ${SEED}: ${cells.length} figures of ${places.length} panels, ${alsoOf.length} of them for ${county?.name} too`)
})

/** Of a draw with several carriers each gets its own cells. */
const share = (turn: number, count: number): readonly Cell[] => drawn(cells, count, SEED + turn)

describe('what leaves the screen says what the API says', () => {
  it('files of figures, to the letter', async () => {
    const wanted = share(1, CELLS)
    const files = await pagesOf(wanted, async (place) => rowsOf(await get(`/api/v1/panels/${fileOf(place, '.csv')}`)))
    const wrong = wanted.filter(({ figure, indicator, text, told, ...cell }) => {
      const shown = told === figure ? text : undefined
      const rows = files.get(placeOf(cell)) ?? []
      return !rows.some(
        ([name, area, scope, part, period = '', qualifier, value, unit, display, status, source, release]) =>
          name === indicator.name &&
          area === cell.area &&
          scope === figure.scope &&
          part === cell.part &&
          isPeriodOf(period, figure) &&
          qualifier === (figure.qualifier?.word ?? '') &&
          value === valueText(figure, indicator) &&
          unit === indicator.unitMeasure &&
          (shown === undefined || display === shown) &&
          status === statusWords(figure) &&
          source !== '' &&
          release === String(figure.release)
      )
    })
    expect(wrong.map(nameOf)).toEqual([])
    expect(wanted).toHaveLength(CELLS)
  })

  it('pictures, and what is printed shows what they show', { timeout: LONG }, async () => {
    const wanted = share(2, CELLS).filter(({ begins }) => !begins)
    const pictures = await pagesOf(wanted, (place) => get(`/api/v1/panels/${fileOf(place, '.svg')}`))
    const of = (cell: Cell): string => pictures.get(placeOf(cell)) ?? ''
    expect(wanted.filter((cell) => !saysCell(`${visibleIn(of(cell))}\n${wordsIn(of(cell))}`, cell)).map(nameOf)).toEqual([])

    const page = await served.browser.newPage()
    // All scenes in the pack's order: the pages are the same ones, whatever is drawn.
    await page.goto(`${served.url}/brief?scenes=${[...new Set(answers.map(({ scene }) => scene.id))].join(',')}`)
    await page.locator('html[data-ready="true"]').waitFor({ timeout: 60_000 })
    const printed = new Map(await page.evaluate(printedTexts))
    await page.close()
    const shown = wanted.filter((cell) => printed.has(placeOf(cell)) && saysCell(visibleIn(of(cell)), cell))
    console.info(`${shown.length} of ${wanted.length} cells are visible in a picture and stand on a page`)
    // What a picture states over itself, a page has among the figures at its head.
    const onPage = (cell: Cell): string => printed.get(cell.figure.origin === 'published' ? cell.scene : placeOf(cell)) ?? ''
    expect(shown.filter((cell) => !saysCell(onPage(cell), cell)).map(nameOf)).toEqual([])
    expect(shown.length).toBeGreaterThan(150)
  })

  it('frames on other pages', { timeout: LONG }, async () => {
    const wanted = share(3, CELLS).filter(({ begins }) => !begins)
    const page = await served.browser.newPage({ viewport: { width: 800, height: 900 } })
    const frames = await pagesOf(wanted, (place) => embedText(page, place))
    await page.close()
    expect(wanted.filter((cell) => !saysCell(frames.get(placeOf(cell)) ?? '', cell)).map(nameOf)).toEqual([])
  })

  it('would notice a wrong digit, and one more', async () => {
    const cell = share(4, CELLS).find(({ text, told }) => text.startsWith(told.obsValue ?? '-') && /^[1-8]\d{2,}$/.test(told.obsValue ?? ''))
    if (cell === undefined) throw new Error('no cell of three digits')
    const svg = await get(`/api/v1/panels/${fileOf(placeOf(cell), '.svg')}`)
    const page = `${visibleIn(svg)}\n${wordsIn(svg)}`
    expect(saysCell(page, cell)).toBe(true)
    // No writing of it may be found where the page has one digit otherwise, or one more.
    const digits = cell.told.obsValue ?? ''
    for (const wrong of [`${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`, `${digits}7`, `7${digits}`])
      expect(saysCell(page.replaceAll(digits, wrong), cell), wrong).toBe(false)
  })
})

/** In the page: the texts of each scene, and of each panel on its pages, those of its charts among them. */
function printedTexts(): [string, string][] {
  const scenes = [...document.querySelectorAll<HTMLElement>('[data-scene]')].map((part): [string, string] => [part.dataset['scene'] ?? '', part.innerText])
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')].map((panel): [string, string] => {
    const scene = panel.closest<HTMLElement>('[data-scene]')?.dataset['scene'] ?? ''
    const texts = [...panel.querySelectorAll('svg text')].map((text) => text.textContent ?? '')
    return [`${scene}/${panel.dataset['panel'] ?? ''}`, [panel.innerText, ...texts].join('\n')]
  })
  return [...scenes, ...panels]
}
