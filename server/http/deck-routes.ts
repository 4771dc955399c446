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
import type { EncodedFile } from '#server/answers/encoded-file.ts'
import type { Jobs } from '#server/render/jobs.ts'
import { oneByOne } from '#server/one-by-one.ts'
import type { PictureBook } from '#server/render/picture-book.ts'
import type { Place } from '#server/render/row.ts'
import type { Shares } from '#server/render/shares.ts'
import { checkPeriod } from './deck-period.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { untilMade, whoAsks } from './file-client.ts'
import { accept, prefersAsync } from './job-routes.ts'
import { answerOf, askAgain, send, tellOfNewer } from './picture-routes.ts'

interface Asked extends DeckQuery {
  readonly scenes: readonly string[]
}

const Facts = z.object({
  region: z.string(),
  root: z.string(),
  top: z.optional(z.string()),
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
  scene: z.object({ title: z.string() }),
  indicators: z.array(z.object({ id: z.string() }))
})
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

/** The region that is looked at, where that is not the whole that the pack is about. */
function regionOf({ region, root, top = root, regions }: Facts): { readonly code: string; readonly name: string } | undefined {
  return region === top ? undefined : regions.find(({ code }) => code === region)
}

/** What the file is called where it is kept: by its scenes, what of them was asked for, and its release; in Chinese for what reads that. */
function nameFile(reply: FastifyReply, { scenes, period, release }: Asked, [first]: readonly Facts[], ending: Ending): void {
  const region = first === undefined ? undefined : regionOf(first)
  const title = first?.scene.title ?? ''
  const plain = [scenes.length === 1 ? scenes[0] : 'scenes', region?.code, period, release].filter((part) => part !== undefined).join('-')
  const said = [scenes.length === 1 ? title : `${title}等${scenes.length}个场景`, region?.name, period, `第${release}版`]
  const named = encodeURIComponent(said.filter((part) => part !== undefined).join(' '))
  reply.header('content-disposition', `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${named}.${ending}`)
}

/** The address of the same file, also when a newer release has come. */
function frozenAddress({ url }: FastifyRequest, { release }: Asked): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  if (release !== undefined) searchParams.set('release', String(release))
  return `${pathname}?${searchParams.toString().replaceAll('%2C', ',')}`
}

export interface DeckOptions {
  readonly pictures: PictureBook
  readonly shares: Shares
  readonly jobs: Jobs
  /** Where the pages are outside: citations in files name it. */
  readonly publicUrl: string | undefined
}

/** Scenes as files, made by the thread that makes pictures: sent when they are made, or looked after by a job. */
export function deckRoutes(app: FastifyInstance, book: AnswerBook, { pictures, shares, jobs, publicUrl }: DeckOptions): void {
  const address = publicUrl ?? '/'

  async function placeOf({ pack, scenes, facts }: Found, { theme = 'paper', metric, period, release }: Asked, ending: Ending): Promise<Place<EncodedFile>> {
    if (ending === 'xlsx') return pictures.workbook({ scenes, pack, metric, period, address })
    const whole = await oneByOne(scenes, async (scene, index) => ({
      scene,
      boundaries: await answerOf(book, 'boundaries', { code: facts[index]?.root, context: '1', release })
    }))
    return pictures.deck({ scenes: whole, pack, theme, metric, period, address })
  }

  async function found(asked: Asked): Promise<Found> {
    const { region, root, release } = asked
    const scenes = await oneByOne(asked.scenes, async (id) => {
      const answer = await answerOf(book, 'scene', { id, region, root, release })
      return { answer, facts: factsOf(answer) }
    })
    const facts = scenes.map((one) => one.facts)
    checkMetric(asked, facts)
    checkPeriod(
      asked.period,
      scenes.map((one) => one.answer)
    )
    return { scenes: scenes.map((one) => one.answer), facts, pack: await answerOf(book, 'pack', { release }) }
  }

  /** The share is given back when the file is made, or given up. */
  async function begun(request: FastifyRequest, asked: Asked, ending: Ending) {
    const giveBack = shares.take(whoAsks(request))
    try {
      const all = await found(asked)
      const place = await placeOf(all, asked, ending)
      place.made.then(giveBack, giveBack)
      return { all, place }
    } catch (error) {
      giveBack()
      throw error
    }
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, given: Asked, ending: Ending): Promise<FastifyReply> {
    const asked = { ...given, release: given.release ?? book.release() }
    tellOfNewer(request, reply, given, book.release())
    const { all, place } = await begun(request, asked, ending)
    if (prefersAsync(request) && place.standing().state !== 'over') return accept(request, reply, jobs, { place, file: frozenAddress(request, asked) })
    const file = await untilMade(reply, place)
    nameFile(reply, asked, all.facts, ending)
    return send(request, reply, TYPES[ending], file, 'Accept-Encoding, Prefer')
  }

  const orAskAgain = (request: FastifyRequest, reply: FastifyReply, given: Asked, ending: Ending): Promise<FastifyReply> =>
    answer(request, reply, given, ending).catch(askAgain(reply))

  app.get(scenePptxPath, (request, reply) => {
    const { id, ...how } = parseInput({ params: SceneDeckParams, query: DeckQuery }, request)
    return orAskAgain(request, reply, { ...how, scenes: [id] }, 'pptx')
  })
  app.get(decksPath, (request, reply) => orAskAgain(request, reply, parseInput({ params: NONE, query: DecksQuery }, request), 'pptx'))
  app.get(sceneXlsxPath, (request, reply) => {
    const { id, ...how } = parseInput({ params: SceneDeckParams, query: BookQuery }, request)
    return orAskAgain(request, reply, { ...how, scenes: [id] }, 'xlsx')
  })
  app.get(booksPath, (request, reply) => orAskAgain(request, reply, parseInput({ params: NONE, query: BooksQuery }, request), 'xlsx'))
  for (const path of [scenePptxPath, decksPath, sceneXlsxPath, booksPath]) refuseOtherMethods(app, path, ['GET', 'HEAD'])
}
