export interface Listeners<T> {
  readonly add: (listener: (value: T) => void) => () => void
  readonly call: (value: T) => void
}

export function listeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>()
  return {
    add: (listener) => {
      all.add(listener)
      return () => void all.delete(listener)
    },
    call: (value) => all.forEach((listener) => listener(value))
  }
}
