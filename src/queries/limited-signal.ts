export interface LimitedSignal {
  readonly signal: AbortSignal
  /** It has ended: nothing waits for the time or the outer one any more. */
  readonly done: () => void
}

/** Aborts when the outer one does or when time is up, in ms (AbortSignal.any is younger than the browser floor). */
export function limitedSignal(outer: AbortSignal | undefined, patience: number): LimitedSignal {
  const controller = new AbortController()

  const abort = (): void => controller.abort()
  const timer = setTimeout(abort, patience)
  if (outer?.aborted === true) abort()
  outer?.addEventListener('abort', abort, { once: true })
  const done = (): void => {
    clearTimeout(timer)
    outer?.removeEventListener('abort', abort)
  }
  return { signal: controller.signal, done }
}
