import { useEffect, type ReactNode } from 'react'
import { usePainted } from './ready.tsx'

/** Stands where a panel that usually waits for its chart shows something else: it has painted once this is mounted. */
export function PaintedHere({ panel }: { readonly panel: string }): ReactNode {
  const painted = usePainted()
  useEffect(() => painted(panel), [painted, panel])
  return null
}
