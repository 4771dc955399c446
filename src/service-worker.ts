/**
 * What walls and desks need to start without a network: their pages and everything the pages load, kept per build and only as a
 * whole. The network comes first for a page, so that a new build is never held back; figures are none of its business.
 */
import { leadsToSignIn, routeOf, STORED_PAGES, type StoredPage } from './worker-routes.ts'

declare const BUILD: string
/** Addresses of the scripts and styles of this build. */
declare const FILES: readonly string[]

interface ExtendableEvent extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void
}
interface FetchEvent extends Event {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}
interface Listeners {
  (type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void
  (type: 'fetch', listener: (event: FetchEvent) => void): void
  (type: 'message', listener: (event: ExtendableEvent & MessageEvent<unknown>) => void): void
}
/** The part of a service worker's scope that is used here: its types and those of a page exclude each other. */
const worker = globalThis as unknown as {
  readonly addEventListener: Listeners
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly location: Location
}

const SHELL = 'shell-'
const OWN = `${SHELL}${BUILD}`
/** What is fetched beside the shell: slices of fonts, chunks of a build that is still being installed. */
const EXTRAS = 'extras'
const NOTES = 'notes'
const BAD = '/bad-builds'
const PATIENCE = 4_000
const KEPT_SHELLS = 2
const KEPT_EXTRAS = 300

/** The build of a page that is there to its end; what was cut on the way starts nothing. */
const buildOf = (html: string): string | undefined =>
  html.trimEnd().endsWith('</html>') ? /<meta name="build" content="([0-9a-f]{12})"/.exec(html)?.[1] : undefined

/** What pages outside of the screen paint beyond it. */
const OUTSIDE = /-outside[-.]/

/** The fonts that the page's first style sheet names for the screen. */
async function fontFiles(): Promise<string[]> {
  const response = await fetch('/fonts/fonts.css', { cache: 'no-cache' })
  const urls = response.ok ? [...(await response.text()).matchAll(/url\(["']?([^"')]+)["']?\)/g)] : []
  return urls.map(([, url = '']) => new URL(url, response.url).pathname).filter((path) => !OUTSIDE.test(path))
}

/** File servers lead to a folder's page by way of its slash, and nobody may be shown what came by a detour under the first address. */
const direct = (page: Response, html: string): Response => (page.redirected ? new Response(html, { headers: page.headers }) : page)

async function fetchPage(path: StoredPage): Promise<readonly [StoredPage, Response]> {
  const page = await fetch(path, { cache: 'reload', headers: { accept: 'text/html' } })
  const html = await page.clone().text()
  if (!page.ok || buildOf(html) !== BUILD) throw new Error(`the page is not of build ${BUILD}`)
  return [path, direct(page, html)]
}

/** All or nothing: a shell that lacks a file would not start. The pages come last: they say that it is whole. */
async function keepShell(): Promise<void> {
  const pages = await Promise.all(STORED_PAGES.map(fetchPage))
  const cache = await caches.open(OWN)
  await cache.addAll([...FILES, '/guard.js', '/safe.js', '/fonts/fonts.css', ...(await fontFiles())])
  for (const [path, page] of pages) await cache.put(path, page)
}

/** The shell of a build is kept once, for the wall's registration and the desk's. */
async function install(): Promise<void> {
  if (!(await isWhole(OWN))) await keepShell()
  await worker.skipWaiting()
}

const badBuilds = async (): Promise<readonly string[]> => {
  const noted = await (await caches.open(NOTES)).match(BAD)
  return noted === undefined ? [] : ((await noted.json()) as string[])
}

async function noteBad(build: string): Promise<void> {
  const bad = [...new Set([...(await badBuilds()), build])].slice(-5)
  await (await caches.open(NOTES)).put(BAD, Response.json(bad))
}

/** A shell of a build from before desks were kept has the wall's page alone. */
const isWhole = async (name: string): Promise<boolean> => (await caches.has(name)) && (await (await caches.open(name)).match('/wall')) !== undefined

/** Shells that are complete, the newest first. */
async function shells(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL))
  const whole = await Promise.all(names.map(async (name) => ((await isWhole(name)) ? [name] : [])))
  return whole.flat().toReversed()
}

