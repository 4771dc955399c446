import { createContext, use, useCallback, useEffect, useMemo, useRef, type ReactNode } from 'react'

const ReadyContext = createContext<(panel: string) => void>(() => undefined)

/** Call with the panel's id when it has painted. */
export const usePainted = (): ((panel: string) => void) => use(ReadyContext)

const setReady = (ready: boolean): void => { document.documentElement.dataset.ready = String(ready) }

interface ReadyProps {
  /** Changes with the scene: what has painted then counts no more. */
  readonly scene: string
  readonly panels: readonly string[]
  readonly children: ReactNode
}

/** Keeps `html[data-ready]`: true once every panel of the current scene has painted, with its fonts. */
export function ReadyProvider({ scene, panels, children }: ReadyProps): ReactNode {
  const painted = useRef<{ scene: string; ids: Set<string> }>({ scene, ids: new Set() })
  const wanted = useRef(panels)
  const check = useCallback(() => {
    const all = wanted.current.length > 0 && wanted.current.every((id) => painted.current.ids.has(id))
    if (all) void Promise.resolve(document.fonts?.ready).then(() => setReady(true))
  }, [])
  if (painted.current.scene !== scene) painted.current = { scene, ids: new Set() }
  useEffect(() => {
    wanted.current = panels
    const all = panels.length > 0 && panels.every((id) => painted.current.ids.has(id))
    if (!all) setReady(false)
    check()
  }, [scene, panels, check])
  const mark = useMemo(() => (panel: string) => { painted.current.ids.add(panel); check() }, [check])
  return <ReadyContext value={mark}>{children}</ReadyContext>
}
