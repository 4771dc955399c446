/** Resolves when the page has nothing better to do, or at the latest after two seconds. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })

/** So long the first scene has the network and the processor to itself: it may be looked at, or left for another. */
const SETTLE = 3_000

/** Calls once when the first scene has painted, has stood a moment and the page is idle. Returns what gives up waiting. */
export function afterFirstScene(action: () => void): () => void {
  const root = document.documentElement
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const look = (): void => {
    if (root.dataset.ready !== 'true' || timer !== undefined) return
    observer.disconnect()
    timer = setTimeout(() => void whenIdle().then(() => !ended && action()), SETTLE)
  }
  const observer = new MutationObserver(look)
  observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] })
  look()
  return () => {
    ended = true
    observer.disconnect()
    clearTimeout(timer)
  }
}
