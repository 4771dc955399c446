import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packDocument } from '#mocks/fixtures/pack-quzhou.ts'
import { orderOf } from '#scripts/static/arguments.ts'
import { exportStatic, type Written } from '#scripts/static/write.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { apiAt } from '#tests/conformance/command.ts'
import { profiles } from '#tests/conformance/profiles.ts'
import { reportText } from '#tests/conformance/report.ts'
import { writeReport } from '#tests/conformance/reports.ts'
import { rules } from '#tests/conformance/rules.ts'
import { failedIds, runRules } from '#tests/conformance/run.ts'
import { createStaticServer } from '#tests/conformance/static-server.ts'
import { listening } from '#tests/conformance/running-server.ts'
import { must } from '#tests/support/panel-data.ts'
import { startApp } from './app.ts'
import { launch, untilPainted, watchedPage } from './browser.ts'
import { nginxOver, plainFileServer } from './static-servers.ts'

const SCENES = packDocument.scenes.map(({ id }) => id)
const home = makeTemporaryFolder()
/** All scenes without pictures, and one with them: what is tested of pictures is that they are there. */
const [whole, pictured] = [join(home, 'whole'), join(home, 'pictured')]
const SAYS = '静态 第 1 版'
/** What only a server answers, asked before it has gone. */
const ASKED = [
  '/api/v1/scenes/zonglan',
  '/api/v1/scenes/minzu?region=330881',
  '/api/v1/panels/huigui/river?region=330802',
  '/api/v1/observations?refArea=330881'
]

let browser: Browser
let written: Written
let nginx: Awaited<ReturnType<typeof nginxOver>>
let files: Awaited<ReturnType<typeof plainFileServer>>
let said: readonly string[]
const textAt = async (url: string): Promise<string> => (await fetch(url)).text()

/** The server ends before anything is opened. */
beforeAll(async () => {
  const app = await startApp()
  try {
    const orders = [orderOf([whole, '--url', app.url, '--no-pictures']), orderOf([pictured, '--url', app.url, '--scenes', 'minzu'])]
    const [first] = await Promise.all(orders.map(exportStatic))
    written = must(first)
    said = await Promise.all(ASKED.map((path) => textAt(app.url + path)))
  } finally {
    await app.stop()
  }
  ;[browser, nginx, files] = await Promise.all([launch(), nginxOver(whole), plainFileServer(whole)])
})
afterAll(async () => {
  await Promise.all([browser.close(), nginx.close(), files.close()])
  rmSync(home, { recursive: true, force: true })
})

interface Opened {
  readonly mark: string | null
  readonly text: string
  readonly states: readonly (string | null)[]
  readonly complaints: readonly string[]
  readonly requests: readonly string[]
}

/** A page, painted, and all that was said and asked until then. */
async function open(url: string, [width, height] = [1920, 1080]): Promise<Opened> {
  const { page, complaints, requests } = await watchedPage(browser, width, height)
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  await page.goto(url)
  await untilPainted(page)
  // A wall reports and listens two seconds behind its start; a desk lays in when it has time.
  await page.waitForTimeout(url.includes('/wall') ? 3_500 : 300)
  const mark = page.locator('[data-connection]')
  const opened = {
    mark: (await mark.count()) === 0 ? null : `${await mark.getAttribute('data-connection')}: ${await mark.innerText()}`,
    text: await page.evaluate(() => document.body.innerText),
    states: await page.$$eval('[data-panel]', (panels) => panels.map((panel) => panel.getAttribute('data-panel-state'))),
    complaints,
    requests
  }
  await page.close()
  return opened
}

const expectSound = ({ complaints, requests, states }: Opened, origin: string): void => {
  expect(complaints).toEqual([])
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(data|blob):/.test(url))).toEqual([])
  expect(requests.filter((url) => /\/(events|walls|remote)\b/.test(new URL(url).pathname))).toEqual([])
  expect(states.length).toBeGreaterThan(0)
  expect(states).toEqual(expect.not.arrayContaining(['empty', 'error', 'loading', 'offline']))
}

