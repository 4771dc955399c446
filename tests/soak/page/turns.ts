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

/**
 * One pixel that changes in every frame while scenes change: the browser films only frames that differ from the one before, so
 * that a short blank in which nothing moves would be a single frame, and missed when that one is dropped.
 */
function ticker(): () => () => void {
  let pixel: HTMLElement | undefined
  const placed = (): HTMLElement => {
    const made = document.createElement('div')
    Object.assign(made.style, { position: 'fixed', right: '0', bottom: '0', width: '1px', height: '1px', background: 'grey' })
    document.documentElement.append(made)
    return made
  }
  return () => {
    pixel ??= placed()
    const ticking = pixel.animate([{ opacity: 0.2 }, { opacity: 1 }], { duration: 500, iterations: Infinity })
    return () => ticking.cancel()
  }
}

/** Drives the wall: goes to the next scene and tells when what happened. The observer is made before observers are counted. */
export function turns(Observer: typeof MutationObserver, later: typeof setTimeout): () => Promise<Turn> {
  const tick = ticker()
  return () =>
    new Promise((resolve, reject) => {
      const stopTicking = tick()
      const wall = globalThis.__wall
      const rotations = wall?.state().rotations
      const asked = now()
      let fades = 0
      const observer = new Observer(() => {
        if (fades === 0 && document.querySelector('[data-stage="leaving"]') !== null) fades = now()
        if (document.documentElement.dataset.ready !== 'true' || wall?.state().rotations === rotations) return
        observer.disconnect()
        stopTicking()
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
