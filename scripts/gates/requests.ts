import type { Browser } from 'playwright-core'
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

/** Everything a fresh page asks for until the scene has painted. */
export async function requestsUntilPainted(browser: Browser, url: string): Promise<string[]> {
  const page = await browser.newPage({ viewport: WALL })
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  await page.goto(url)
  await page.waitForSelector('html[data-ready="true"]', { timeout: 60_000 })
  await page.close()
  return urls
}
