import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { oEmbedPath } from '#contract/oembed.ts'
import { Problem } from '#contract/problem.ts'
import { escaped } from '#server/markup.ts'
import { embedPathOf, embedViewOf } from './embed-view.ts'
import { ownAddress } from './own-address.ts'
import { sendProblem } from './problems.ts'
import { framedBy, shared } from './security.ts'

export interface PageOptions {
  /** The built app. */
  readonly clientDir: string
  /** The two builds before it: a wall that has been open since then still asks for its chunks. */
  readonly earlierDirs: readonly string[]
  readonly fontsDir: string
}

export interface EmbedOptions {
  /** Whose pages may frame the embeds, beside our own. */
  readonly origins: readonly string[]
  readonly publicUrl: string | undefined
  /** Whether an embed names where it is described; of no use to those who would need a token to read that. */
  readonly discoverable: boolean
}

const FOREVER = 'public, max-age=31536000, immutable'
const ALWAYS_ASK = 'no-cache'
/** What has an address of its own beside the assets: the service worker, the guard. */
const TOP_FILE = /^\/?[\w-]+\.\w+$/
/** A wall's page brings the guard along, which looks after a start that nobody watches. */
const PAGES = {
  '/': 'index.html',
  '/wall': 'wall.html',
  '/wall/': 'wall.html',
  '/walls': 'index.html',
  '/walls/': 'index.html',
  '/remote': 'index.html',
  '/remote/': 'index.html',
  '/brief': 'index.html',
  '/brief/': 'index.html',
  '/brief/:scene': 'index.html'
} as const
const EMBEDS = ['/embed/panel/:scene/:panel', '/embed/scene/:scene'] as const

/** All routes here: pages and files, none of which carries a figure. */
export const pagePatterns: readonly string[] = [...Object.keys(PAGES), ...EMBEDS, '/*', '/assets/*', '/fonts/*']

const HASHED = /[\\/]assets[\\/]|\.woff2$/

const files = { decorateReply: false, index: false as const, preCompressed: true, cacheControl: false, wildcard: true, dotfiles: 'ignore' as const }
/** A script that pages of other origins load. */
const SHARED = /[\\/]embed\.js(\.\w+)?$/
const setHeaders = (reply: FastifyReply, path: string): void => {
  reply.header('cache-control', HASHED.test(path) ? FOREVER : ALWAYS_ASK)
  if (!SHARED.test(path)) return
  // A module of another origin is asked for with CORS.
  reply.header('access-control-allow-origin', '*')
  reply.raw.setHeader(...shared)
}

const wantsPage = ({ url, headers, method }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !/^\/(api|admin)\b/.test(url) && !/\.\w+($|\?)/.test(url) && (headers.accept ?? '').includes('text/html')

const NOT_FOUND = '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>没有这个页面</title><p>没有这个页面。<a href="/">回到大屏</a></p></html>'

export function answerUnknown(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) =>
    wantsPage(request)
      ? reply.code(404).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(NOT_FOUND)
      : sendProblem(reply, new Problem(404, '没有这项资源', request.url.split('?')[0] ?? ''))
  )
}

/**
 * The app, its hashed assets and the fonts, with the compressed copies that the build laid beside them. Files are looked up
 * when they are asked for: a build may be swapped under a running server.
 */
export async function pageRoutes(app: FastifyInstance, { clientDir, earlierDirs, fontsDir }: PageOptions, embeds: EmbedOptions): Promise<void> {
  const roots = [clientDir, ...earlierDirs].map((folder) => join(folder, 'assets'))
  await app.register(fastifyStatic, {
    ...files,
    decorateReply: true,
    root: clientDir,
    setHeaders,
    allowedPath: (path) => TOP_FILE.test(path)
  })
  await app.register(fastifyStatic, { ...files, root: roots, prefix: '/assets/', setHeaders })
  if (existsSync(fontsDir)) await app.register(fastifyStatic, { ...files, root: fontsDir, prefix: '/fonts/', setHeaders })
  for (const [page, file] of Object.entries(PAGES)) app.get(page, async (_request, reply) => reply.sendFile(file))
  embedRoutes(app, clientDir, embeds)
}

/** Where the embed at this address is described, as a line of its page's head; none for an address of no embed. */
function discovery({ url, protocol, host }: FastifyRequest, publicUrl: string | undefined): string {
  const own = ownAddress({ protocol, host }, publicUrl)
  const view = own === undefined ? undefined : embedViewOf(new URL(url, own))
  if (own === undefined || view === undefined) return ''
  const described = new URL(oEmbedPath, own)
  described.search = new URLSearchParams({ url: new URL(embedPathOf(view), own).href, format: 'json' }).toString()
  return `<link rel="alternate" type="application/json+oembed" href="${escaped(described.href)}" />`
}

/** The only pages that others may frame. */
function embedRoutes(app: FastifyInstance, clientDir: string, { origins, publicUrl, discoverable }: EmbedOptions): void {
  for (const page of EMBEDS) {
    app.get(page, { helmet: framedBy(origins) }, async (request, reply) => {
      const html = await readFile(join(clientDir, 'index.html'), 'utf8')
      const link = discoverable ? discovery(request, publicUrl) : ''
      return reply
        .header('cache-control', ALWAYS_ASK)
        .type('text/html; charset=utf-8')
        .send(html.replace('</head>', () => `  ${link}\n  </head>`))
    })
  }
}
