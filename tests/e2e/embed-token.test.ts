import { createHmac, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Browser, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { must } from '#tests/support/panel-data.ts'
import { startApp, type App } from './app.ts'
import { launch } from './browser.ts'
import { mountingPage } from './host-page.ts'

const SECRET = 'a-secret-for-tests-of-more-than-32-characters'
let app: App
let browser: Browser
/** Tickets that the host's back end has made. */
let made: string[] = []
/** How long each is good for, in seconds; none is made once they are used up. */
let lives: number[] = []

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** As the documentation has it for hosts. */
function ticket(seconds: number): string {
  const now = Math.floor(Date.now() / 1_000)
  const body = `${part({ alg: 'HS256', typ: 'ticket+jwt' })}.${part({ panel: 'huigui/definitions', theme: 'ink', aud: 'tongxin-screen', iat: now, exp: now + seconds, jti: randomUUID() })}`
  return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`
}

/** A page with an embed, and its back end, which makes tickets. */
const host = createServer(({ url }, response) => {
  const life = lives.shift()
  if (url === '/ticket') {
    const text = life === undefined ? undefined : ticket(life)
    if (text !== undefined) made.push(text)
    response.writeHead(text === undefined ? 403 : 200, { 'content-type': 'text/plain' })
    return response.end(text ?? '')
  }
  if (life !== undefined) lives.unshift(life)
  const refresh = `async () => { const answer = await fetch('/ticket'); if (!answer.ok) throw new Error('no ticket'); return answer.text() }`
  response.writeHead(200, { 'content-type': 'text/html' })
  return response.end(mountingPage(app.url, `{ panel: 'zonglan/results', refresh: ${refresh} }`))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
  app = await startApp({ env: { ACCESS: 'token', TOKEN_SECRET: SECRET, EMBED_ORIGINS: '*' } })
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  host.close()
})

/** How much of what was answered lies in the browser; runs in the page. */
const storedAnswers = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('tongxin-embed')
    opening.addEventListener('error', () => reject(new Error('no store')))
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('answers').objectStore('answers').count()
      counting.addEventListener('success', () => resolve(counting.result))
    })
  })

async function open(given: readonly number[]) {
  ;[made, lives] = [[], [...given]]
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } })
  onTestFinished(() => page.close())
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  const address = host.address()
  await page.goto(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/`)
  const frame = must(await (await page.waitForSelector('iframe', { timeout: 60_000 })).contentFrame())
  return { page, frame, requests }
}

describe('an embed of a server that asks for tokens', () => {
  it('shows what its ticket says, gets the next one in time, and shows nothing once there is none', async () => {
    const { page, frame, requests } = await open([30, 20])
    const figure = '.embed-body [data-figure="xxt.projects@330800"]'
    await frame.waitForSelector(figure, { timeout: 25_000 })
    // The ticket's panel and theme, not the address's.
    expect(await frame.evaluate(() => [location.pathname, document.documentElement.dataset.theme])).toEqual(['/embed/panel/zonglan/results', 'ink'])
    await expect.poll(() => made.length, { timeout: 40_000 }).toBe(2)
    await page.waitForTimeout(2_000)
    expect(await frame.textContent(figure)).toBe('958个')
    await frame.waitForSelector('text=嵌入授权已过期，请刷新本页', { timeout: 40_000 })
    expect(await frame.$$eval('[data-figure], [data-value], canvas', (figures) => figures.length)).toBe(0)
    expect(await frame.evaluate(storedAnswers)).toBe(0)
    const traces = [
      ...requests.map((request) => request.url()),
      ...(await Promise.all(requests.map(async (request) => (await request.allHeaders())['referer'] ?? ''))),
      ...(await frame.evaluate(() => [
        document.title,
        location.href,
        document.documentElement.outerHTML,
        JSON.stringify(history.state),
        JSON.stringify(Object.entries(localStorage))
      ])),
      app.output()
    ].join('\n')
    expect(made).toHaveLength(2)
    for (const text of made) expect(traces).not.toContain(text.split('.')[2])
  })

  it('shows nothing without a ticket', async () => {
    const { frame, requests } = await open([])
    await frame.waitForSelector('text=无权查看', { timeout: 40_000 })
    expect(await frame.$$eval('[data-figure], [data-value]', (figures) => figures.length)).toBe(0)
    // It has not even asked for figures.
    expect(requests.filter((request) => request.url().includes('/api/v1/panels'))).toEqual([])
  })

  it('takes a ticket from behind the address of a plain frame, once', async () => {
    const page = await browser.newPage()
    onTestFinished(() => page.close())
    await page.goto(`${app.url}/embed/panel/huigui/definitions#token=${ticket(60)}`)
    await page.waitForSelector('html[data-ready="true"] [data-figure]', { timeout: 30_000 })
    expect(page.url()).toBe(`${app.url}/embed/panel/huigui/definitions`)
    await page.reload()
    await page.waitForSelector('text=无权查看')
  })
})
