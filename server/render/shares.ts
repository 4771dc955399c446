import { Problem } from '#contract/problem.ts'
import type { Place } from './place.ts'

/** Who has a share of their own. */
export interface Sharer {
  readonly id: string
  /** What they are called in the sentence that refuses them more. */
  readonly called: string
}

/** Nobody takes all places of a queue: whoever has as many things being made as one may have is asked to wait. */
export interface Shares {
  /**
   * Counts one until it is made or given up. What is there already takes nothing of the share.
   * @throws Problem 503 where this one has its share already; the place is left then
   */
  readonly hold: <T>(who: Sharer, place: Place<T>) => Place<T>
}

export function createShares(most: number): Shares {
  const held = new Map<string, number>()
  const count = (id: string, by: number): void => {
    const now = (held.get(id) ?? 0) + by
    if (now > 0) held.set(id, now)
    else held.delete(id)
  }
  return {
    hold: ({ id, called }, place) => {
      if (place.standing().state === 'over') return place
      if ((held.get(id) ?? 0) >= most) {
        place.leave()
        throw new Problem(503, '暂时做不过来', `${called}已有 ${most} 个文件正在生成，请等它们完成后再试`)
      }
      count(id, 1)
      // Where a client has gone away its thing may go on for a moment: nobody gets another place by leaving.
      const giveBack = (): void => count(id, -1)
      place.made.then(giveBack, giveBack)
      return place
    }
  }
}
