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

/** Learns of a new build and gets it ready: the page moves to it at the next edge. */
export function useNewBuild(): NewBuild {
  const ready = useRef<string>(null)
  const looking = useRef(false)
  const look = async (build: string): Promise<void> => {
    if (looking.current) return
    looking.current = true
    await updateShell()
    if (await isServed(build)) ready.current = build
    looking.current = false
  }
  const tell = useCallback((build: string | undefined) => {
    const own = ownBuild()
    if (build === undefined || own === '' || build === own) ready.current = null
    else if (ready.current !== build && !reloadMemory().bad.includes(build)) void look(build)
  }, [])
  const waits = useCallback(() => ready.current !== null, [])
  return { tell, waits }
}
