import type { QueryClient } from '@tanstack/react-query'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { AnswerStore } from '#queries/answer-store.ts'
import { isUnconfirmed } from '#queries/confirmed.ts'
import { offlineState, setOffline } from '#queries/offline-store.ts'
import { packQuery } from '#queries/pack-query.ts'
import { parseView } from '#view/codec.ts'
import { mayLayIn, ownConnection } from './connection.ts'
import { askToPersist, keepPage } from './keep-page.ts'
import { editionOf, layIn, type Outcome } from './lay-in.ts'
import { readShelf, rememberedShelf } from './shelf.ts'

const pinned = (): number | undefined => parseView(location.search).release

/** The state of the deployment as the page was last told it; undefined before it was. */
function editionSeen(client: QueryClient, pin: number | undefined): string | undefined {
  const pack = client.getQueryData<PackAnswer>(packQuery(pin).queryKey)
  const scenes = client.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[0] === 'scene' && queryKey[3] === (pin ?? null) })
  const told = scenes.filter(({ state: { data } }) => data !== undefined && !isUnconfirmed(data as SceneAnswer))
  const last = told.toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)[0]?.state.data as SceneAnswer | undefined
  return pack === undefined || last === undefined ? undefined : editionOf(pack, last)
}

/** Shows what is stored, also where nothing can be asked: it says what there is to be opened. */
async function showShelf(store: AnswerStore, pin: number | undefined): Promise<void> {
  const shelf = await readShelf(store, pin)
  setOffline({ shelf, trouble: store.trouble(), cleared: shelf === undefined && store.works() && pin === undefined && rememberedShelf() !== undefined })
}

/** Lays in what the page is shown, and each release that comes after it, one run at a time. Returns what ends it. */
export function follow(client: QueryClient, store: AnswerStore): () => void {
  const controller = new AbortController()
  const { signal } = controller
  /** The edition and pin that need no further try: laid in, or no room for it. */
  let settled: string | undefined
  const wanted = (): string | undefined => {
    const pin = pinned()
    const seen = editionSeen(client, pin)
    return seen === undefined ? undefined : `${pin ?? ''}${seen}`
  }

  const run = async (pin: number | undefined): Promise<Outcome | undefined> => {
    try {
      return await layIn({ store, pin, signal, onShelf: (shelf) => setOffline({ shelf }) })
    } catch {
      // No network, or an answer that is none: the next answer that the page gets is a reason to try again.
      return undefined
    }
  }

  const attempt = async (): Promise<void> => {
    const [pin, edition] = [pinned(), wanted()]
    if (signal.aborted || offlineState().busy || edition === undefined || edition === settled || !mayLayIn(ownConnection())) return
    setOffline({ busy: true })
    const outcome = await run(pin)
    const ended = outcome !== undefined && outcome !== 'changed'
    if (ended) settled = edition
    if (outcome === 'whole') await askToPersist()
    setOffline({ busy: false, ...(ended ? { trouble: outcome === 'whole' ? undefined : outcome } : {}) })
    // What came meanwhile was not looked at.
    if (outcome !== undefined && wanted() !== edition) await attempt()
  }

  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return
    if (['scene', 'pack'].includes(String(event.query.queryKey[0]))) void attempt()
  })
  const again = (): void => {
    settled = undefined
    void keepPage()
    void attempt()
  }
  setOffline({ again })
  void showShelf(store, pinned()).then(attempt)
  return () => {
    controller.abort()
    unsubscribe()
  }
}
