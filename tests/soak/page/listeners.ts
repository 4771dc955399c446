import { WeakList } from './weak-list.ts'

type Listener = EventListenerOrEventListenerObject
type Options = AddEventListenerOptions | boolean | undefined

/** Of one target: type and phase, who listens, and what ends the noting of it. */
type Listening = Map<string, Map<Listener, () => void>>

const captures = (options: Options): boolean => (typeof options === 'object' ? options.capture === true : options === true)

const placeOf = (target: EventTarget): string => {
  if (target === window) return 'window'
  if (target === document) return 'document'
  return target instanceof Node && target.isConnected ? 'page' : 'elsewhere'
}

/** How many listeners there are on what still lives: on the window, the document, in the page, and elsewhere (signals, media queries, what left the page). */
export function countListeners(): { readonly counts: () => Record<string, number>; readonly elsewhere: () => string[] } {
  const targets = new WeakList<EventTarget>()
  const listening = new WeakMap<EventTarget, Listening>()
  // eslint-disable-next-line typescript/unbound-method -- always called on a target
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const of = (target: EventTarget, key: string): Map<Listener, () => void> => {
    const known: Listening = listening.get(target) ?? new Map()
    if (!listening.has(target)) {
      listening.set(target, known)
      targets.add(target)
    }
    const who = known.get(key) ?? new Map()
    known.set(key, who)
    return who
  }
  const forget = (target: EventTarget, key: string, listener: Listener): void => {
    const who = listening.get(target)?.get(key)
    who?.get(listener)?.()
    who?.delete(listener)
  }
  EventTarget.prototype.addEventListener = function added(this: EventTarget | undefined, type: string, listener: Listener | null, options?: Options) {
    const target = this ?? globalThis
    if (
      listener !== null &&
      listening
        .get(target)
        ?.get(`${type} ${captures(options)}`)
        ?.has(listener) !== true
    ) {
      const key = `${type} ${captures(options)}`
      const { once = false, signal } = typeof options === 'object' ? options : {}
      const gone = (): void => forget(target, key, listener)
      // Two notices that go with the listener: of its only call, and of the signal that ends it.
      if (once) add.call(target, type, gone, { once, capture: captures(options) })
      if (signal !== undefined) add.call(signal, 'abort', gone, { once: true })
      of(target, key).set(listener, () => {
        remove.call(target, type, gone, captures(options))
        if (signal !== undefined) remove.call(signal, 'abort', gone)
      })
    }
    return add.call(target, type, listener, options)
  }
  EventTarget.prototype.removeEventListener = function removed(this: EventTarget | undefined, type: string, listener: Listener | null, options?: Options) {
    const target = this ?? globalThis
    if (listener !== null) forget(target, `${type} ${captures(options)}`, listener)
    return remove.call(target, type, listener, options)
  }
  const counts = (): Record<string, number> => {
    const found: Record<string, number> = { window: 0, document: 0, page: 0, elsewhere: 0 }
    for (const target of targets.alive()) {
      const place = placeOf(target)
      for (const who of listening.get(target)?.values() ?? []) found[place] = (found[place] ?? 0) + who.size
    }
    return found
  }
  const elsewhere = (): string[] =>
    targets
      .alive()
      .filter((target) => placeOf(target) === 'elsewhere')
      .flatMap((target) => [...(listening.get(target) ?? [])].flatMap(([key, who]) => Array.from(who, () => `${target.constructor.name} ${key}`)))
  return { counts, elsewhere }
}
