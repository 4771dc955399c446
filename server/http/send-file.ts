import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#contract/problem.ts'
import type { EncodedFile } from '#server/answers/encoded-file.ts'
import { matches } from '#server/answers/etag.ts'
import { negotiate } from '#server/answers/negotiate.ts'

const RETRY_SECONDS = '5'

/** A picture brings its own styles and letters and asks for nothing; any page may show it. */
const SECURITY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
  'cross-origin-resource-policy': 'cross-origin'
} as const

/** The address of the same file of whichever release is the latest. */
function latestAddress({ url }: FastifyRequest): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  searchParams.delete('release')
  const query = searchParams.toString()
  return `${pathname}${query === '' ? '' : `?${query}`}`
}

/** Who asks for a release that is not the one that is served now is told where that is. */
export function tellOfNewer(
  request: FastifyRequest,
  reply: FastifyReply,
  { release }: { readonly release?: number | undefined },
  served: number | undefined
): void {
  if (release !== undefined && served !== undefined && release < served) reply.header('link', `<${latestAddress(request)}>; rel="latest-version"`)
}

/** Sends a file as the client can take it, or 304 to who has it already. */
export async function sendFile(request: FastifyRequest, reply: FastifyReply, type: string, file: EncodedFile, vary = 'Accept-Encoding'): Promise<FastifyReply> {
  const wanted = negotiate(request.headers['accept-encoding']?.toString())
  const encoding = file[wanted] === undefined ? 'identity' : wanted
  const { body, etag } = file[encoding] ?? file.identity
  reply.headers({ ...SECURITY, etag, vary, 'cache-control': 'no-cache' })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.type(type).send(body)
}

/** Who comes while too many are waiting is told when to come again. */
export const askAgain =
  (reply: FastifyReply) =>
  (error: unknown): never => {
    if (error instanceof Problem && error.status === 503) reply.header('retry-after', RETRY_SECONDS)
    throw error
  }
