import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'

const ReadyContext = createContext<(panel: string) => void>(() => undefined)

/** Call with the panel's id when it has painted. */
export const usePainted = (): ((panel: string) => void) => use(ReadyContext)

/** `html[data-ready]`: the page has one scene, and it has painted. */
export const setReady = (ready: boolean): void => {
  document.documentElement.dataset.ready = String(ready)
}

interface ReadyProps {
  /** Changes with the scene: what has painted then counts no more. */
  readonly scene: string
  readonly panels: readonly string[]
  /** Told when the scene has painted, and when it no longer has; without it the page is. */
  readonly report?: (ready: boolean) => void
  readonly children: ReactNode
}

/** The panels of one scene that have painted; children report before the scene's own effects run. */
interface Progress {
  readonly painted: Set<string>
  wanted: readonly string[]
}

function settle({ painted, wanted }: Progress, report: (ready: boolean) => void): void {
  if (wanted.length === 0 || !wanted.every((id) => painted.has(id))) return
  void Promise.resolve(document.fonts?.ready).then(() => report(true))
}

/** Reports once every panel of the scene has painted, with its fonts. */
export function ReadyProvider({ scene, panels, report = setReady, children }: ReadyProps): ReactNode {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another scene starts with nothing painted
  const progress = useMemo((): Progress => ({ painted: new Set(), wanted: [] }), [scene])
  const mark = useMemo(
    () => (panel: string) => {
      progress.painted.add(panel)
      settle(progress, report)
    },
    [progress, report]
  )
  useEffect(() => () => report(false), [progress, report])
  useEffect(() => {
    progress.wanted = panels
    if (!panels.every((id) => progress.painted.has(id))) report(false)
    settle(progress, report)
  }, [progress, panels, report])
  return <ReadyContext value={mark}>{children}</ReadyContext>
}
