const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/** `shiftMonth('2021-01', -1)` is `2020-12`. */
export function shiftMonth(month: string, by: number): string {
  const index = indexOf(month) + by
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** `count` months, oldest first. */
export const monthsFrom = (from: string, count: number): string[] => Array.from({ length: count }, (_, index) => shiftMonth(from, index))
