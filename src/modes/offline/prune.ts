import type { AnswerStore } from '#queries/answer-store.ts'
import type { Wanted } from './offline-list.ts'

/** Of what is not laid in but was opened once (an older release, a scene that is gone) so much is kept. */
const KEPT = 100

/** Takes away what was opened longest ago, so that the store does not grow for ever. */
export async function prune(store: AnswerStore, wanted: readonly Wanted[]): Promise<void> {
  const laidIn = new Set(wanted.map(({ key }) => JSON.stringify(key)))
  const others = (await store.read()).filter(({ key }) => key[0] !== 'shelf' && !laidIn.has(JSON.stringify(key)))
  const old = others.toSorted((a, b) => b.confirmedAt - a.confirmedAt).slice(KEPT)
  for (const { key } of old) await store.remove(key)
}
