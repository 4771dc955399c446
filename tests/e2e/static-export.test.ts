import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packDocument } from '#mocks/fixtures/pack-quzhou.ts'
import { orderOf } from '#scripts/static/arguments.ts'
import { exportStatic } from '#scripts/static/write.ts'
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
import { launch, untilPainted } from './browser.ts'
import { mountingPage, startHost } from './host-page.ts'
import { ABSENT, found, statusesOfReleases, unlikeFile, USUAL } from './static-addresses.ts'
import { expectDone, expectNoSuchRelease } from './static-clicks.ts'
import { filesIn, hashesIn, statusesWhile, unlikeServer } from './static-folder.ts'
import { expectSound, listen, noteAtFirst, open } from './static-pages.ts'
import { fileServer, nginxOver, servePy, type Site } from './static-servers.ts'

const SCENES = packDocument.scenes.map(({ id }) => id)
const home = makeTemporaryFolder()
/** All there is, and one scene without pictures. */
const [whole, few] = [join(home, 'whole'), join(home, 'few')]
const SAYS = '静态 第 1 版'
/** What only a server answers, asked before it has gone. */
const ASKED = [
  '/api/v1/scenes/zonglan',
  '/api/v1/scenes/minzu?region=330881',
  '/api/v1/panels/huigui/river?region=330802',
  '/api/v1/observations?refArea=330881'
]
const HEADERS = [
  'content-type',
  'cache-control',
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'access-control-allow-origin',
  'cross-origin-resource-policy'
]

let browser: Browser
let written: Awaited<ReturnType<typeof exportStatic>>
let nginx: Awaited<ReturnType<typeof nginxOver>>
let files: Site
let said: readonly string[]
/** What was in the folder before it was written once more. */
let first: ReturnType<typeof hashesIn>
let unlike: readonly string[]
/** What was answered while a folder took another one's place. */
let statuses: readonly number[]
const lines: string[] = []
const textAt = async (url: string): Promise<string> => (await fetch(url)).text()

/** The server ends before anything is opened. */
beforeAll(async () => {
  const app = await startApp()
  try {
    const orders = [[whole], [few, '--scenes', 'minzu', '--no-pictures']].map((words) => orderOf([...words, '--url', app.url]))
    written = await exportStatic(must(orders[0]), (line) => lines.push(line))
    first = hashesIn(whole)
    await exportStatic(must(orders[1]))
    said = await Promise.all(ASKED.map((path) => textAt(app.url + path)))
    unlike = await unlikeServer(whole, app.url, written.downloads, SCENES)
    nginx = await nginxOver(whole)
    const addresses = ['/wall', '/api/v1/scenes/zonglan'].map((path) => nginx.url + path)
    statuses = await statusesWhile(addresses, () => exportStatic(must(orders[0])))
  } finally {
    await app.stop()
  }
  ;[browser, files] = await Promise.all([launch(), fileServer(whole)])
})
afterAll(async () => {
  await Promise.all([browser.close(), nginx.close(), files.close()])
  rmSync(home, { recursive: true, force: true })
})

describe('the folder', () => {
  it('has every picture, table and document of the release, byte for byte as the server makes them', () => {
    const documents = SCENES.flatMap((id) => [`/api/v1/scenes/${id}.pptx`, `/api/v1/scenes/${id}.xlsx`])
    expect(written.downloads).toEqual(expect.arrayContaining([...documents, '/api/v1/decks.pptx', '/api/v1/decks.xlsx']))
    const panels = packDocument.scenes.flatMap(({ id, panels: all }) => all.map((panel) => `/api/v1/panels/${id}/${panel.id}`))
    expect(written.downloads.filter((path) => /\.(svg|png|csv)$/.test(path)).length).toBe(3 * panels.length)
    expect(unlike).toEqual([])
  })

  it('is the same when it is written once more', () => {
    expect(Object.keys(first).length).toBe(written.files)
    expect(hashesIn(whole)).toEqual(first)
  })

  it('takes the place of an earlier one under a server without one answer missing', () => {
    expect(statuses.length).toBeGreaterThan(100)
    expect(statuses.filter((status) => status !== 200)).toEqual([])
  })

  it('says what is in it, and told how far it was', () => {
    const note = readFileSync(join(whole, '说明.txt'), 'utf8')
    expect(written).toMatchObject({ release: 1, scenes: SCENES.length, files: filesIn(whole).length, troubles: [] })
    expect(lines).toEqual(expect.arrayContaining([`第 1 版，${SCENES.length} 个场景`, expect.stringMatching(/^图片和文件 (\d+)\/\1$/)]))
    for (const words of ['数据停在第 1 版', `${written.answers} 份数据`, 'nginx.conf', 'python3 serve.py', 'Windows']) expect(note).toContain(words)
  })

  it('has the scenes that were asked for alone', () => {
    expect(JSON.parse(readFileSync(join(few, 'api/v1/pack.json'), 'utf8'))).toMatchObject({ scenes: [{ id: 'minzu' }] })
    expect(filesIn(few).filter((path) => /zonglan|\.(svg|pptx|csv)$/.test(path))).toEqual([])
  })
})

