import type { Query, QueryClient } from '@tanstack/react-query'
import type { EndpointId } from '#contract/endpoints.ts'
import { isPast, serverNow } from '#format/clock.ts'
import type { AnswerStore, StoredAnswer } from './answer-store.ts'
import { confirm, confirmedAt, recall } from './confirmed.ts'
import { parsedAnswer } from './request.ts'

/** The first word of a query's key, and the endpoint whose answer lies under it. */
const KEPT = new Map<unknown, EndpointId>([
  ['pack', 'pack'],
  ['scene', 'scene'],
  ['panel', 'panel'],
  ['boundaries', 'boundaries'],
  ['regions', 'regions'],
  ['indicators', 'indicators'],
  ['observations', 'observations']
])

export const isKept = (key: readonly unknown[]): boolean => KEPT.has(key[0])

/** What has not changed is written again only so often: its age is noted then, and flash memory wears. */
const REWRITE = 300_000

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** What an earlier build stored must still have the shape that this one draws; anything else is left out. */
export function soundAnswer({ key, data, confirmedAt }: StoredAnswer): object | undefined {
  const id = KEPT.get(key[0])
  if (id === undefined || !Number.isFinite(confirmedAt)) return undefined
  try {
    return parsedAnswer(id, data)
  } catch {
    return undefined
  }
}

const publishedAt = (answer: object): string => ('publishedAt' in answer ? String(answer.publishedAt) : '')

/** Puts the stored answers where the page looks for them; each is asked for anew when it is shown. Returns how many. */
export async function restoreLastGood(client: QueryClient, store: AnswerStore): Promise<number> {
  const stored = (await store.read()).flatMap((record) => {
    const answer = isObject(record) && Array.isArray(record.key) ? soundAnswer(record) : undefined
    return answer === undefined ? [] : [{ record, answer }]
  })
  // What is known to be past sets a machine's clock right that starts in 1970, before ages are counted.
  for (const { answer } of stored) isPast(publishedAt(answer))
  for (const { record, answer } of stored) {
    if (client.getQueryData(record.key) !== undefined) continue
    client.setQueryData(record.key, answer)
    recall(client.getQueryData(record.key) ?? answer, record.confirmedAt)
  }
  await client.invalidateQueries({ refetchType: 'none' })
  return stored.length
}

interface Written {
  readonly data: unknown
  readonly at: number
}

/** Stores every answer that the server gives. Returns what ends it. */
export function keepLastGood(client: QueryClient, store: AnswerStore): () => void {
  const written = new Map<string, Written>()
  const keep = async ({ queryHash, queryKey, state: { data } }: Query): Promise<void> => {
    const last = written.get(queryHash)
    if (!isObject(data) || (last?.data === data && serverNow() - last.at < REWRITE)) return
    written.set(queryHash, { data, at: serverNow() })
    const done = await store.write({ key: queryKey, data, confirmedAt: confirmedAt(data) ?? serverNow() })
    if (!done) written.delete(queryHash)
  }
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return
    const { query } = event
    if (!isKept(query.queryKey)) return
    if (isObject(query.state.data) && !['scene', 'panel'].includes(String(query.queryKey[0]))) confirm(query.state.data)
    void keep(query)
  })
}
