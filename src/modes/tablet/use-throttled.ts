import { useCallback, useEffect, useRef } from 'react'

/** Calls at most once in `wait` ms, and with the last that was asked for; `flush` does at once. */
export function useThrottled<T>(apply: (value: T) => void, wait: number): { readonly later: (value: T) => void; readonly flush: (value: T) => void } {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const next = useRef<{ readonly value: T }>(undefined)
  const cancel = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    next.current = undefined
  }, [])
  const flush = useCallback(
    (value: T) => {
      cancel()
      apply(value)
    },
    [apply, cancel]
  )
  const later = useCallback(
    (value: T) => {
      next.current = { value }
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        if (next.current !== undefined) apply(next.current.value)
      }, wait)
    },
    [apply, wait]
  )
  useEffect(() => cancel, [cancel])
  return { later, flush }
}
