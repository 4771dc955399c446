import type { Browser, CDPSession, Page } from 'playwright-core'
import { scriptForPage } from '#tests/audit/for-page.ts'
import { untilPainted, watchedPage } from '#tests/e2e/browser.ts'
import type { PlantName } from './page/plant.ts'
import type { Turn } from './page/turns.ts'
import type { Released } from './release.ts'
import type { Sample } from './verdict.ts'

export interface OpenWall {
  readonly page: Page
  readonly cdp: CDPSession
  /** Console errors and warnings, page errors. */
  readonly complaints: readonly string[]
  readonly turn: () => Promise<Turn>
  /** Waits until the page shows the release in place. */
  readonly shows: (released: Released) => Promise<void>
  /** Counts what there is at a quiet point, after forced collections. */
  readonly sample: (rotation: number) => Promise<Sample>
}

interface WallOptions {
  readonly scenes: readonly string[]
  readonly fade: number | undefined
  readonly plant?: PlantName
}

const SIZE = [1_366, 768] as const
/** Longer than any run of a scene by itself: scenes change when they are told to. */
const DWELL = 3_600
const QUIET = 10_000

const METRICS = { Nodes: 'nodes', Documents: 'documents', JSEventListeners: 'listeners', LayoutObjects: 'layout objects' } as const

export const addressOf = (url: string, { scenes, fade }: WallOptions): string => {
  const search = new URLSearchParams({ audit: '1', play: scenes.map((scene) => `${scene}:${DWELL}`).join(',') })
  if (fade !== undefined) search.set('fade', String(fade))
  return `${url}/wall?${search}`
}

async function collect(cdp: CDPSession): Promise<void> {
  // What the first one's finalizers let go of goes with the second.
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.collectGarbage')
}

async function sampleOf(page: Page, cdp: CDPSession, rotation: number): Promise<Sample> {
  await page.waitForFunction(() => globalThis.__soak?.idle() === true, undefined, { timeout: QUIET, polling: 50 })
  await collect(cdp)
  const counts = await page.evaluate(() => globalThis.__soak?.counts() ?? {})
  await collect(cdp)
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = new Map(metrics.map(({ name, value }) => [name, value]))
  const named = Object.fromEntries(Object.entries(METRICS).map(([metric, name]) => [name, of.get(metric) ?? Number.NaN]))
  return { rotation, heap: of.get('JSHeapUsedSize') ?? Number.NaN, counts: { ...counts, ...named } }
}

const shows = async (page: Page, { release, phrase }: Released): Promise<void> => {
  await page.waitForFunction(
    ([release, phrase]) => {
      const figure = document.querySelector('[data-stage="shown"] [data-figure="xxt.projects@330800"]')
      return globalThis.__wall?.state().release === release && (figure === null || figure.textContent === phrase)
    },
    [release, phrase] as const,
    { timeout: 15_000, polling: 50 }
  )
}

/** Opens a wall that changes scenes only when it is told to, with the counters in it. */
export async function openWall(browser: Browser, url: string, options: WallOptions): Promise<OpenWall> {
  const { page, complaints } = await watchedPage(browser, ...SIZE)
  await page.addInitScript({ content: await scriptForPage('tests/soak/page/count.ts') })
  if (options.plant !== undefined) await page.addInitScript({ content: await scriptForPage('tests/soak/page/plant.ts') })
  await page.goto(addressOf(url, options))
  await untilPainted(page)
  if (options.plant !== undefined) await page.evaluate((name) => globalThis.__soakPlant?.[name](), options.plant)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  return {
    page,
    cdp,
    complaints,
    turn: () => page.evaluate(() => globalThis.__soak?.turn() ?? Promise.reject(new Error('no counter on the page'))),
    shows: (released) => shows(page, released),
    sample: (rotation) => sampleOf(page, cdp, rotation)
  }
}
