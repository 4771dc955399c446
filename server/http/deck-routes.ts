import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import {
  BOOK_TYPE,
  BookQuery,
  BooksQuery,
  booksPath,
  DECK_TYPE,
  DeckQuery,
  DecksQuery,
  decksPath,
  SceneDeckParams,
  scenePptxPath,
  sceneXlsxPath
} from '#contract/decks.ts'
import { badRequest } from '#contract/problem.ts'
import type { Answer } from '#server/answers/answer.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { PictureBook } from '#server/render/picture-book.ts'
import { checkPeriod } from './deck-period.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { answerOf, askAgain, send, tellOfNewer } from './picture-routes.ts'

interface Asked extends DeckQuery {
  readonly scenes: readonly string[]
}

const Facts = z.object({ root: z.string(), scene: z.object({ title: z.string() }), indicators: z.array(z.object({ id: z.string() })) })
type Facts = z.infer<typeof Facts>

const TYPES = { pptx: DECK_TYPE, xlsx: BOOK_TYPE } as const
type Ending = keyof typeof TYPES

/** The answers that a file is made from. */
interface Found {
  readonly pack: Answer
  readonly scenes: readonly Answer[]
  readonly facts: readonly Facts[]
}

const NONE = z.object({})

const known = new WeakMap<Answer, Facts>()

/** An answer that is kept is read once. */
function factsOf(answer: Answer): Facts {
  const facts = known.get(answer) ?? Facts.parse(JSON.parse(answer.identity.body.toString()))
  known.set(answer, facts)
  return facts
}

/** @throws Problem 400 for a metric that none of the scenes has. */
function checkMetric({ metric }: Asked, scenes: readonly Facts[]): void {
  if (metric !== undefined && !scenes.some(({ indicators }) => indicators.some(({ id }) => id === metric)))
    throw badRequest(`metric 这些场景没有指标 ${metric}`)
}

/** What the file is called where it is kept: by its scenes and its release, in Chinese for what reads that. */
function nameFile(reply: FastifyReply, { scenes, release }: Asked, [first]: readonly Facts[], ending: Ending): void {
  const [plain, said] = [scenes.length === 1 ? scenes[0] : 'scenes', scenes.length === 1 ? first?.scene.title : `${first?.scene.title}等${scenes.length}个场景`]
  const named = encodeURIComponent(`${said} 第${release}版.${ending}`)
  reply.header('content-disposition', `attachment; filename="${plain}-${release}.${ending}"; filename*=UTF-8''${named}`)
}

/** Scenes as files, made by the thread that makes pictures. Citations in them name the address that the pages have outside. */
export function deckRoutes(app: FastifyInstance, book: AnswerBook, pictures: PictureBook, publicUrl: string | undefined): void {
  const address = publicUrl ?? '/'

  async function made({ pack, scenes, facts }: Found, { theme = 'paper', metric, period, release }: Asked, ending: Ending) {
    if (ending === 'xlsx') return pictures.workbook({ scenes, pack, metric, period, address })
    const whole = await Promise.all(
      scenes.map(async (scene, index) => ({ scene, boundaries: await answerOf(book, 'boundaries', { code: facts[index]?.root, context: '1', release }) }))
    )
    return pictures.deck({ scenes: whole, pack, theme, metric, period, address })
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, given: Asked, ending: Ending): Promise<FastifyReply> {
    const asked = { ...given, release: given.release ?? book.release() }
    const { region, root, release } = asked
    tellOfNewer(request, reply, given, book.release())
    const scenes = await Promise.all(asked.scenes.map((id) => answerOf(book, 'scene', { id, region, root, release })))
    const facts = scenes.map(factsOf)
    checkMetric(asked, facts)
    checkPeriod(asked.period, scenes)
    const pack = await answerOf(book, 'pack', { release })
    const file = await made({ pack, scenes, facts }, asked, ending).catch(askAgain(reply))
    nameFile(reply, asked, facts, ending)
    return send(request, reply, TYPES[ending], file)
  }

  app.get(scenePptxPath, (request, reply) => {
    const { id, ...how } = parseInput({ params: SceneDeckParams, query: DeckQuery }, request)
    return answer(request, reply, { ...how, scenes: [id] }, 'pptx')
  })
  app.get(decksPath, (request, reply) => answer(request, reply, parseInput({ params: NONE, query: DecksQuery }, request), 'pptx'))
  app.get(sceneXlsxPath, (request, reply) => {
    const { id, ...how } = parseInput({ params: SceneDeckParams, query: BookQuery }, request)
    return answer(request, reply, { ...how, scenes: [id] }, 'xlsx')
  })
  app.get(booksPath, (request, reply) => answer(request, reply, parseInput({ params: NONE, query: BooksQuery }, request), 'xlsx'))
  for (const path of [scenePptxPath, decksPath, sceneXlsxPath, booksPath]) refuseOtherMethods(app, path, ['GET', 'HEAD'])
}
