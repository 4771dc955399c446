import type { QueryClient } from '@tanstack/react-query'
import { openAnswerStore } from '#queries/answer-store.ts'
import { keepLastGood } from '#queries/last-good.ts'
import { standInFrom } from '#queries/stand-in.ts'

/** What embeds were answered last, in this browser: of a server where everybody may read. */
const answers = openAnswerStore('embed')

/** Nobody has to prove anything to read: then the last good answer may stay in the browser. Returns what ends it. */
export function keepAnswers(client: QueryClient): () => void {
  standInFrom(client, answers)
  return keepLastGood(client, answers)
}

/** @returns whether it went through; where a browser lets nobody store there is nothing to forget. */
export const forgetAnswers = (): Promise<boolean> => answers.clear()
