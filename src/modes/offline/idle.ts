/** Resolves when the page has nothing better to do, or at the latest after two seconds. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2_000 })
    else setTimeout(resolve, 50)
  })

/** Calls once the shown scene has painted. Returns what gives up waiting. */
export function whenReady(action: () => void): () => void {
  const root = document.documentElement
  const isReady = (): boolean => root.dataset.ready === 'true'
  if (isReady()) {
    action()
    return () => undefined
  }
  const observer = new MutationObserver(() => {
    if (!isReady()) return
    observer.disconnect()
    action()
  })
  observer.observe(root, { attributes: true, attributeFilter: ['data-ready'] })
  return () => observer.disconnect()
}
