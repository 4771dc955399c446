import { Problem } from '#contract/problem.ts'
import type { Place } from './place.ts'

/** Nobody takes all places of a queue: whoever has as many things being made as one may have is asked to wait. */
export interface Shares {
  /**
   * Counts one until it is made or given up. What is there already takes nothing of the share.
   * @throws Problem 503 where this one has its share already; the place is left then
   */
  readonly hold: <T>(who: string, place: Place<T>) => Place<T>
}

export function createShares(most: number): Shares {
  const held = new Map<string, number>()
  const count = (who: string, by: number): void => {
    const now = (held.get(who) ?? 0) + by
    if (now > 0) held.set(who, now)
    else held.delete(who)
  }
  return {
    hold: (who, place) => {
      if (place.standing().state === 'over') return place
      if ((held.get(who) ?? 0) >= most) {
        place.leave()
        throw new Problem(503, '暂时做不过来', '同一来源要的太多，请等前面的做完再试')
      }
      count(who, 1)
      // Where a client has gone away its thing may go on for a moment: nobody gets another place by leaving.
      const giveBack = (): void => count(who, -1)
      place.made.then(giveBack, giveBack)
      return place
    }
  }
}
