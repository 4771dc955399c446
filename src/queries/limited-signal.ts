export interface LimitedSignal {
  readonly signal: AbortSignal
  readonly done: () => void
}

/** Aborts when the outer one does or when time is up, in ms (AbortSignal.any is younger than the browser floor). */
export function limitedSignal(outer: AbortSignal | undefined, patience: number): LimitedSignal {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const timer = setTimeout(abort, patience)
  if (outer?.aborted === true) abort()
  outer?.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    done: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
  }
}
