import type { History } from './history.ts'

export interface Tally {
  histories: number
  releases: number
  withdrawals: number
  ofWithdrawals: number
  views: number
  /** Of all histories, the one with the fewest withdrawals for its length. */
  leastShare: number
  shortest: number
  longest: number
  mostKeys: number
}

export const newTally = (): Tally => ({
  histories: 0,
  releases: 0,
  withdrawals: 0,
  ofWithdrawals: 0,
  views: 0,
  leastShare: 1,
  shortest: Infinity,
  longest: 0,
  mostKeys: 0
})

export function count(tally: Tally, history: History): void {
  const withdrawals = history.filter(({ withdraws }) => withdraws !== undefined)
  tally.histories += 1
  tally.releases += history.length
  tally.withdrawals += withdrawals.length
  tally.ofWithdrawals += withdrawals.filter(({ withdraws = 0 }) => history[withdraws - 1]?.withdraws !== undefined).length
  tally.leastShare = Math.min(tally.leastShare, withdrawals.length / history.length)
  tally.shortest = Math.min(tally.shortest, history.length)
  tally.longest = Math.max(tally.longest, history.length)
  tally.mostKeys = Math.max(tally.mostKeys, new Set(history.flatMap(({ changes }) => changes.map(({ key }) => key))).size)
}

export const tallyLine = (name: string, seed: number, t: Tally): string =>
  `${name}: seed ${seed}, ${t.histories} histories of ${t.shortest} to ${t.longest} releases and up to ${t.mostKeys} keys, ${t.releases} releases, ${t.withdrawals} withdrawals (${((100 * t.withdrawals) / t.releases).toFixed(1)} %, at least ${(100 * t.leastShare).toFixed(1)} % in each history), ${t.ofWithdrawals} of withdrawals, ${t.views} views compared`
