import { endpoints, type EndpointId } from '#contract/endpoints.ts'
import type { Answer } from './answer.ts'
import type { AnswerBook } from './answer-book.ts'

/** What the endpoint of this name answers. @throws Problem as it does */
export async function answerOf(book: AnswerBook, id: EndpointId, input: Readonly<Record<string, unknown>>): Promise<Answer> {
  const endpoint = endpoints.find((one) => one.id === id)
  if (endpoint === undefined) throw new Error(`no endpoint ${id}`)
  return book.answer({ endpoint, input })
}
