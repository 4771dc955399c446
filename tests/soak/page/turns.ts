/** One change of scenes. Epoch milliseconds. */
export interface Turn {
  readonly asked: number
  /** When the new scene came to be shown, and when only it was left and had painted. */
  readonly fades: number
  readonly done: number
}

const PATIENCE = 30_000

/** Epoch milliseconds. */
export const now = (): number => performance.timeOrigin + performance.now()

/** Drives the wall: goes to the next scene and tells when what happened. The observer is made before observers are counted. */
export function turns(Observer: typeof MutationObserver, later: typeof setTimeout): () => Promise<Turn> {
  return () =>
    new Promise((resolve, reject) => {
      const wall = globalThis.__wall
      const rotations = wall?.state().rotations
      const asked = now()
      let fades = 0
      const observer = new Observer(() => {
        if (fades === 0 && document.querySelector('[data-stage="leaving"]') !== null) fades = now()
        if (document.documentElement.dataset.ready !== 'true' || wall?.state().rotations === rotations) return
        observer.disconnect()
        clearTimeout(late)
        resolve({ asked, fades, done: now() })
      })
      const late = later(() => {
        observer.disconnect()
        reject(new Error(`no other scene after ${PATIENCE / 1_000} s: ${JSON.stringify(wall?.state())}`))
      }, PATIENCE)
      observer.observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['data-stage', 'data-ready'] })
      wall?.next()
    })
}
