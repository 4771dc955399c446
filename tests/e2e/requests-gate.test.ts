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

/** A page that fetches so many scripts, paints, and fetches two fonts beside. */
async function findingsFor(scripts: number): Promise<readonly string[]> {
  const tags = Array.from({ length: scripts }, (_tag, index) => `<script src="/${index}.js"></script>`).join('')
  const page = `<!doctype html><html lang="zh-CN"><link rel="icon" href="data:,"><link rel="stylesheet" href="/fonts/fonts.css"><link rel="stylesheet" href="/fonts/more.css">${tags}<script src="/last.js"></script></html>`
  const site = await serving(({ url = '' }, response) => {
    response.writeHead(200, { 'content-type': url === '/' ? 'text/html' : url.endsWith('.css') ? 'text/css' : 'text/javascript' })
    response.end(url === '/' ? page : url === '/last.js' ? 'document.documentElement.dataset.ready = "true"' : '')
  })
  const { findings } = requestsResult(await requestsUntilPainted(browser, `${site.url}/`))
  await site.close()
  return findings
}

it('lets ten requests pass, fonts aside', async () => expect(await findingsFor(8)).toEqual([]))

it('canary: an eleventh request closes the gate', async () => expect(await findingsFor(9)).toEqual([expect.stringContaining('首屏 11 个请求，超过 10')]))
