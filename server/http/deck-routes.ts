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
import type { AnswerBook } from '#server/answers/answer-book.ts'
import type { Jobs } from '#server/render/jobs.ts'
import type { PictureBook } from '#server/render/picture-book.ts'
import { dispositionOf } from './deck-name.ts'
import { partsOf, placeOf, type AskedDeck, type DeckEnding } from './deck-parts.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { untilMade, type HoldPlace } from './file-client.ts'
import { accept, prefersAsync } from './job-routes.ts'
import { askAgain, sendFile, tellOfNewer } from './send-file.ts'

const TYPES = { pptx: DECK_TYPE, xlsx: BOOK_TYPE } as const
const NONE = z.object({})

/** The address of the same file, also when a newer release has come. */
function frozenAddress({ url }: FastifyRequest, { release }: AskedDeck): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  if (release !== undefined) searchParams.set('release', String(release))
  return `${pathname}?${searchParams.toString().replaceAll('%2C', ',')}`
}

export interface DeckOptions {
  readonly pictures: PictureBook
  readonly hold: HoldPlace
  readonly jobs: Jobs
  /** Where the pages are outside: citations in files name it. */
  readonly publicUrl: string | undefined
}

type AnswerDeck = (request: FastifyRequest, reply: FastifyReply, asked: AskedDeck) => Promise<FastifyReply>

/** Answers with the file or, where the client would rather ask again, with the job that makes it. */
function deckAnswer(book: AnswerBook, { pictures, hold, jobs, publicUrl = '/' }: DeckOptions, ending: DeckEnding): AnswerDeck {
  const answer: AnswerDeck = async (request, reply, given) => {
    const asked = { ...given, release: given.release ?? book.release() }
    tellOfNewer(request, reply, given, book.release())
    const parts = await partsOf(book, asked)
    const place = hold(request, await placeOf({ book, pictures, address: publicUrl }, asked, parts, ending))
    if (prefersAsync(request) && place.standing().state !== 'over') return accept(request, reply, jobs, { place, file: frozenAddress(request, asked) })
    const file = await untilMade(reply, place)
    reply.header('content-disposition', dispositionOf(asked, parts.facts, ending))
    return sendFile(request, reply, TYPES[ending], file, 'Accept-Encoding, Prefer')
  }
  return (request, reply, asked) => answer(request, reply, asked).catch(askAgain(reply))
}

type FileQuery = Omit<AskedDeck, 'scenes'>

interface Addresses {
  readonly one: { readonly path: string; readonly query: z.ZodMiniType<FileQuery> }
  readonly several: { readonly path: string; readonly query: z.ZodMiniType<AskedDeck> }
}

/** A file of one scene, and of several in one. */
const ADDRESSES: Readonly<Record<DeckEnding, Addresses>> = {
  pptx: { one: { path: scenePptxPath, query: DeckQuery }, several: { path: decksPath, query: DecksQuery } },
  xlsx: { one: { path: sceneXlsxPath, query: BookQuery }, several: { path: booksPath, query: BooksQuery } }
}

/** Scenes as files, made by the thread that makes pictures: sent when they are made, or looked after by a job. */
export function deckRoutes(app: FastifyInstance, book: AnswerBook, options: DeckOptions): void {
  for (const ending of ['pptx', 'xlsx'] as const) {
    const [answer, { one, several }] = [deckAnswer(book, options, ending), ADDRESSES[ending]]
    app.get(one.path, (request, reply) => {
      const { id, ...how } = parseInput({ params: SceneDeckParams, query: one.query }, request)
      return answer(request, reply, { ...how, scenes: [id] })
    })
    app.get(several.path, (request, reply) => answer(request, reply, parseInput({ params: NONE, query: several.query }, request)))
    for (const { path } of [one, several]) refuseOtherMethods(app, path, ['GET', 'HEAD'])
  }
}
