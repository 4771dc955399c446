import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { serverNow } from '#format/clock.ts'
import type { AnswerStore, StoreTrouble } from '#queries/answer-store.ts'
import type { Shelf } from '#queries/offline-store.ts'
import { whenIdle } from './idle.ts'
import { askQuietly } from './ask-quietly.ts'
import { offlineList, type Wanted } from './offline-list.ts'
import { prune } from './prune.ts'
import { isFull, readShelf, rememberShelf, writeShelf } from './shelf.ts'

/** What tells two states of a deployment apart: with DEMO or HIDE_RANKS switched a release answers otherwise. */
export const editionOf = (pack: PackAnswer, { release, publishedAt }: Pick<SceneAnswer, 'release' | 'publishedAt'>): string =>
  JSON.stringify([release, publishedAt, pack.demo, pack.ranksHidden ?? false])

interface Work {
  readonly store: AnswerStore
  readonly pin: number | undefined
  readonly signal: AbortSignal
  readonly onShelf: (shelf: Shelf) => void
}

/** `changed`: another release came meanwhile. */
export type Outcome = 'whole' | 'changed' | StoreTrouble

const isScene = (answer: object): answer is SceneAnswer => 'scene' in answer

interface Plan {
  readonly edition: string
  readonly wanted: readonly Wanted[]
  readonly empty: Shelf
}

/** What is to be laid in, as the server now stands. @throws what `request` throws */
async function planOf({ pin: release, signal }: Work): Promise<Plan> {
  const pack = await askQuietly('pack', { release }, signal)
  const { regions } = await askQuietly('regions', { release }, signal)
  const first = await askQuietly('scene', { id: pack.scenes[0]?.id ?? '', release }, signal)
  const { wanted, leftOut } = offlineList({ pack, regions, pin: release })
  const { release: number, publishedAt } = first
  const empty = {
    release: number,
    publishedAt,
    scenes: [],
    of: pack.scenes.length,
    answers: 0,
    ofAnswers: wanted.length,
    leftOut,
    at: serverNow(),
    timeZone: pack.info.timeZone
  }
  return { edition: editionOf(pack, first), wanted, empty }
}

/** One more answer on the shelf, or why not. What is there already of this edition is not asked for again. */
async function layInOne(wanted: Wanted, { edition, empty }: Plan, { store, signal }: Work): Promise<Outcome | undefined> {
  if ((await store.get(wanted.key))?.edition === edition) return undefined
  await whenIdle()
  const data = await wanted.ask(signal)
  if (isScene(data) && (data.release !== empty.release || data.publishedAt !== empty.publishedAt)) return 'changed'
  const done = await store.write({ key: wanted.key, data, confirmedAt: serverNow(), edition })
  return done ? undefined : (store.trouble() ?? 'denied')
}

const withOne = (shelf: Shelf, { scene }: Wanted): Shelf => ({
  ...shelf,
  answers: shelf.answers + 1,
  scenes: scene === undefined ? shelf.scenes : [...shelf.scenes, scene],
  at: serverNow()
})

/** Lays in the whole release that the server has, one answer after the other. @throws what `request` throws: no network */
export async function layIn(work: Work): Promise<Outcome> {
  const plan = await planOf(work)
  const before = await readShelf(work.store, work.pin)
  // A build that lays in more than the one before has more to do.
  const same = before?.edition === plan.edition && before.ofAnswers === plan.empty.ofAnswers
  if (before !== undefined && same && isFull(before)) {
    work.onShelf(before)
    return 'whole'
  }
  let shelf = plan.empty
  for (const wanted of plan.wanted) {
    const trouble = await layInOne(wanted, plan, work)
    if (trouble !== undefined) return trouble
    shelf = withOne(shelf, wanted)
    work.onShelf(shelf)
    // From here on all scenes can be opened; their regions follow.
    if (wanted.scene !== undefined && shelf.scenes.length === shelf.of) await writeShelf(work.store, work.pin, { ...shelf, edition: plan.edition })
  }
  await writeShelf(work.store, work.pin, { ...shelf, edition: plan.edition })
  if (work.pin === undefined) rememberShelf(shelf)
  await prune(work.store, plan.wanted)
  return 'whole'
}
