const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** `shiftMonth('2021-01', -1)` is `2020-12`. */
export function shiftMonth(month: string, by: number): string {
  const index = indexOf(month) + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `count` months, oldest first. */
export const monthsFrom = (from: string, count: number): string[] => Array.from({ length: count }, (_, index) => shiftMonth(from, index))

/** Every month from the first to the last. */
export function monthsBetween(first: string, last: string): string[] {
  const months = [first]
  for (let month = first; month < last; month = months.at(-1) ?? last) months.push(shiftMonth(month, 1))
  return months
}

const MONTH = /^\d{4}-\d{2}$/

/** The periods in their order, each once; months with all that lie between them, so that one that nobody reported is a gap. */
export function withoutHoles(periods: readonly string[]): string[] {
  const known = [...new Set(periods)].toSorted()
  const [first, last] = [known[0], known.at(-1)]
  return first !== undefined && last !== undefined && known.every((period) => MONTH.test(period)) ? monthsBetween(first, last) : known
}
