import { WeakList } from './weak-list.ts'

/** As the three declare themselves; a MutationObserver has no unobserve. */
declare class Observing {
  observe(target: Element, options?: object): void
  unobserve?(target: Element): void
  disconnect(): void
}
type ObserverClass = typeof Observing

const NAMES = ['ResizeObserver', 'MutationObserver', 'IntersectionObserver'] as const

/** Replaces the class of that name; returns how many that observe something are alive. */
function countClass(name: (typeof NAMES)[number]): () => number {
  const observers = new WeakList<object>()
  const targets = new WeakMap<object, Set<WeakRef<Element>>>()
  const Native = globalThis[name] as unknown as ObserverClass
  class Counted extends Native {
    override observe(target: Element, options?: object): void {
      const known = targets.get(this) ?? new Set()
      if (!targets.has(this)) {
        targets.set(this, known)
        observers.add(this)
      }
      known.add(new WeakRef(target))
      super.observe(target, options)
    }
    override unobserve(target: Element): void {
      const known = targets.get(this) ?? new Set()
      for (const ref of known) if (ref.deref() === target) known.delete(ref)
      super.unobserve?.(target)
    }
    override disconnect(): void {
      targets.get(this)?.clear()
      super.disconnect()
    }
  }
  Object.defineProperty(Counted, 'name', { value: name })
  Object.assign(globalThis, { [name]: Counted })
  return () => observers.alive().filter((observer) => [...(targets.get(observer) ?? [])].some((ref) => ref.deref() !== undefined)).length
}

export function countObservers(): () => Record<string, number> {
  const counters = NAMES.map((name) => [name, countClass(name)] as const)
  return () => Object.fromEntries(counters.map(([name, count]) => [name, count()]))
}
