import { useCallback, useEffect, useState } from 'react'

interface Opened {
  readonly open: string | undefined
  readonly show: (id: string) => void
  readonly close: () => void
}

/** The entry of the history that stands for what was opened. */
const entry = (): unknown => (history.state as { readonly opened?: unknown } | null)?.opened

/** What stands over the page is a step of the history: back puts it away before anything else changes. */
export function useOpened(first?: string): Opened {
  const [open, setOpen] = useState(first)
  useEffect(() => {
    const onBack = (): void => {
      if (entry() === undefined) setOpen(undefined)
    }
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const show = useCallback((id: string) => {
    history.pushState({ opened: id }, '', location.href)
    setOpen(id)
  }, [])
  const close = useCallback(() => {
    setOpen(undefined)
    // What was changed while it was open has entries of its own, which stay.
    if (entry() !== undefined) history.back()
  }, [])
  return { open, show, close }
}
