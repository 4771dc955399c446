import { Problem } from '#contract/problem.ts'

/** Nobody takes all places of a queue: whoever has as many things being made as one may have is asked to wait. */
export interface Shares {
  /** @throws Problem 503 where this one has its share already */
  readonly within: <T>(who: string, make: () => Promise<T>) => Promise<T>
}

export function createShares(most: number): Shares {
  const held = new Map<string, number>()
  const count = (who: string, by: number): void => {
    const now = (held.get(who) ?? 0) + by
    if (now > 0) held.set(who, now)
    else held.delete(who)
  }
  return {
    within: async (who, make) => {
      if ((held.get(who) ?? 0) >= most) throw new Problem(503, '图片暂时做不过来', '同一来源要的太多，请等前面的做完再试')
      count(who, 1)
      // A client that has gone away still holds its place until its thing is made: nobody gets another by leaving.
      return make().finally(() => count(who, -1))
    }
  }
}
