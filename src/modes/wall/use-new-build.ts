import { useCallback, useRef } from 'react'
import { isServed, ownBuild } from './build.ts'
import { reloadMemory } from './reloads.ts'
import { updateShell } from './shell-worker.ts'

interface NewBuild {
  /** Call with what the server says that it serves. */
  readonly tell: (build: string | undefined) => void
  /** Whether a build other than this page's is served, and has not failed to start here. */
  readonly waits: () => boolean
}

/** One look at a time; what the server names may be another build by the time that it is looked at. */
async function prepare(build: string, state: { ready: string | null; looking: boolean }): Promise<void> {
  if (state.looking) return
  state.looking = true
  await updateShell()
  if (await isServed(build)) state.ready = build
  state.looking = false
}

/** Learns of a new build and gets it ready: the page moves to it at the next edge. */
export function useNewBuild(): NewBuild {
  const state = useRef<{ ready: string | null; looking: boolean }>({ ready: null, looking: false })
  const tell = useCallback((build: string | undefined) => {
    const own = ownBuild()
    if (build === undefined || own === '' || build === own) state.current.ready = null
    else if (state.current.ready !== build && !reloadMemory().bad.includes(build)) void prepare(build, state.current)
  }, [])
  const waits = useCallback(() => state.current.ready !== null, [])
  return { tell, waits }
}
