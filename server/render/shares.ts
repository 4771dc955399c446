import { Problem } from '#contract/problem.ts'

/** Nobody takes all places of a queue: whoever has as many things being made as one may have is asked to wait. */
export interface Shares {
  /** Counts one until the returned function is called. @throws Problem 503 where this one has its share already */
  readonly take: (who: string) => () => void
  /** Counts one until that is settled. @throws Problem 503 where this one has its share already */
  readonly within: <T>(who: string, make: () => Promise<T>) => Promise<T>
}

export function createShares(most: number): Shares {
  const held = new Map<string, number>()
  const count = (who: string, by: number): void => {
    const now = (held.get(who) ?? 0) + by
    if (now > 0) held.set(who, now)
    else held.delete(who)
  }
  const take = (who: string): (() => void) => {
    if ((held.get(who) ?? 0) >= most) throw new Problem(503, '暂时做不过来', '同一来源要的太多，请等前面的做完再试')
    count(who, 1)
    return () => count(who, -1)
  }
  return {
    take,
    within: async (who, make) => {
      const giveBack = take(who)
      // Where a client has gone away its thing may go on for a moment: nobody gets another place by leaving.
      return make().finally(giveBack)
    }
  }
}
