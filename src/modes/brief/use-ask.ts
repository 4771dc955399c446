import { useCallback, useEffect, useState } from 'react'
import { formatBrief, parseBrief, type BriefAsk } from './brief-address.ts'

const OWN = new Set(['scenes', 'size', 'scene', 'root', 'region', 'metric', 'period', 'release', 'theme', 'compare'])

/** Parameters that are not the briefing's (audit) stay in the address. */
function addressOf(ask: BriefAsk): string {
  const others = [...new URLSearchParams(location.search)].filter(([key]) => !OWN.has(key))
  const own = formatBrief(ask)
  return others.length === 0 ? own : `${own}${own.includes('?') ? '&' : '?'}${new URLSearchParams(others).toString()}`
}

const read = (): BriefAsk => parseBrief(location.pathname, location.search)

/** What is asked for is the address: a change is an entry of the history. */
export function useAsk(): readonly [BriefAsk, (change: Partial<BriefAsk>) => void] {
  const [ask, setAsk] = useState(read)
  useEffect(() => {
    const onBack = (): void => setAsk(read())
    window.addEventListener('popstate', onBack)
    return () => window.removeEventListener('popstate', onBack)
  }, [])
  const change = useCallback((difference: Partial<BriefAsk>) => {
    const next = { ...read(), ...difference }
    history.pushState(null, '', addressOf(next))
    setAsk(read())
  }, [])
  return [ask, change]
}