describe("Debian's nginx over the exported folder", () => {
  it.concurrent.each(SCENES)('shows %s without a complaint and says what it is', async (scene) => {
    const opened = await open(`${nginx.url}/?scene=${scene}`)
    expectSound(opened, nginx.url)
    expect(opened.mark).toBe(`static: ${SAYS}`)
  })

  it('answers with queries as the server did, and with 404 for another release', async () => {
    expect(await Promise.all(ASKED.map((path) => textAt(nginx.url + path)))).toEqual(said)
    expect(new Set(said).size).toBe(ASKED.length)
    expect(await textAt(`${nginx.url}${ASKED[0]}?release=1`)).toBe(said[0])
    expect((await fetch(`${nginx.url}${ASKED[0]}?release=2`)).status).toBe(404)
    expect((await fetch(`${nginx.url}${ASKED[0]}?region=999999`)).status).toBe(404)
    expect((await fetch(`${nginx.url}/nothing`)).status).toBe(404)
  })

  it('shows a county, a briefing, an embed and a wall', async () => {
    const county = await open(`${nginx.url}/?scene=zonglan&region=330881`)
    expectSound(county, nginx.url)
    expect(county.requests.filter((url) => url.endsWith('/zonglan@region=330881.json'))).toHaveLength(1)
    const pages = ['/brief/minzu', '/embed/panel/huigui/river', '/wall']
    for (const opened of await Promise.all(pages.map((path) => open(nginx.url + path)))) expectSound(opened, nginx.url)
  })

  it('degrades to the release that is there', async () => {
    const { complaints, mark } = await open(`${nginx.url}/?scene=zonglan&release=7`)
    expect([complaints, mark]).toEqual([[], `static: ${SAYS}`])
    expect((await open(`${nginx.url}/?scene=zonglan&release=1`)).mark).toBe('static: 第 1 版存档')
  })

  it('passes the profile static of the conformance suite', async () => {
    const outcomes = await runRules(rules, apiAt(nginx.url), profiles.static)
    writeReport('static-export', reportText(nginx.url, profiles.static, outcomes))
    expect(failedIds(outcomes)).toEqual([])
    expect(outcomes.filter(({ state }) => state === 'passed').length).toBeGreaterThan(20)
    expect(nginx.complaints()).not.toMatch(/\[(warn|error|crit|alert|emerg)\]/)
  })
})

describe('any file server over it', () => {
  it('shows scenes, a county, a briefing, an embed and a wall by file names alone', async () => {
    const pages = ['/?scene=minzu&region=330802', '/wall', '/brief/minzu', '/embed/panel/huigui/river']
    for (const opened of await Promise.all(pages.map((path) => open(files.url + path)))) expectSound(opened, files.url)
  })

  it('passes the profile static where the server adds .json', async () => {
    const { api, close } = await listening(createStaticServer(whole))
    expect(failedIds(await runRules(rules, api, profiles.static))).toEqual([])
    await close()
  })
})

describe('pictures', () => {
  it('lie beside the answers, and open', async () => {
    const site = await nginxOver(pictured)
    const panels = must(packDocument.scenes.find(({ id }) => id === 'minzu')).panels.map(({ id }) => id)
    const typesOf = async (kind: string): Promise<string[]> => {
      const replies = await Promise.all(panels.map((id) => fetch(`${site.url}/api/v1/panels/minzu/${id}.${kind}?width=900`)))
      return replies.flatMap(({ ok, headers }) => (ok ? [headers.get('content-type') ?? ''] : []))
    }
    for (const [kind, type] of [
      ['svg', 'image/svg+xml; charset=utf-8'],
      ['png', 'image/png'],
      ['csv', 'text/csv; charset=utf-8']
    ] as const)
      expect(await typesOf(kind), kind).toEqual(panels.map(() => type))
    const { page, complaints } = await watchedPage(browser, 900, 700)
    await page.goto(`${site.url}/api/v1/panels/minzu/${panels[0]}.svg`)
    expect(await page.evaluate(() => document.querySelectorAll('svg text').length)).toBeGreaterThan(3)
    expect(complaints).toEqual([])
    await page.close()
    await site.close()
  })

  it('and so do the scene as a document and the pack of that scene alone', () => {
    expect(readFileSync(join(pictured, 'api/v1/scenes/minzu.pptx')).subarray(0, 2).toString()).toBe('PK')
    const pack: unknown = JSON.parse(readFileSync(join(pictured, 'api/v1/pack.json'), 'utf8'))
    expect(pack).toMatchObject({ scenes: [{ id: 'minzu' }] })
  })
})

it('the folder says what is in it', () => {
  const note = readFileSync(join(whole, '说明.txt'), 'utf8')
  expect(written).toMatchObject({ release: 1, scenes: SCENES.length, files: 0 })
  for (const words of ['数据停在第 1 版', `${written.answers} 份数据`, 'nginx.conf', 'python3 -m http.server']) expect(note).toContain(words)
})
