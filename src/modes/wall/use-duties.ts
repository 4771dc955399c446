import { useEffect, useEffectEvent, useRef } from 'react'
import { inSafeMode, reloadPage } from './reloads.ts'
import { keepShell } from './shell-worker.ts'
import { useNewBuild } from './use-new-build.ts'
import { useReport, type Told } from './use-report.ts'
import { keepAwake } from './wake-lock.ts'
import { collectErrors, noteError } from './wall-errors.ts'
import { watchFrames, watchMemory } from './watchdogs.ts'

const FRAMES = { every: 10_000, patience: 5_000 }
const MEMORY_EVERY = 60_000

interface DutyOptions {
  readonly told: () => Omit<Told, 'awake'>
  /** Drops what is stored: what the operator wants anew must not come from there. */
  readonly forget: () => Promise<unknown>
  /** Where the page goes on after a reload. */
  readonly here: () => string
}

/** What a wall does besides showing: it reports, keeps awake, watches itself and moves to new builds. Returns what to ask at each edge. */
export function useDuties({ told, forget, here }: DutyOptions): { readonly isReloadDue: () => boolean } {
  const build = useNewBuild()
  const awake = useRef(false)
  const wanted = useRef(false)
  const reloadNow = useEffectEvent((reason: string) => {
    noteError(reason)
    reloadPage(here())
  })
  /** What is stored goes only where the page goes too: without a network it is all there is. */
  const reloadAfresh = useEffectEvent(async () => {
    if (inSafeMode()) return
    await forget()
    reloadNow('应管理员要求重新加载')
  })
  useReport(() => ({ ...told(), awake: awake.current }), {
    onBuild: build.tell,
    onReload: () => void reloadAfresh()
  })
  useEffect(() => {
    const ends = [
      collectErrors(),
      keepAwake((held) => {
        awake.current = held
      }),
      watchFrames({ ...FRAMES, onStall: () => reloadNow('画面停住，重新加载') }),
      watchMemory({
        every: MEMORY_EVERY,
        onHigh: () => {
          wanted.current = true
        }
      })
    ]
    void keepShell()
    return () => {
      for (const end of ends) end()
    }
  }, [])
  return { isReloadDue: () => wanted.current || build.waits() }
}
