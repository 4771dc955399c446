import { useCallback, useEffect, useState } from 'react'
import { formatView, parseView, VIEW_KEYS, type SetView, type View } from '#view/codec.ts'

/** Parameters that are no part of the view (audit, mock) stay in the address. */
function addressOf(view: View): string {
  const others = new URLSearchParams(location.search)
  for (const key of VIEW_KEYS) others.delete(key)
  const rest = others.toString()
  const own = formatView(view)
  const query = rest === '' ? own : `${own === '' ? '?' : `${own}&`}${rest}`
  return `${location.pathname}${query}${location.hash}`
}

/** The view is the address: every change is an entry of the history, unless it replaces the one before; back and forward work. */
export function useView(): readonly [View, SetView] {
  const [view, setView] = useState(() => parseView(location.search))
  useEffect(() => {
    const read = (): void => setView(parseView(location.search))
    window.addEventListener('popstate', read)
    return () => window.removeEventListener('popstate', read)
  }, [])
  const change = useCallback<SetView>((difference, how) => {
    const next = { ...parseView(location.search), ...difference }
    history[how === 'replace' ? 'replaceState' : 'pushState'](null, '', addressOf(next))
    setView(next)
  }, [])
  return [view, change]
}
