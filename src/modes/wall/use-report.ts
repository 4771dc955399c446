import { useEffect, useEffectEvent } from 'react'
import type { WallReport } from '#contract/walls.ts'
import { pageOpenedAt } from '#format/clock.ts'
import { reportWall } from '#queries/report-wall.ts'
import { WAIT } from '#tokens/durations.ts'
import { ownBuild } from './build.ts'
import { inSafeMode, reloadMemory } from './reloads.ts'
import { isOfflineReady } from './shell-worker.ts'
import { heapBytes } from './watchdogs.ts'
import { lastError } from './wall-errors.ts'
import { wallId } from './wall-identity.ts'

/** What only the shown wall knows. */
export type Told = Pick<WallReport, 'name' | 'scene' | 'region' | 'release' | 'dataAt' | 'connection' | 'storage' | 'awake' | 'rotations'>

const iso = (instant: number): string => new Date(instant).toISOString()

/** What the browser knows of itself. */
const ownReport = (): Omit<WallReport, keyof Told> => ({
  id: wallId(),
  build: ownBuild(),
  startedAt: iso(pageOpenedAt()),
  width: window.innerWidth,
  height: window.innerHeight,
  pixelRatio: window.devicePixelRatio,
  heapBytes: heapBytes(),
  safe: inSafeMode(),
  secure: window.isSecureContext,
  offlineReady: isOfflineReady(),
  reloads: reloadMemory().total,
  error: lastError(),
  userAgent: navigator.userAgent.slice(0, 300)
})

interface Orders {
  readonly onBuild: (build: string | undefined) => void
  readonly onReload: () => void
}

/** Reports the wall at once and then again and again; the reply tells the server's build, and whether the operator wants it loaded anew. */
export function useReport(told: () => Told, { onBuild, onReload }: Orders): void {
  const report = useEffectEvent(async () => {
    const reply = await reportWall({ ...ownReport(), ...told() })
    if (reply === undefined) return
    onBuild(reply.build)
    if (reply.reload !== undefined && Date.parse(reply.reload) > pageOpenedAt()) onReload()
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const again = (): void => {
      void report().finally(() => {
        timer = setTimeout(again, WAIT.report)
      })
    }
    // The first waits until there is something to tell.
    timer = setTimeout(again, Math.min(2_000, WAIT.report))
    return () => clearTimeout(timer)
  }, [])
}
