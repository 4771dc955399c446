const PATIENCE = 15_000

const isReady = (): boolean => document.documentElement.dataset.ready === 'true'

/** Resolves once the scene has painted. @throws Error when that takes too long. */
export function untilReady(patience = PATIENCE): Promise<void> {
  if (isReady()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(() => isReady() && end(resolve))
    const timer = setTimeout(() => end(() => reject(new Error('the scene has not painted'))), patience)
    const end = (then: () => void): void => {
      observer.disconnect()
      clearTimeout(timer)
      then()
    }
    observer.observe(document.documentElement, { attributeFilter: ['data-ready'] })
  })
}
