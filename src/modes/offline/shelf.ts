import type { AnswerStore } from '#queries/answer-store.ts'
import type { Shelf } from '#queries/offline-store.ts'

/** What has been laid in for a release, beside the answers themselves. */
interface ShelfRecord extends Shelf {
  readonly edition: string
}

const keyOf = (pin: number | undefined): readonly unknown[] => ['shelf', pin ?? null]

/** Written by this build or one before it: what is not as it should be is none. */
function isShelf(data: unknown): data is ShelfRecord {
  if (typeof data !== 'object' || data === null) return false
  const { release, publishedAt, scenes, at, timeZone, edition } = data as Partial<Record<keyof ShelfRecord, unknown>>
  const texts = [publishedAt, timeZone, edition].every((it) => typeof it === 'string')
  return texts && typeof release === 'number' && typeof at === 'number' && Array.isArray(scenes)
}

export async function readShelf(store: AnswerStore, pin: number | undefined): Promise<ShelfRecord | undefined> {
  const data = (await store.get(keyOf(pin)))?.data
  return isShelf(data) ? data : undefined
}

export const writeShelf = (store: AnswerStore, pin: number | undefined, data: ShelfRecord): Promise<boolean> =>
  store.write({ key: keyOf(pin), data, confirmedAt: data.at })

export const isFull = ({ answers, ofAnswers }: Shelf): boolean => answers === ofAnswers

const MARK = 'tongxin-offline'

type Remembered = Pick<Shelf, 'release' | 'at' | 'timeZone'>

/**
 * That this browser once had a release whole. It lies apart from the answers, since what clears them does not clear it as a
 * rule: only so can a page tell "cleared" from "never stored".
 */
export function rememberShelf({ release, at, timeZone }: Remembered): void {
  try {
    localStorage.setItem(MARK, JSON.stringify({ release, at, timeZone }))
  } catch {
    // Denied or full: then the page says that nothing is stored, which is true too.
  }
}

export function rememberedShelf(): Remembered | undefined {
  try {
    const { release, at, timeZone } = JSON.parse(localStorage.getItem(MARK) ?? '{}') as Partial<Remembered>
    return typeof release === 'number' && typeof at === 'number' && typeof timeZone === 'string' ? { release, at, timeZone } : undefined
  } catch {
    return undefined
  }
}
