export interface RecentlyUsed<T> {
  readonly get: (key: string) => T | undefined
  readonly set: (key: string, value: T) => void
  readonly delete: (key: string) => void
  readonly clear: () => void
}

/** Keeps what was used last, as long as the sizes add up to no more than `limit`. */
export function recentlyUsed<T>(limit: number, sizeOf: (value: T) => number = () => 1): RecentlyUsed<T> {
  const entries = new Map<string, T>()
  let total = 0
  const remove = (key: string): void => {
    const value = entries.get(key)
    if (value !== undefined && entries.delete(key)) total -= sizeOf(value)
  }
  return {
    get: (key) => {
      const value = entries.get(key)
      if (value !== undefined && entries.delete(key)) entries.set(key, value)
      return value
    },
    set: (key, value) => {
      remove(key)
      entries.set(key, value)
      total += sizeOf(value)
      for (const oldest of entries.keys()) {
        if (total <= limit || entries.size === 1) break
        remove(oldest)
      }
    },
    delete: remove,
    clear: () => {
      entries.clear()
      total = 0
    }
  }
}
