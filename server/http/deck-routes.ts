import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { DECK_TYPE, DeckQuery, DecksQuery, decksPath, SceneDeckParams, scenePptxPath } from '#contract/decks.ts'
import { badRequest } from '#contract/problem.ts'
import type { Answer } from '#server/answers/answer.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { PictureBook } from '#server/render/picture-book.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { answerOf, askAgain, send, tellOfNewer } from './picture-routes.ts'

interface Asked extends DeckQuery {
  readonly scenes: readonly string[]
}

const Facts = z.object({ root: z.string(), scene: z.object({ title: z.string() }), indicators: z.array(z.object({ id: z.string() })) })
type Facts = z.infer<typeof Facts>

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
function nameFile(reply: FastifyReply, { scenes }: Asked, [first]: readonly Facts[], release: number | undefined): void {
  const [plain, said] = [scenes.length === 1 ? scenes[0] : 'scenes', scenes.length === 1 ? first?.scene.title : `${first?.scene.title}等${scenes.length}个场景`]
  const named = encodeURIComponent(`${said} 第${release}版.pptx`)
  reply.header('content-disposition', `attachment; filename="${plain}-${release}.pptx"; filename*=UTF-8''${named}`)
}

/** Scenes as PowerPoint files, made by the thread that makes pictures. Citations in them name the address that the pages have outside. */
export function deckRoutes(app: FastifyInstance, book: AnswerBook, pictures: PictureBook, publicUrl: string | undefined): void {
  async function answer(request: FastifyRequest, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
    const { scenes, region, root, theme = 'paper', metric, period, release = book.release() } = asked
    tellOfNewer(request, reply, asked, book.release())
    const answers = await Promise.all(scenes.map((id) => answerOf(book, 'scene', { id, region, root, release })))
    const facts = answers.map(factsOf)
    checkMetric(asked, facts)
    const pack = await answerOf(book, 'pack', { release })
    const whole = await Promise.all(
      answers.map(async (scene, index) => ({ scene, boundaries: await answerOf(book, 'boundaries', { code: facts[index]?.root, context: '1', release }) }))
    )
    const file = await pictures.deck({ scenes: whole, pack, theme, metric, period, address: publicUrl ?? '/' }).catch(askAgain(reply))
    nameFile(reply, asked, facts, release)
    return send(request, reply, DECK_TYPE, file)
  }

  app.get(scenePptxPath, (request, reply) => {
    const { id, ...how } = parseInput({ params: SceneDeckParams, query: DeckQuery }, request)
    return answer(request, reply, { ...how, scenes: [id] })
  })
  app.get(decksPath, (request, reply) => answer(request, reply, parseInput({ params: z.object({}), query: DecksQuery }, request)))
  for (const path of [scenePptxPath, decksPath]) refuseOtherMethods(app, path, ['GET', 'HEAD'])
}
