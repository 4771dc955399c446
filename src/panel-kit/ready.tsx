import { createContext, use, useEffect, useMemo, type ReactNode } from 'react'

const ReadyContext = createContext<(panel: string) => void>(() => undefined)

/** Call with the panel's id when it has painted. */
export const usePainted = (): ((panel: string) => void) => use(ReadyContext)

const setReady = (ready: boolean): void => {
  document.documentElement.dataset.ready = String(ready)
}

interface ReadyProps {
  /** Changes with the scene: what has painted then counts no more. */
  readonly scene: string
  readonly panels: readonly string[]
  readonly children: ReactNode
}

/** The panels of one scene that have painted; children report before the scene's own effects run. */
interface Progress {
  readonly painted: Set<string>
  wanted: readonly string[]
}

function settle({ painted, wanted }: Progress): void {
  if (wanted.length === 0 || !wanted.every((id) => painted.has(id))) return
  void Promise.resolve(document.fonts?.ready).then(() => setReady(true))
}

/** Keeps `html[data-ready]`: true once every panel of the current scene has painted, with its fonts. */
export function ReadyProvider({ scene, panels, children }: ReadyProps): ReactNode {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- another scene starts with nothing painted
  const progress = useMemo((): Progress => ({ painted: new Set(), wanted: [] }), [scene])
  const mark = useMemo(
    () => (panel: string) => {
      progress.painted.add(panel)
      settle(progress)
    },
    [progress]
  )
  useEffect(() => () => setReady(false), [progress])
  useEffect(() => {
    progress.wanted = panels
    if (!panels.every((id) => progress.painted.has(id))) setReady(false)
    settle(progress)
  }, [progress, panels])
  return <ReadyContext value={mark}>{children}</ReadyContext>
}
