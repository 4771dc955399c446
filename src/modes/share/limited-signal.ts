export interface LimitedSignal {
  readonly signal: AbortSignal
  /** Whether it was the time that ended it. */
  readonly isLate: () => boolean
  readonly done: () => void
}

/** Aborts when the outer one does or when time is up, in ms (AbortSignal.any is younger than the browser floor). */
export function limitedSignal(outer: AbortSignal | undefined, patience: number): LimitedSignal {
  const [control, abort] = [new AbortController(), (): void => control.abort()]
  let late = false
  const timer = setTimeout(() => {
    late = true
    abort()
  }, patience)
  if (outer?.aborted === true) abort()
  outer?.addEventListener('abort', abort, { once: true })
  return {
    signal: control.signal,
    isLate: () => late,
    done: () => {
      clearTimeout(timer)
      outer?.removeEventListener('abort', abort)
    }
  }
}
