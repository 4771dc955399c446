import { createContext, use, useSyncExternalStore } from 'react'

/** How much larger than it is laid out a chart is shown: it is drawn so much finer. */
export const SharpnessContext = createContext(1)

const ratio = (): number => window.devicePixelRatio || 1

/** A query holds for one ratio only: each change asks for the next one. */
function subscribe(changed: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => undefined
  let query: MediaQueryList
  const listen = (): void => {
    query = window.matchMedia(`(resolution: ${ratio()}dppx)`)
    query.addEventListener('change', turn, { once: true })
  }
  const turn = (): void => {
    listen()
    changed()
  }
  listen()
  return () => query.removeEventListener('change', turn)
}

/** Physical pixels of one CSS pixel; another display plugged in may have another. */
export function usePixelRatio(): number {
  const sharpness = use(SharpnessContext)
  return useSyncExternalStore(subscribe, ratio, () => 1) * sharpness
}
