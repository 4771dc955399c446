import type { QueryClient } from '@tanstack/react-query'
import { serverNow } from '#format/clock.ts'
import type { AnswerStore } from '#queries/answer-store.ts'
import { confirmedAt, isUnconfirmed } from '#queries/confirmed.ts'
import { isKept, keepLastGood } from '#queries/last-good.ts'
import { follow } from './follow.ts'
import { setOffline } from '#queries/offline-store.ts'
import { keepPage, watchPage } from './keep-page.ts'

/** What was answered before anything was stored, such as the scene that a link names. */
async function keepWhatIsThere(client: QueryClient, store: AnswerStore): Promise<void> {
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    const { data } = state
    if (!isKept(queryKey) || typeof data !== 'object' || data === null || isUnconfirmed(data)) continue
    await store.write({ key: queryKey, data, confirmedAt: confirmedAt(data) ?? serverNow() })
  }
}

/** Makes the page one that opens without a network: itself, what is opened on it, and all of the release. Returns what ends it. */
export function startOffline(client: QueryClient, store: AnswerStore): () => void {
  const endKeeping = keepLastGood(client, store)
  const endWatching = watchPage((pageKept) => setOffline({ pageKept }))
  void keepPage()
  let endFollowing = (): void => undefined
  let ended = false
  void keepWhatIsThere(client, store).then(() => {
    if (!ended) endFollowing = follow(client, store)
  })
  return () => {
    ended = true
    endKeeping()
    endWatching()
    endFollowing()
  }
}
