import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { endpoints, PackAnswer } from '#contract/endpoints.ts'
import { Problem } from '#contract/problem.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { PageOptions } from './page-routes.ts'

const FILE = 'manifest.webmanifest'
export const manifestPath = `/${FILE}`
const packEndpoint = endpoints[0]

async function packOf(book: AnswerBook): Promise<PackAnswer> {
  const { identity } = await book.answer({ endpoint: packEndpoint, input: {} })
  return PackAnswer.parse(JSON.parse(identity.body.toString()))
}

/** The build's manifest, absent where the pages were built without one. @throws Problem 404 */
async function builtManifest(clientDir: string): Promise<object> {
  try {
    return JSON.parse(await readFile(join(clientDir, FILE), 'utf8')) as object
  } catch {
    throw new Problem(404, '没有这项资源', manifestPath)
  }
}

/** What the app is called when it is installed is what the pack calls it: the build knows no pack. */
export function manifestRoute(app: FastifyInstance, book: AnswerBook, { clientDir }: Pick<PageOptions, 'clientDir'>): void {
  app.get(manifestPath, async (_request, reply) => {
    const manifest = await builtManifest(clientDir)
    const { title, product } = (await packOf(book)).info
    const named = { ...manifest, name: `${title} ${product}`, short_name: title }
    return reply.header('cache-control', 'no-cache').type('application/manifest+json; charset=utf-8').send(JSON.stringify(named))
  })
}
