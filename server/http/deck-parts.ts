import type { DeckQuery } from '#contract/decks.ts'
import type { Answer } from '#server/answers/answer.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { answerOf } from '#server/answers/answer-of.ts'
import type { EncodedFile } from '#server/answers/encoded-file.ts'
import { oneByOne } from '#server/one-by-one.ts'
import type { PictureBook } from '#server/render/picture-book.ts'
import type { Place } from '#server/render/place.ts'
import { checkFigures } from './asked-figures.ts'
import { factsOf, type SceneFacts } from './scene-facts.ts'

export type DeckEnding = 'pptx' | 'xlsx'

export interface AskedDeck extends DeckQuery {
  readonly scenes: readonly string[]
}

/** What a file of scenes is made from. */
export interface DeckParts {
  readonly pack: Answer
  readonly scenes: readonly Answer[]
  readonly facts: readonly SceneFacts[]
}

/** @throws Problem 404 for what is not there, 400 for figures that none of the scenes has */
export async function partsOf(book: AnswerBook, asked: AskedDeck): Promise<DeckParts> {
  const { region, root, release } = asked
  const found = await oneByOne(asked.scenes, async (id) => {
    const scene = await answerOf(book, 'scene', { id, region, root, release })
    return { scene, facts: factsOf(scene) }
  })
  const facts = found.map((one) => one.facts)
  checkFigures(asked, '这些场景', facts)
  return { pack: await answerOf(book, 'pack', { release }), scenes: found.map(({ scene }) => scene), facts }
}

interface Making {
  readonly book: AnswerBook
  readonly pictures: PictureBook
  /** Where the pages are reached from outside. */
  readonly address: string
}

/** A place at the file that is made from these. @throws Problem 503 while too many wait */
export async function placeOf(
  { book, pictures, address }: Making,
  asked: AskedDeck,
  { pack, scenes, facts }: DeckParts,
  ending: DeckEnding
): Promise<Place<EncodedFile>> {
  const { theme = 'paper', metric, period, release } = asked
  if (ending === 'xlsx') return pictures.workbook({ scenes, pack, metric, period, address })
  const whole = await oneByOne(scenes, async (scene, index) => ({
    scene,
    boundaries: await answerOf(book, 'boundaries', { code: facts[index]?.root, context: '1', release })
  }))
  return pictures.deck({ scenes: whole, pack, theme, metric, period, address })
}
