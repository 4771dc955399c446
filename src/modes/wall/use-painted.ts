import { useCallback, useEffect, useState } from 'react'
import { setReady } from '#panel-kit/ready.tsx'
import type { Player, Playing } from './player.ts'

const NONE: ReadonlySet<number> = new Set()

/** Tells the player which runs have painted, and the page when the only scene on it has: while scenes change it is not ready. */
export function usePainted(player: Player, { shown, next, leaving }: Playing): (run: number, done: boolean) => void {
  const [painted, setPainted] = useState(NONE)
  const ready = painted.has(shown.run) && next === null && leaving === null
  useEffect(() => setReady(ready), [ready])
  return useCallback(
    (run: number, done: boolean) => {
      player.painted(run, done)
      setPainted((old) => {
        if (old.has(run) === done) return old
        // Runs before the last few are gone from the page.
        const kept = [...old].filter((other) => other !== run && other > run - 4)
        return new Set(done ? [...kept, run] : kept)
      })
    },
    [player]
  )
}
