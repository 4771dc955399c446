const caches: Map<Element, unknown>[] = []

/** Computed once for an element within a reading: lines share their ancestors. */
export function perReading<Value>(compute: (element: Element) => Value): (element: Element) => Value {
  const cache = new Map<Element, Value>()
  caches.push(cache)
  return (element) => {
    const known = cache.get(element)
    if (known !== undefined) return known
    const value = compute(element)
    cache.set(element, value)
    return value
  }
}

/** The page may have changed since. */
export const newReading = (): void => caches.forEach((cache) => cache.clear())
