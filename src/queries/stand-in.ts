import type { QueryClient } from '@tanstack/react-query'
import { isPast } from '#format/clock.ts'
import type { AnswerStore } from './answer-store.ts'
import { recall } from './confirmed.ts'
import { soundAnswer } from './last-good.ts'
import { withinTime } from './within-time.ts'

interface Question {
  readonly client: QueryClient
  readonly queryKey: readonly unknown[]
}

/** The stores that step in for the server, of the pages that have one. */
const stores = new WeakMap<QueryClient, AnswerStore>()

/** From now on what the server does not answer is answered from this store, as old as it is. */
export const standInFrom = (client: QueryClient, store: AnswerStore): void => void stores.set(client, store)

/** So long a question that nothing has answered yet waits for the network alone. */
const PATIENCE = 2_500

async function stepIn({ client, queryKey }: Question, store: AnswerStore): Promise<void> {
  const record = await store.get(queryKey)
  const answer = record === undefined ? undefined : soundAnswer(record)
  if (record === undefined || answer === undefined || client.getQueryData(queryKey) !== undefined) return
  if ('publishedAt' in answer) isPast(String(answer.publishedAt))
  client.setQueryData(queryKey, answer)
  recall(client.getQueryData(queryKey) ?? answer, record.confirmedAt)
}

/**
 * Asks, and puts the stored answer in place where the network is late or fails and the page has none yet. The question
 * itself still fails, so that the page says that it is offline and asks on.
 */
export async function orStored<T>(question: Question, ask: () => Promise<T>): Promise<T> {
  const store = stores.get(question.client)
  const asked = ask()
  if (store === undefined || question.client.getQueryData(question.queryKey) !== undefined) return asked
  try {
    return await withinTime(asked, PATIENCE)
  } catch {
    await stepIn(question, store)
  }
  return asked
}
