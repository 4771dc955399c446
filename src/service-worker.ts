/**
 * What a wall needs to start without a network: its page and everything the page loads, kept per build and only as a whole.
 * The network comes first for the page, so that a new build is never held back; figures are none of its business.
 */
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
const PAGE = '/wall'
const PATIENCE = 4_000
const KEPT_SHELLS = 2
const KEPT_EXTRAS = 300

/** The build of a page that is there to its end; what was cut on the way starts nothing. */
const buildOf = (html: string): string | undefined =>
  html.trimEnd().endsWith('</html>') ? /<meta name="build" content="([0-9a-f]{12})"/.exec(html)?.[1] : undefined

/** The fonts that the page's first style sheet names. */
async function fontFiles(): Promise<string[]> {
  const response = await fetch('/fonts/fonts.css', { cache: 'no-cache' })
  return response.ok ? [...(await response.text()).matchAll(/url\(["']?([^"')]+)["']?\)/g)].map(([, url = '']) => new URL(url, response.url).pathname) : []
}

/** All or nothing: a shell that lacks a file would not start. */
async function install(): Promise<void> {
  const page = await fetch(PAGE, { cache: 'reload', headers: { accept: 'text/html' } })
  const html = await page.clone().text()
  if (!page.ok || buildOf(html) !== BUILD) throw new Error(`the page is not of build ${BUILD}`)
  const cache = await caches.open(OWN)
  await cache.addAll([...FILES, '/guard.js', '/safe.js', '/fonts/fonts.css', ...(await fontFiles())])
  await cache.put(PAGE, page)
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

/** Shells that are complete, the newest first. */
async function shells(): Promise<string[]> {
  const names = (await caches.keys()).filter((name) => name.startsWith(SHELL))
  const whole = await Promise.all(names.map(async (name) => ((await (await caches.open(name)).match(PAGE)) === undefined ? [] : [name])))
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
async function storedPage(): Promise<Response> {
  const bad = await badBuilds()
  for (const name of await shells()) {
    const page = await (await caches.open(name)).match(PAGE)
    if (page !== undefined && !bad.includes(name.slice(SHELL.length))) return page
  }
  return Response.error()
}

/** The whole answer, in time. */
async function fetched(request: Request): Promise<Response> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  try {
    const response = await fetch(request, { signal: controller.signal })
    if (!response.ok) throw new Error(String(response.status))
    await response.clone().arrayBuffer()
    return response
  } finally {
    clearTimeout(timer)
  }
}

/** From the network when it gives a page of ours in time; an error page, a login page or silence is answered from the store. */
async function page(request: Request): Promise<Response> {
  try {
    const response = await fetched(request)
    const build = buildOf(await response.clone().text())
    if (build === undefined || (await badBuilds()).includes(build)) throw new Error('not our page')
    return response
  } catch {
    const stored = await storedPage()
    return stored.type === 'error' ? fetch(request) : stored
  }
}

/** A login page in place of a script or a style sheet is none, whatever its status. */
function notHtml(response: Response): Response {
  if ((response.headers.get('content-type') ?? '').includes('html')) throw new Error('a page in place of a file')
  return response
}

const IMMUTABLE = /^\/assets\/|\.woff2$/

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

const CHANGING = new Set(['/guard.js', '/safe.js', '/fonts/fonts.css', '/fonts/slices.css'])

function answerTo(request: Request): Promise<Response> | undefined {
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return undefined
  if (request.mode === 'navigate') return pathname.replace(/\/$/, '') === PAGE ? page(request) : undefined
  if (IMMUTABLE.test(pathname)) return immutable(request)
  return CHANGING.has(pathname) ? changing(request) : undefined
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