/** Shells before the last two go, and what came beside them when there is too much of it. */
async function activate(): Promise<void> {
  const kept = new Set([OWN, ...(await shells()).filter((name) => name !== OWN).slice(0, KEPT_SHELLS - 1)])
  await Promise.all((await caches.keys()).filter((name) => name.startsWith(SHELL) && !kept.has(name)).map((name) => caches.delete(name)))
  const extras = await caches.open(EXTRAS)
  const requests = await extras.keys()
  await Promise.all(requests.slice(0, Math.max(0, requests.length - KEPT_EXTRAS)).map((request) => extras.delete(request)))
  await worker.clients.claim()
}

/** The page of the newest build that has not failed to start here. */
async function storedPage(path: StoredPage): Promise<Response | undefined> {
  const bad = await badBuilds()
  for (const name of await shells()) {
    const page = await (await caches.open(name)).match(path)
    if (page !== undefined && !bad.includes(name.slice(SHELL.length))) return page
  }
  return undefined
}

/** A desk whose stored page the browser has cleared, without a network: who holds it is told, in the system's own type, and it tries again. */
const CLEARED = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="dark light">
<meta http-equiv="refresh" content="10"><title>离线页面已被清除</title><style>body{max-width:34em;margin:18vh auto;padding:0 1.5em;font:1.125em/1.7 sans-serif}a{display:inline-block;padding:.6em 1.2em;border:1px solid;border-radius:.3em;color:inherit;text-decoration:none}</style>
<h1>离线页面已被浏览器清除</h1><p>现在连不上服务器，本机存的页面又被浏览器清掉了（存储空间不足，或有人清除了浏览数据）。</p><p>请接上网络后再打开，页面会重新存到本机。每 10 秒自动再试一次。</p><p><a href="">现在再试</a></p></html>`

async function withoutNetwork(request: Request, path: StoredPage): Promise<Response> {
  const stored = await storedPage(path)
  if (stored !== undefined) return stored
  if (path === '/wall') return fetch(request)
  return fetch(request).catch(() => new Response(CLEARED, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } }))
}

/** The whole answer, in time. */
async function fetched(request: Request, isWanted = (response: Response): boolean => response.ok): Promise<Response> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  try {
    const response = await fetch(request, { signal: controller.signal })
    if (!isWanted(response)) throw new Error(String(response.status))
    await response.clone().arrayBuffer()
    return response
  } finally {
    clearTimeout(timer)
  }
}

/** From the network when it gives a page of ours in time; an error page, a login page or silence is answered from the store. */
async function page(request: Request, path: StoredPage): Promise<Response> {
  const handedOn = (response: Response): boolean => leadsToSignIn(path, response)
  try {
    const response = await fetched(request, (it) => it.ok || handedOn(it))
    if (handedOn(response)) return response
    const build = buildOf(await response.clone().text())
    if (build === undefined || (await badBuilds()).includes(build)) throw new Error('not our page')
    return response
  } catch {
    return withoutNetwork(request, path)
  }
}

/** A login page in place of a script or a style sheet is none, whatever its status. */
function notHtml(response: Response): Response {
  if ((response.headers.get('content-type') ?? '').includes('html')) throw new Error('a page in place of a file')
  return response
}

/** What never changes under its name comes from the store. */
async function immutable(request: Request): Promise<Response> {
  const stored = await caches.match(request)
  if (stored !== undefined) return stored
  const response = await fetch(request)
  if (response.ok) await (await caches.open(EXTRAS)).put(request, notHtml(response).clone())
  return response
}

/** What may change comes from the network, or else as it was. */
async function changing(request: Request): Promise<Response> {
  try {
    return notHtml(await fetched(request))
  } catch (error) {
    const stored = await caches.match(request)
    if (stored === undefined) throw error
    return stored
  }
}

function answerTo(request: Request): Promise<Response> | undefined {
  const route = routeOf(request, worker.location.origin)
  if (route === undefined) return undefined
  if (route.kind === 'page') return page(request, route.stored)
  return route.kind === 'immutable' ? immutable(request) : changing(request)
}

worker.addEventListener('install', (event) => event.waitUntil(install()))
worker.addEventListener('activate', (event) => event.waitUntil(activate()))
worker.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request)
  if (answer !== undefined) event.respondWith(answer)
})
worker.addEventListener('message', (event) => {
  const message = event.data
  if (typeof message === 'object' && message !== null && 'bad' in message && typeof message.bad === 'string') event.waitUntil(noteBad(message.bad))
})
