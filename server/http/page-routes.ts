import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import { sendProblem } from './problems.ts'

export interface PageOptions {
  /** The built app. */
  readonly clientDir: string
  /** The build before it: a wall that has been open since then still asks for its chunks. */
  readonly previousDir: string
  readonly fontsDir: string
}

const FOREVER = 'public, max-age=31536000, immutable'
const ALWAYS_ASK = 'no-cache'
const HASHED = /[\\/]assets[\\/]|\.woff2$/

const files = { decorateReply: false, index: false as const, preCompressed: true, cacheControl: false, wildcard: true, dotfiles: 'ignore' as const }
const setHeaders = (reply: FastifyReply, path: string): void => void reply.header('cache-control', HASHED.test(path) ? FOREVER : ALWAYS_ASK)

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

/** The app, its hashed assets and the fonts, with the compressed copies that the build laid beside them. */
export async function pageRoutes(app: FastifyInstance, { clientDir, previousDir, fontsDir }: PageOptions): Promise<void> {
  const roots = [join(clientDir, 'assets'), join(previousDir, 'assets')].filter((folder) => existsSync(folder))
  await app.register(fastifyStatic, {
    ...files,
    decorateReply: true,
    root: clientDir,
    setHeaders,
    wildcard: false,
    globIgnore: ['assets/**', '**/*.br', '**/*.gz', 'index.html']
  })
  if (roots.length > 0) await app.register(fastifyStatic, { ...files, root: roots, prefix: '/assets/', setHeaders })
  if (existsSync(fontsDir)) await app.register(fastifyStatic, { ...files, root: fontsDir, prefix: '/fonts/', setHeaders })
  for (const path of ['/', '/wall', '/walls']) app.get(path, async (_request, reply) => reply.sendFile('index.html'))
}
