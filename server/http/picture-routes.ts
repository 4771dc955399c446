import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { endpoints, type EndpointId } from '#contract/endpoints.ts'
import { PICTURE_FORMATS, PICTURE_TYPES, PICTURE_WIDTHS, PictureParams, picturePath, PictureQuery, type PictureFormat } from '#contract/pictures.ts'
import { badRequest, Problem } from '#contract/problem.ts'
import type { Answer } from '#server/answers/answer.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { EncodedFile } from '#server/answers/encoded-file.ts'
import { matches } from '#server/answers/etag.ts'
import { negotiate } from '#server/answers/negotiate.ts'
import { createPictureBook, type PictureBook } from '#server/render/picture-book.ts'
import { RenderProcess } from '#server/render/render-process.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { untilMade, type HoldPlace } from './file-client.ts'

export interface PictureOptions {
  /** The fonts that the build made for pictures. */
  readonly fontsDir: string
  /** How many may wait to be made. */
  readonly queue?: number
  /** Whether making them gives way to what else the machine does. */
  readonly givesWay?: boolean
}

interface Asked extends PictureQuery {
  readonly scene: string
  readonly panel: string
}

/** The thread that makes files, and what it has made. It ends with the app. */
export function picturesOf(app: FastifyInstance, salt: string, { fontsDir, queue, givesWay = false }: PictureOptions): PictureBook {
  const pictures = createPictureBook(new RenderProcess(fontsDir, givesWay), { salt, ...(queue === undefined ? {} : { queue }) })
  app.addHook('onClose', () => pictures.stop())
  return pictures
}

const RETRY_SECONDS = '5'

/** A picture brings its own styles and letters and asks for nothing; any page may show it. */
const SECURITY = {
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox",
  'cross-origin-resource-policy': 'cross-origin'
} as const

export async function answerOf(book: AnswerBook, id: EndpointId, input: Readonly<Record<string, unknown>>): Promise<Answer> {
  const endpoint = endpoints.find((one) => one.id === id)
  if (endpoint === undefined) throw new Error(`no endpoint ${id}`)
  return book.answer({ endpoint, input })
}

const Facts = z.object({ root: z.string(), indicators: z.array(z.object({ id: z.string() })) })
type Facts = z.infer<typeof Facts>

const known = new WeakMap<Answer, Facts>()

/** What a route must know of an answer; one that is kept is read once. */
function factsOf(answer: Answer): Facts {
  const facts = known.get(answer) ?? Facts.parse(JSON.parse(answer.identity.body.toString()))
  known.set(answer, facts)
  return facts
}

/** @throws Problem 400 for a metric that the panel does not have. */
function checkMetric({ metric }: Asked, { indicators }: Facts): void {
  if (metric !== undefined && !indicators.some(({ id }) => id === metric)) throw badRequest(`metric 本面板没有指标 ${metric}`)
}

/** The address of the same picture of whichever release is the latest. */
function latestAddress({ url }: FastifyRequest): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  searchParams.delete('release')
  const query = searchParams.toString()
  return `${pathname}${query === '' ? '' : `?${query}`}`
}

export function tellOfNewer(request: FastifyRequest, reply: FastifyReply, { release }: Pick<Asked, 'release'>, served: number | undefined): void {
  if (release !== undefined && served !== undefined && release < served) reply.header('link', `<${latestAddress(request)}>; rel="latest-version"`)
}

export async function send(request: FastifyRequest, reply: FastifyReply, type: string, file: EncodedFile, vary = 'Accept-Encoding'): Promise<FastifyReply> {
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

/** Panels as files: pictures in SVG and PNG, their figures in CSV. */
export function pictureRoutes(app: FastifyInstance, book: AnswerBook, pictures: PictureBook, hold: HoldPlace): void {
  async function picture(format: PictureFormat, asked: Asked) {
    const { scene, panel, region, root, width, theme = 'paper', metric, period, release = book.release() } = asked
    const own = await answerOf(book, 'panel', { scene, panel, region, root, release })
    const facts = factsOf(own)
    checkMetric(asked, facts)
    const [pack, boundaries] = await Promise.all([
      answerOf(book, 'pack', { release }),
      answerOf(book, 'boundaries', { code: facts.root, context: '1', release })
    ])
    const size = format === 'csv' ? 0 : (width ?? PICTURE_WIDTHS[format])
    return pictures.picture({ format, width: size, theme, metric, period, panel: own, pack, boundaries })
  }

  for (const format of PICTURE_FORMATS) {
    app.get(picturePath(format), async (request, reply) => {
      const asked = parseInput({ params: PictureParams, query: PictureQuery }, request)
      tellOfNewer(request, reply, asked, book.release())
      const file = await picture(format, asked)
        .then((place) => untilMade(reply, hold(request, place)))
        .catch(askAgain(reply))
      return send(request, reply, PICTURE_TYPES[format], file)
    })
    refuseOtherMethods(app, picturePath(format), ['GET', 'HEAD'])
  }
}
