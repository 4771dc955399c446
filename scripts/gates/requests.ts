import type { Browser, Page } from 'playwright-core'
import type { GateResult } from './gate.ts'

const LIMIT = 10

const counts = (url: string): boolean => url.startsWith('http') && !new URL(url).pathname.startsWith('/fonts/')

/** What a page fetched, fonts aside: their number depends on the glyphs that the figures need. */
export function requestsResult(urls: readonly string[]): GateResult {
  const counted = urls.filter(counts)
  const list = counted.map((url) => new URL(url).pathname).join(' ')
  return { measured: `${counted.length} 个请求 / ${LIMIT}`, findings: counted.length > LIMIT ? [`首屏 ${counted.length} 个请求，超过 ${LIMIT}：${list}`] : [] }
}

const WALL = { width: 1920, height: 1080 }
/** Milliseconds after which a page that has not painted yet fetches what it needs later all the same. */
const LATE = 4_000
const TRIES = 3

interface Painted {
  readonly urls: readonly string[]
  /** Milliseconds since the page began. */
  readonly after: number
}

/** In the page, where nothing is known of what surrounds it here: no function in it may have a name, since a compiler would note that. */
function tellWhenPainted(): void {
  new MutationObserver(() => {
    if (document.documentElement.dataset['ready'] === 'true') Reflect.get(globalThis, 'tellPainted')(performance.now())
  }).observe(document, { subtree: true, attributeFilter: ['data-ready'] })
}

/** The page itself tells when, in the order in which it asks: what it fetches next is not counted, however late that is heard here. @throws what the page throws */
async function fetchedBy(page: Page, url: string): Promise<Painted> {
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  let tell: (painted: Painted) => void = () => undefined
  const told = new Promise<Painted>((resolve, reject) => {
    tell = resolve
    page.on('pageerror', reject)
  })
  await page.exposeFunction('tellPainted', (after: number) => tell({ urls: [...urls], after }))
  await page.addInitScript(tellWhenPainted)
  const [painted] = await Promise.all([told, page.goto(url), page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })])
  return painted
}

async function paintedOnce(browser: Browser, url: string, viewport: typeof WALL): Promise<Painted> {
  const page = await browser.newPage({ viewport })
  const painted = await fetchedBy(page, url)
  await page.close()
  return painted
}

/** Everything a fresh page asks for until the scene has painted. One that is late says nothing of that: another is looked at. */
export async function requestsUntilPainted(browser: Browser, url: string, viewport = WALL): Promise<readonly string[]> {
  let seen = await paintedOnce(browser, url, viewport)
  for (let tries = 1; seen.after > LATE && tries < TRIES; tries += 1) seen = await paintedOnce(browser, url, viewport)
  return seen.urls
}
