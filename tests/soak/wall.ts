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
/** Seconds between two confirmations of the shown scene, and between two reports: more often than on a wall, that there be more of them. */
const WAITS = 'poll:2,report:8'
const QUIET = 30_000
const ATTEMPTS = 20

const METRICS = { Nodes: 'nodes', Documents: 'documents', JSEventListeners: 'listeners', LayoutObjects: 'layout objects' } as const

export const addressOf = (url: string, { scenes, fade }: WallOptions): string => {
  const search = new URLSearchParams({ audit: '1', waits: WAITS, play: scenes.map((scene) => `${scene}:${DWELL}`).join(',') })
  if (fade !== undefined) search.set('fade', String(fade))
  return `${url}/wall?${search}`
}

/**
 * Waits for a quiet point, which is the same in every round: the shown scene has been asked for once more since it came. Until
 * then it depends on whether the first answer came before or after the change of scenes how many timers the page's cache has.
 */
async function untilQuiet(page: Page, since: number): Promise<void> {
  await page.waitForFunction((since) => globalThis.__soak?.idle() === true && globalThis.__soak.answered() > since, since, { timeout: QUIET, polling: 50 })
}

/** What is counted, and how many requests were made until then; nothing where something is under way. */
const countsOf = (page: Page) =>
  page.evaluate(() => {
    const soak = globalThis.__soak
    return soak?.idle() === true ? { counts: soak.counts(), notes: soak.notes(), requests: soak.requests() } : undefined
  })

interface Measured {
  readonly sample: Omit<Sample, 'rotation'>
  readonly requests: number
}

/** Bytes by which a heap moves by itself. */
const STANDS = 8_192

/** Collections in a row that free nothing are the end: one alone may have come upon a stack that still held something. */
const IN_VAIN = 2

/** What the engine counts, by its own names. */
type Engine = ReadonlyMap<string, number>

async function collectedOnce(cdp: CDPSession): Promise<Engine> {
  await cdp.send('HeapProfiler.collectGarbage')
  const { metrics } = await cdp.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** Whether less is left than there was: of the heap, or of anything that is counted. */
const frees = (before: Engine, now: Engine): boolean => {
  const freed = (name: string): number => (before.get(name) ?? Infinity) - (now.get(name) ?? Infinity)
  return freed('JSHeapUsedSize') > STANDS || Object.keys(METRICS).some((name) => freed(name) > 0)
}

/**
 * Collects until nothing more goes: what crosses from the engine's heap to the browser's and back needs several collections, and
 * turns of the page between them.
 */
async function collected(cdp: CDPSession): Promise<Engine> {
  let [least, vain] = [await collectedOnce(cdp), 0]
  while (vain < IN_VAIN) {
    const now = await collectedOnce(cdp)
    vain = frees(least, now) ? 0 : vain + 1
    if (vain === 0) least = now
  }
  return least
}

async function measured(page: Page, cdp: CDPSession): Promise<Measured | undefined> {
  const of = await collected(cdp)
  const counted = await countsOf(page)
  if (counted === undefined) return undefined
  const named = Object.fromEntries(Object.entries(METRICS).map(([metric, name]) => [name, of.get(metric) ?? Number.NaN]))
  const { counts, notes, requests } = counted
  return { requests, sample: { heap: of.get('JSHeapUsedSize') ?? Number.NaN, counts: { ...counts, ...named }, notes } }
}

async function sampleOf(page: Page, cdp: CDPSession, rotation: number): Promise<Sample> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Just behind an answer there is time until the next question.
    await untilQuiet(page, await page.evaluate(() => performance.timeOrigin + performance.now()))
    const requests = await page.evaluate(() => globalThis.__soak?.requests())
    const one = await measured(page, cdp)
    if (one !== undefined && one.requests === requests) return { rotation, ...one.sample }
  }
  throw new Error(`no quiet point in ${ATTEMPTS} attempts`)
}

const holdsMore = (before: Sample, now: Sample): boolean => Object.entries(now.counts).some(([name, count]) => count > (before.counts[name] ?? Infinity))

/**
 * Samples one after the other. One that holds more than the one before it is taken once more, at the next quiet point: what the
 * page keeps is there again, what a collection has come upon too early is not.
 */
function sampling(page: Page, cdp: CDPSession): OpenWall['sample'] {
  let before: Sample | undefined
  return async (rotation) => {
    const first = await sampleOf(page, cdp, rotation)
    before = before !== undefined && holdsMore(before, first) ? await sampleOf(page, cdp, rotation) : first
    return before
  }
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
    sample: sampling(page, cdp)
  }
}
