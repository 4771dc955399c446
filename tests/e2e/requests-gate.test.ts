import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { requestsResult, requestsUntilPainted } from '#scripts/gates/requests.ts'
import { serving } from '#tests/conformance/running-server.ts'
import { launch } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

const PAINT = 'document.documentElement.dataset.ready = "true"'
const tagsOf = (scripts: number): string => Array.from({ length: scripts }, (_tag, index) => `<script src="/${index}.js"></script>`).join('')

/** A page that fetches scripts, so many at its first visit and so many at the next, then does the last, and fetches two fonts beside. */
async function findingsFor(visits: readonly number[], last = PAINT): Promise<readonly string[]> {
  let visit = 0
  const page = (): string =>
    `<!doctype html><html lang="zh-CN"><link rel="icon" href="data:,"><link rel="stylesheet" href="/fonts/fonts.css"><link rel="stylesheet" href="/fonts/more.css">${tagsOf(visits[visit++] ?? 0)}<script src="/last.js"></script></html>`
  const site = await serving(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': url === '/' ? 'text/html' : url.endsWith('.css') ? 'text/css' : 'text/javascript' })
    response.end(url === '/' ? page() : url === '/last.js' ? last : '')
  })
  const { findings } = requestsResult(await requestsUntilPainted(browser, `${site.url}/`))
  await site.close()
  return findings
}

it('lets ten requests pass, fonts aside', async () => expect(await findingsFor([8])).toEqual([]))

it('canary: an eleventh request closes the gate', async () => expect(await findingsFor([9])).toEqual([expect.stringContaining('首屏 11 个请求，超过 10')]))

it('does not count what is asked for once the page has painted', async () => {
  expect(await findingsFor([8], `${PAINT}; setTimeout(() => fetch('/more.js'))`)).toEqual([])
})

it('canary: counts what is asked for just before', async () => {
  expect(await findingsFor([8], `fetch('/more.js'); ${PAINT}`)).toEqual([expect.stringContaining('首屏 11 个请求')])
})

it('looks at another page where one was late to paint', async () => {
  expect(await findingsFor([9, 8, 8], `setTimeout(() => { ${PAINT} }, 4_100)`)).toEqual([])
})