describe("Debian's nginx over it", () => {
  it.concurrent('says why nothing starts where it was opened with a double click, or scripts do not run', async () => {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(join(whole, 'index.html')).href)
    expect(await page.isVisible('text=页面没有启动')).toBe(true)
    // As Windows may say of scripts.
    await page.route('**/*.js', async (route) => route.fulfill({ response: await route.fetch(), contentType: 'text/plain' }))
    expect(await noteAtFirst(page, nginx.url)).toBe('hidden')
    await page.waitForSelector('text=页面没有启动')
    await page.waitForLoadState()
    await page.close()
  })

  it.concurrent.each(SCENES)('shows %s, then on a tablet, without a word in the console and says what it is', async (scene) => {
    const opened = await open(browser, `${nginx.url}/?scene=${scene}`, true)
    expectSound(opened, nginx.url)
    expect(opened.inHand.length).toBeGreaterThan(0)
    expect(opened.mark).toBe(`static: ${SAYS}`)
  })

  it('answers with queries as the server did, and with 404 for another release', async () => {
    expect(await Promise.all(ASKED.map((path) => textAt(nginx.url + path)))).toEqual(said)
    expect(new Set(said).size).toBe(ASKED.length)
    expect(await textAt(`${nginx.url}${ASKED[0]}?release=1`)).toBe(said[0])
    for (const nothing of [`${ASKED[0]}?release=2`, `${ASKED[0]}?region=999999`, '/nothing']) expect((await fetch(nginx.url + nothing)).status).toBe(404)
  })

  it('never answers with the file of another release, place, look, figure or choice', async () => {
    expect(await found(nginx.url, ABSENT)).toEqual([])
    expect(await unlikeFile(nginx.url, whole, USUAL)).toEqual([])
  })

  it('gives files by their types, whatever width is asked for', async () => {
    const kinds = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png', csv: 'text/csv; charset=utf-8' }
    for (const [kind, type] of Object.entries(kinds))
      expect((await fetch(`${nginx.url}/api/v1/panels/minzu/skyline.${kind}?width=900`)).headers.get('content-type'), kind).toBe(type)
    expect((await fetch(`${nginx.url}/api/v1/decks.pptx`)).headers.get('content-type')).toContain('presentationml.presentation')
  })

  it.concurrent('shows a county', async () => {
    const county = await open(browser, `${nginx.url}/?scene=zonglan&region=330881`)
    expectSound(county, nginx.url)
    expect(county.requests.filter((url) => url.endsWith('/zonglan@region=330881.json'))).toHaveLength(1)
  })

  it.concurrent.each(['/wall', '/brief/minzu', '/embed/panel/huigui/river'])('shows %s', async (path) => {
    expectSound(await open(browser, nginx.url + path), nginx.url)
  })

  it('degrades to the release that is there', async () => {
    const { complaints, mark } = await open(browser, `${nginx.url}/?scene=zonglan&release=7`)
    expect([complaints, mark]).toEqual([[], `static: ${SAYS}`])
    expect((await open(browser, `${nginx.url}/?scene=zonglan&release=1`)).mark).toBe('static: 第 1 版存档')
    await expectNoSuchRelease(browser, nginx.url)
  })

  it.concurrent('does all that is clicked on', () => expectDone(browser, nginx.url))

  it('passes the profile static of the conformance suite', async () => {
    const outcomes = await runRules(rules, apiAt(nginx.url), profiles.static)
    writeReport('static-export', reportText(nginx.url, profiles.static, outcomes))
    expect(failedIds(outcomes)).toEqual([])
    expect(outcomes.filter(({ state }) => state === 'passed').length).toBeGreaterThan(20)
    expect(nginx.complaints()).not.toMatch(/\[(warn|error|crit|alert|emerg)\]/)
  })

  it('is embedded by a script on a page of another origin that it is told of', async () => {
    const host = await startHost({ '/': () => mountingPage(site.url, `{ panel: 'huigui/river' }`) })
    const site = await nginxOver(whole, `'self' ${new URL(host.url()).origin}`)
    const { page, complaints } = await listen(browser)
    await page.goto(host.url())
    const frame = must(await (await page.waitForSelector('iframe')).contentFrame())
    await frame.waitForSelector('[data-panel-state="live"]')
    expect(complaints).toEqual([])
    await page.close()
    host.stop()
    await site.close()
  })
})

describe('what needs a server', () => {
  it('is not among the tools; what can be downloaded is what there is', async () => {
    const { page, complaints } = await listen(browser)
    await page.goto(`${nginx.url}/?scene=minzu&region=330802`)
    await untilPainted(page)
    await page.click('[data-tool="share"]')
    expect(await page.locator('[data-tool]').evaluateAll((tools) => tools.map((tool) => tool.getAttribute('data-tool')))).not.toContain('cast')
    await page.getByRole('button', { name: '引用与嵌入' }).click()
    const links = page.locator('[data-static-files] a')
    await links.first().waitFor()
    expect(await links.allInnerTexts()).toEqual(['下载 本场景 PowerPoint', '下载 本场景 工作簿', '下载 全部场景 PowerPoint', '下载 全部场景 工作簿'])
    await page.getByLabel('内容').selectOption({ index: 1 })
    await page.getByRole('link', { name: '下载 CSV' }).waitFor()
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect(addresses.map((address) => address.split('.').at(-1))).toEqual(['png', 'svg', 'csv'])
    for (const address of addresses) expect((await fetch(nginx.url + address)).status).toBe(200)
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each(['/remote', '/walls'])('%s says so, and asks nobody', async (path) => {
    const { page, complaints, requests } = await listen(browser, [390, 844])
    await page.goto(nginx.url + path)
    await untilPainted(page)
    expect(await page.innerText('[data-no-server]')).toContain('这里是静态文件，没有服务器。')
    expect([complaints, requests.filter((url) => url.includes('/api/'))]).toEqual([[], []])
    await page.close()
  })
})

describe("Python's own file server over it", () => {
  it.concurrent.each(SCENES)('shows %s by file names alone', async (scene) => {
    expectSound(await open(browser, `${files.url}/?scene=${scene}`), files.url)
  })

  it.concurrent.each(['/wall', '/?scene=minzu&region=330802', '/brief/minzu', '/embed/panel/huigui/river'])('shows %s', async (path) => {
    expectSound(await open(browser, files.url + path), files.url)
  })

  it('may go once a page has been there for a while', async () => {
    const site = await fileServer(few)
    const context = await browser.newContext({ viewport: { width: 1180, height: 820 } })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    // What leads to a slash is answered by the worker from here on.
    await page.goto(`${site.url}/wall`)
    await untilPainted(page)
    await page.waitForTimeout(1_000)
    await site.close()
    for (const path of ['/', '/wall']) {
      await page.goto(site.url + path)
      await untilPainted(page)
      expect(await page.getAttribute('[data-connection]', 'data-connection')).toBe('offline')
    }
    await context.close()
  })

  it('passes the profile static where the server adds .json', async () => {
    const { api, close } = await listening(createStaticServer(whole))
    expect(failedIds(await runRules(rules, api, profiles.static))).toEqual([])
    await close()
  })
})

describe('serve.py', () => {
  it('never answers with the file of another release, place, look, figure or choice', async () => {
    const site = await servePy(whole)
    expect(await found(site.url, ABSENT)).toEqual([])
    expect(await unlikeFile(site.url, whole, USUAL)).toEqual([])
    await site.close()
  })

  it('knows, and so does nginx, which release lies there now; no rule is of one folder', async () => {
    const rules = [whole, few].map((folder) => readFileSync(join(folder, 'nginx.conf'), 'utf8').replace(folder, ''))
    expect(rules[0]).toBe(rules[1])
    for (const start of [nginxOver, servePy]) expect(await statusesOfReleases(few, start)).toEqual({ before: [200, 404], after: [404, 200] })
  })

  it('answers as nginx does, headers and all', async () => {
    const site = await servePy(whole)
    const paths = [
      ...ASKED,
      `${ASKED[0]}?release=2`,
      '/',
      '/wall',
      '/brief/minzu',
      '/embed/panel/huigui/river',
      '/embed.js',
      '/api/v1/scenes/minzu.xlsx',
      '/nothing'
    ]
    for (const path of paths) {
      const [one, other] = await Promise.all([fetch(site.url + path), fetch(nginx.url + path)])
      const seen = ({ status, headers }: Response): unknown[] => [status, ...(status === 200 ? HEADERS.map((name) => headers.get(name)) : [])]
      expect(seen(one), path).toEqual(seen(other))
      if (one.ok) expect(await one.text(), path).toBe(await other.text())
    }
    expect(failedIds(await runRules(rules, apiAt(site.url), profiles.static))).toEqual([])
    await site.close()
  })
})
